import type { PublicationId, RoomId } from '../../protocol/live/ids.ts';
import { sources } from '../../protocol/live/publications.ts';
import type { Source } from '../../protocol/live/publications.ts';
import { Asides } from './asides.ts';
import type { Aside } from './asides.ts';
import type { BoothVoice } from './booth.ts';
import { captureDevice, captureDisplay } from './capture.ts';
import type { Captured } from './capture.ts';
import type { Devices } from './devices.ts';
import type { DeviceKind, LocalSource } from './model.ts';
import { Sender } from './sender.ts';
import type { Desire, SenderDeps } from './sender.ts';

export interface SendersDeps extends Pick<SenderDeps, 'link' | 'signalling' | 'known' | 'lowBandwidth'> {
  readonly devices: Pick<Devices, 'chosen'>;
  readonly changed: (source: Source, state: LocalSource) => void;
  readonly asideChanged: (aside: Aside | undefined) => void;
  readonly voiceChanged: (voice: LocalSource | undefined) => void;
}

/** Everything that this page sends: each source to the floor, the microphone to the rooms beside it and to the channels of a booth. */
export class Senders {
  readonly of: Readonly<Record<Source, Sender>>;
  readonly #deps: SendersDeps;
  readonly #asides: Asides;
  /** The largest size of a picture of ours that anybody receives, as the server told. */
  readonly #sizes = new Map<PublicationId, number>();
  #voice: BoothVoice | undefined;
  #films = false;
  #interpreted = false;

  constructor(deps: SendersDeps) {
    this.#deps = deps;
    this.of = Object.fromEntries(sources.map((source) => [source, this.#sender(source)])) as Record<Source, Sender>;
    this.#asides = new Asides({
      floor: this.of.microphone, sender: (room, changed) => this.#asideSender(room, changed), changed: (aside) => {
        // Who speaks to their own people does not speak to listeners.
        this.#voice?.hush('aside', aside !== undefined);
        deps.asideChanged(aside);
      },
    });
  }

  get all(): readonly Sender[] {
    return [...Object.values(this.of), ...this.#asides.senders, ...this.#voice?.senders ?? []];
  }

  /** The voice goes somewhere else than to the floor. */
  get isElsewhere(): boolean {
    return this.#asides.isOn || this.#voice?.isOpen === true;
  }

  want(source: Source, desire: Desire): Promise<void> {
    return source === 'microphone' && this.#asides.isOn ? this.#asides.wantFloor(desire) : this.of[source].want(desire);
  }

  speakTo(room: RoomId | undefined): Promise<boolean> {
    return this.#asides.speakTo(room);
  }

  async interpret(): Promise<BoothVoice> {
    const { BoothVoice } = await import('./booth.ts');
    const { link, signalling, known, devices, voiceChanged: changed } = this.#deps;
    this.#voice ??= new BoothVoice({ link, signalling, known, device: () => devices.chosen('microphone'), changed });
    return this.#voice;
  }

  /** Another device of this kind has been chosen. */
  async reopen(kind: Exclude<DeviceKind, 'speaker'>): Promise<void> {
    // One after the other: what is sent aside takes a copy of the floor's track where there is one.
    await this.of[kind].reopen();
    if (kind === 'microphone') for (const sender of this.#asides.senders) await sender.reopen();
    if (kind === 'microphone') await this.#voice?.reopen();
    if (kind === 'document' && this.#films) await this.of.camera.reopen();
  }

  /** Whether the camera films things instead of a face from now on; false: it did already. */
  async film(): Promise<boolean> {
    if (this.#films) return false;
    this.#films = true;
    await this.of.camera.reopen();
    return true;
  }

  /** The floor is interpreted, or no longer, and has to be heard as well as that needs. */
  interpreted(interpreted: boolean): void {
    if (interpreted === this.#interpreted) return;
    this.#interpreted = interpreted;
    void this.of.microphone.retune();
  }

  resize(publication: PublicationId, most: number): void {
    this.#sizes.set(publication, most);
    for (const sender of Object.values(this.of)) sender.resize(publication);
  }

  /** What the server said of sizes went with the connection. */
  lost(): void {
    this.#sizes.clear();
  }

  close(): void {
    this.#asides.close();
    for (const sender of [...this.#voice?.senders ?? [], ...Object.values(this.of)]) sender.close();
  }

  #sender(source: Source): Sender {
    const { link, signalling, known, lowBandwidth, changed } = this.#deps;
    return new Sender({
      source, link, signalling, known, lowBandwidth, capture: () => this.#capture(source), interpreted: () => this.#interpreted,
      most: (publication) => this.#sizes.get(publication), changed: (state) => changed(source, state),
      ...(source === 'screen' ? { sound: (track: MediaStreamTrack | undefined) => void this.of.screenAudio.give(track) } : {}),
    });
  }

  /** The same microphone, as it is sent to a room beside the floor. */
  #asideSender(room: RoomId, changed: (source: LocalSource) => void): Sender {
    const { link, signalling, known, lowBandwidth } = this.#deps;
    return new Sender({ source: 'microphone', room, link, signalling, known, lowBandwidth, capture: () => this.#captureMicrophone(), changed });
  }

  async #capture(source: Source): Promise<Captured> {
    if (source === 'screen') return captureDisplay();
    if (source === 'screenAudio') return { ok: false, reason: 'dismissed' };
    if (source === 'microphone') return this.#captureMicrophone();
    const device = source === 'camera' && this.#films ? 'document' : source;
    return captureDevice(device, this.#deps.devices.chosen(device));
  }

  /** Where the microphone is open already, a copy of its track is: some systems silence the one that was opened first. */
  async #captureMicrophone(): Promise<Captured> {
    const open = [this.of.microphone, ...this.#asides.senders].map((sender) => sender.track).find((track) => track?.readyState === 'live');
    return open ? { ok: true, track: open.clone() } : captureDevice('microphone', this.#deps.devices.chosen('microphone'));
  }
}
