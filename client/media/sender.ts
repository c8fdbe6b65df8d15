import type { Producer, ProducerCodecOptions } from 'mediasoup-client/types';
import type { PublicationId, RoomId } from '../../protocol/live/ids.ts';
import type { Channel, Publication, Source } from '../../protocol/live/publications.ts';
import type { CaptureFailure } from './blocked.ts';
import type { Captured } from './capture.ts';
import type { Link } from './link.ts';
import type { LocalSource } from './model.ts';
import { codecOptionsFor, encodingsFor } from './profiles.ts';
import { RefusedError } from './refused.ts';
import type { Signalling } from './signalling.ts';

/** What somebody wants of a source. muted: the device is open and nothing is sent, so that speaking is one press away. */
export type Desire = 'off' | 'muted' | 'on';

export interface SenderDeps {
  readonly source: Source;
  /** The alongside room that it goes to; absent: wherever its sender is. */
  readonly room?: RoomId;
  /** The language of a booth; absent: the floor. */
  readonly channel?: Channel;
  /** In place of those of the source, whatever the line. */
  readonly codecOptions?: ProducerCodecOptions;
  /** The floor is interpreted, and has to be heard well. */
  readonly interpreted?: () => boolean;
  readonly link: Pick<Link, 'isOpen' | 'send'>;
  readonly signalling: Pick<Signalling, 'command'>;
  readonly capture: () => Promise<Captured>;
  readonly lowBandwidth: () => boolean;
  readonly changed: (state: LocalSource) => void;
  /** What the session knows of a stream of ours; 'unknown' while its state may be an old one. */
  readonly known: (publication: PublicationId) => Pick<Publication, 'paused'> | undefined | 'unknown';
  /** The largest size that anybody receives; undefined: not known, so all are made. */
  readonly most?: (publication: PublicationId) => number | undefined;
  /** What came along with the picture of a screen. */
  readonly sound?: (track: MediaStreamTrack | undefined) => void;
}

/**
 * One source of this page, from device to server. Presses only change what is wanted; one pass at a time brings device,
 * stream and server there, so that quick presses never make two streams.
 */
export class Sender {
  readonly #deps: SenderDeps;
  #desire: Desire = 'off';
  #track: MediaStreamTrack | undefined;
  #producer: Producer | undefined;
  /** What the server was last asked for; another value in the state is somebody else's doing. */
  #askedPaused = false;
  #hushed = false;
  #failure: CaptureFailure | 'refused' | undefined;
  #insteadOf: string | undefined;
  #renew = false;
  #running = false;
  #again = false;
  #idle: Promise<void> = Promise.resolve();

  constructor(deps: SenderDeps) {
    this.#deps = deps;
  }

  get desire(): Desire {
    return this.#desire;
  }

  get track(): MediaStreamTrack | undefined {
    return this.#track;
  }

  get producer(): Producer | undefined {
    return this.#producer?.closed === false ? this.#producer : undefined;
  }

  get publication(): PublicationId | undefined {
    return this.producer?.id;
  }

  /** Resolves when device and server are where they were wanted last, or cannot get there. */
  want(desire: Desire): Promise<void> {
    this.#desire = desire;
    if (desire !== 'off') this.#failure = undefined;
    // Silence cannot wait for its turn.
    this.#enable();
    return this.sync();
  }

  /** Sends silence for a moment, without anybody being told: a cough, a word to the partner. */
  hush(on: boolean): void {
    this.#hushed = on;
    this.#enable();
  }

  /** Brings everything there; also after transports came or went. */
  sync(): Promise<void> {
    this.#again = true;
    if (!this.#running) this.#idle = this.#run();
    return this.#idle;
  }

  /** Takes this track in place of a device's, and sends it; undefined ends it. */
  give(track: MediaStreamTrack | undefined): Promise<void> {
    this.#stopTrack();
    this.#take(track);
    return this.want(track ? 'on' : 'off');
  }

  /** Another device was chosen, or the one in use was unplugged (`lost`: its name). */
  async reopen(lost?: string): Promise<void> {
    if (this.#desire === 'off') return;
    this.#stopTrack();
    this.#insteadOf = lost;
    await this.sync();
  }

  /** Low bandwidth was chosen, or is over: sound needs a new stream for it, a picture sends other sizes. */
  async retune(): Promise<void> {
    const { source } = this.#deps;
    if (source === 'camera') return this.#limitSizes();
    this.#renew = source === 'microphone' && this.#producer !== undefined && this.#deps.codecOptions === undefined;
    await this.sync();
  }

  /** Others receive it at another size than before. */
  resize(publication: PublicationId): void {
    if (this.publication === publication) void this.#limitSizes();
  }

  /** Looks at the state of the session: a host may have paused or ended the stream. */
  follow(): void {
    const { producer } = this;
    if (this.#running || !producer) return;
    const known = this.#deps.known(producer.id);
    if (known === 'unknown') return;
    if (!known) {
      producer.close();
      this.#desire = 'off';
    } else if (known.paused && !this.#askedPaused) {
      this.#askedPaused = true;
      this.#desire = this.#deps.source === 'microphone' ? 'muted' : 'off';
      if (this.#track) this.#track.enabled = false;
    } else {
      return;
    }
    void this.sync();
  }

  close(): void {
    this.#desire = 'off';
    this.#stopTrack();
    this.#producer?.close();
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#again) {
      this.#again = false;
      await this.#pass();
      this.#report();
    }
    this.#running = false;
    this.follow();
  }

  async #pass(): Promise<void> {
    if (this.#desire === 'off') return this.#end();
    if (!this.#track) await this.#open();
    if (!this.#track || !this.#deps.link.isOpen) return;
    if (this.#renew) {
      this.#renew = false;
      this.#producer?.close();
    }
    if (!this.producer) await this.#publish(this.#track);
    else if (this.producer.track !== this.#track) await this.producer.replaceTrack({ track: this.#track }).catch(() => this.#producer?.close());
    await this.#tellPaused();
  }

  async #open(): Promise<void> {
    this.#deps.changed({ state: 'starting' });
    const captured = await this.#deps.capture();
    if (!captured.ok) {
      this.#failure = captured.reason;
      this.#desire = 'off';
      this.#again = true;
      return;
    }
    this.#take(captured.track);
    this.#deps.sound?.(captured.sound);
    // It may have been given up while the browser was asking.
    this.#again = true;
  }

  async #publish(track: MediaStreamTrack): Promise<void> {
    const { source, room, channel, link, lowBandwidth, interpreted } = this.#deps;
    const paused = this.#desire === 'muted';
    this.#enable();
    try {
      const producer = await link.send({
        track, encodings: encodingsFor(source), codecOptions: this.#deps.codecOptions ?? codecOptionsFor(source, lowBandwidth(), interpreted?.()), stopTracks: false,
      }, { source, paused, ...(room === undefined ? {} : { room }), ...(channel === undefined ? {} : { channel }) });
      this.#askedPaused = paused;
      this.#producer = producer;
      await this.#limitSizes();
    } catch (error) {
      // Transports that went come back and ask again; a refusal stands.
      if (!(error instanceof RefusedError) || !['media.refused', 'media.limit', 'media.unsupported', 'room.notMember', 'interpretation.notSeated'].includes(error.code)) return;
      this.#failure = 'refused';
      this.#desire = 'off';
      this.#again = true;
    }
  }

  async #limitSizes(): Promise<void> {
    const { source, lowBandwidth, most } = this.#deps;
    const { producer } = this;
    const last = (encodingsFor(source)?.length ?? 0) - 1;
    if (last < 1 || !producer) return;
    const wanted = Math.min(last, most?.(producer.id) ?? last);
    await producer.setMaxSpatialLayer(lowBandwidth() && source === 'camera' ? 0 : wanted).catch(() => undefined);
  }

  async #tellPaused(): Promise<void> {
    const { producer } = this;
    const paused = this.#desire === 'muted';
    if (!producer || this.#desire === 'off') return;
    if (paused) producer.pause();
    else producer.resume();
    this.#enable();
    if (paused === this.#askedPaused) return;
    this.#askedPaused = paused;
    this.#report();
    await this.#deps.signalling.command(paused ? 'media.pause' : 'media.resume', { publication: producer.id });
  }

  async #end(): Promise<void> {
    const { producer } = this;
    this.#stopTrack();
    this.#producer = undefined;
    this.#insteadOf = undefined;
    this.#report();
    if (!producer) return;
    producer.close();
    const known = this.#deps.known(producer.id);
    if (known !== undefined && known !== 'unknown') await this.#deps.signalling.command('media.close', { publication: producer.id });
  }

  #take(track: MediaStreamTrack | undefined): void {
    this.#track = track;
    if (!track) return;
    this.#enable();
    track.addEventListener('mute', this.#report);
    track.addEventListener('unmute', this.#report);
    track.addEventListener('ended', () => {
      if (this.#track !== track) return;
      if (this.#deps.source === 'screen' || this.#deps.source === 'screenAudio') void this.want('off');
      else void this.reopen(track.label);
    });
  }

  #enable(): void {
    if (this.#track) this.#track.enabled = this.#desire === 'on' && !this.#hushed;
  }

  #stopTrack(): void {
    const track = this.#track;
    this.#track = undefined;
    track?.stop();
    if (track && this.#deps.source === 'screen') this.#deps.sound?.(undefined);
  }

  readonly #report = (): void => this.#deps.changed(this.#describe());

  #describe(): LocalSource {
    if (this.#desire === 'off' || (!this.#track && this.#failure)) {
      return this.#failure === undefined || this.#failure === 'dismissed' ? { state: 'off' } : { state: 'blocked', reason: this.#failure };
    }
    if (!this.#track) return { state: 'starting' };
    return {
      state: this.#desire, track: this.#track,
      ...(this.publication === undefined ? {} : { publication: this.publication }),
      ...(this.#insteadOf === undefined ? {} : { insteadOf: this.#insteadOf }),
    };
  }
}
