import type { ProducerCodecOptions } from 'mediasoup-client/types';
import type { Channel } from '../../protocol/live/publications.ts';
import { captureDevice } from './capture.ts';
import type { Captured } from './capture.ts';
import type { LocalSource } from './model.ts';
import { Sender } from './sender.ts';
import type { SenderDeps } from './sender.ts';

/**
 * The interpreters' path: the whole band of hearing, and nothing between microphone and listener that would take a breath
 * or an ending for noise. It sends also while nothing is said, so that a line that is gone is noticed at once.
 */
export const interpreterCodec: ProducerCodecOptions = { opusStereo: false, opusFec: true, opusDtx: false, opusPtime: 20, opusMaxAverageBitrate: 128_000, opusMaxPlaybackRate: 48_000 };
const UNTOUCHED: MediaTrackConstraints = { noiseSuppression: false, autoGainControl: false, sampleRate: { ideal: 48_000 } };

export interface BoothVoiceDeps extends Pick<SenderDeps, 'link' | 'signalling' | 'known'> {
  /** The chosen microphone; undefined: the system's. */
  readonly device: () => string | undefined;
  /** undefined: this page has no voice in a booth any more. */
  readonly changed: (voice: LocalSource | undefined) => void;
}

const off: LocalSource = { state: 'off' };

/** The microphone on the channels of one's booth: set up and silent on each, so that taking the turn costs no time; open on one. */
export class BoothVoice {
  readonly #deps: BoothVoiceDeps;
  readonly #senders = new Map<Channel, Sender>();
  readonly #states = new Map<Channel, LocalSource>();
  #channels: readonly Channel[] = [];
  #open: Channel | undefined;
  #loudspeaker = false;
  readonly #hushes = new Set<string>();

  constructor(deps: BoothVoiceDeps) {
    this.#deps = deps;
  }

  get senders(): readonly Sender[] {
    return [...this.#senders.values()];
  }

  /** Somebody listens, or would but for a pause. */
  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  get track(): MediaStreamTrack | undefined {
    return this.senders.map((sender) => sender.track).find((track) => track?.readyState === 'live');
  }

  /** Stands by on these channels; the others are given up. */
  async standBy(channels: readonly Channel[]): Promise<void> {
    this.#channels = channels;
    for (const [channel, sender] of this.#senders) {
      if (!channels.includes(channel)) await sender.want('off');
    }
    // One after the other: the second takes a copy of the first one's track.
    for (const channel of channels) if (this.#sender(channel).desire === 'off') await this.#sender(channel).want('muted');
    this.#tell();
  }

  /** Speaks on one of them from now on; undefined: on none. */
  async open(channel: Channel | undefined): Promise<void> {
    this.#open = channel;
    await Promise.all([...this.#senders].map(([each, sender]) => each === channel ? sender.want('on') : sender.desire === 'on' ? sender.want('muted') : undefined));
    this.#tell();
  }

  /** Silent for listeners, who hear the floor again; or back. */
  async mute(muted: boolean): Promise<void> {
    if (this.#open !== undefined) await this.#senders.get(this.#open)?.want(muted ? 'muted' : 'on');
  }

  /** Silence for a moment, for a reason that ends by itself. */
  hush(reason: string, on: boolean): void {
    if (on) this.#hushes.add(reason);
    else this.#hushes.delete(reason);
    for (const sender of this.senders) sender.hush(this.#hushes.size > 0);
  }

  /** With a loudspeaker the floor would come back to the listeners, unless its echo is taken out. */
  async useLoudspeaker(on: boolean): Promise<void> {
    if (on === this.#loudspeaker) return;
    this.#loudspeaker = on;
    await this.reopen();
  }

  /** Another microphone. */
  async reopen(): Promise<void> {
    // All let go first, or each would copy what another still holds.
    for (const sender of this.senders) sender.track?.stop();
    for (const sender of this.senders) await sender.reopen();
  }

  close(): void {
    this.#channels = [];
    for (const sender of this.senders) void sender.want('off');
    this.#deps.changed(undefined);
  }

  #sender(channel: Channel): Sender {
    let sender = this.#senders.get(channel);
    if (!sender) {
      const { link, signalling, known } = this.#deps;
      sender = new Sender({
        source: 'microphone', channel, codecOptions: interpreterCodec, link, signalling, known, lowBandwidth: () => false, capture: () => this.#capture(),
        changed: (state) => this.#changed(channel, state),
      });
      sender.hush(this.#hushes.size > 0);
      this.#senders.set(channel, sender);
    }
    return sender;
  }

  #capture(): Promise<Captured> {
    const { track } = this;
    if (track) return Promise.resolve({ ok: true, track: track.clone() });
    return captureDevice('microphone', this.#deps.device(), { ...UNTOUCHED, echoCancellation: this.#loudspeaker });
  }

  #changed(channel: Channel, state: LocalSource): void {
    this.#states.set(channel, state);
    // The server ended the stream, because its sender went to another room; they stand by there.
    if (state.state === 'off' && this.#channels.includes(channel)) queueMicrotask(() => void this.#again(channel));
    this.#tell();
  }

  async #again(channel: Channel): Promise<void> {
    const sender = this.#senders.get(channel);
    if (sender?.desire === 'off' && this.#channels.includes(channel)) await sender.want('muted');
  }

  #tell(): void {
    const [first] = this.#channels;
    if (first !== undefined) this.#deps.changed(this.#states.get(this.#open ?? first) ?? off);
  }
}
