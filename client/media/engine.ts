import type { Transport } from 'mediasoup-client/types';
import { isInside } from '../../protocol/live/audience.ts';
import type { PublicationId, RoomId } from '../../protocol/live/ids.ts';
import type { Publication, Source } from '../../protocol/live/publications.ts';
import type { JoinReply } from '../../protocol/requests/table.ts';
import { wakeAudio } from './audioContext.ts';
import type { BoothVoice } from './booth.ts';
import { Devices, noDevices } from './devices.ts';
import { Ear } from './ear.ts';
import { EXPECT_MS, firstPictures } from './expected.ts';
import { loadHandler } from './handler.ts';
import { LineMonitor } from './lineMonitor.ts';
import type { LineView } from './lineMonitor.ts';
import { Link } from './link.ts';
import { Channels, toFloor } from './listening.ts';
import type { Listening } from './listening.ts';
import { recall, remember } from './memory.ts';
import type { DeviceKind, LocalSource, MediaSnapshot, Wish } from './model.ts';
import { Playback } from './playback.ts';
import { qualityOfLine } from './quality.ts';
import { Receivers } from './receivers.ts';
import type { Desire } from './sender.ts';
import { Senders } from './senders.ts';
import type { Signalling } from './signalling.ts';
import { Store } from './store.ts';
import { Wishes } from './wishes.ts';

export interface MediaEngineOptions {
  /** Names the place in the tab's storage where what was on is kept for a reload. Absent: nothing is kept. */
  readonly remember?: string;
}

/**
 * Sound and pictures of one page, outside of React. It may be opened before the door: devices that are turned on there
 * are sent once the participant is inside, and everything comes back by itself after a lost connection.
 */
export interface MediaEngine {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => MediaSnapshot;
  /** Resolves once device and server are there, or cannot get there; the snapshot says which. */
  set(source: Exclude<Source, 'screenAudio'>, desire: Desire): Promise<void>;
  /**
   * Speaks to an alongside room: the floor hears nothing meanwhile, and its microphone comes back afterwards. undefined: to the floor
   * again. The snapshot's `aside` says how it goes. False: there is no
   * microphone for it, or the server refuses.
   */
  speakTo(room: RoomId | undefined): Promise<boolean>;
  /** Listens to the floor or to a language, with the floor as loud under it as is said. */
  listen(listening: Listening): void;
  /** The microphone on the channels of one's booth; what it takes is fetched now. */
  interpret(): Promise<BoothVoice>;
  /** Another device, now and from now on; remembered in this browser. */
  choose(kind: DeviceKind, id: string): Promise<void>;
  /** The camera films things instead of a face: the one at the back, or the one that was chosen for documents, at its full size. */
  film(): Promise<void>;
  /** A tile shows a video stream, until the answered function is called. Streams that no tile shows are not received. */
  want(publication: PublicationId, wish: Wish): () => void;
  setAudioOnly(on: boolean): void;
  setLowBandwidth(on: boolean): void;
  /** The level of one's own microphone, dBFS, ten times a second; undefined while nothing is known. */
  onMicrophoneLevel(listener: (db: number | undefined) => void): () => void;
  /** To be called in the handler of a click or a key when `needsGesture`. */
  resumeAudio(): Promise<void>;
  /** Turns on what was on in this tab before it was loaded again. */
  restore(): Promise<void>;
  /** The transports, for figures and tests. */
  transports(): readonly Transport[];
  close(): void;
}

export function createMediaEngine(signalling: Signalling, options: MediaEngineOptions = {}): MediaEngine {
  return new Engine(signalling, options);
}

const off: LocalSource = { state: 'off' };

class Engine implements MediaEngine {
  readonly #signalling: Signalling;
  readonly #key: string | undefined;
  readonly #store = new Store<MediaSnapshot>({
    connection: { state: 'new' }, local: { microphone: off, camera: off, document: off, screen: off, screenAudio: off }, remote: {},
    listening: toFloor, heard: 'floor', speaking: [], quality: 3, devices: noDevices, speakingWhileMuted: false, silentMicrophone: false, needsGesture: false,
    audioOnly: false, lowBandwidth: false,
  });
  readonly #link: Link;
  readonly #devices = new Devices((devices) => this.#devicesChanged(devices));
  readonly #senders: Senders;
  readonly #wishes = new Wishes(() => this.#syncSoon());
  readonly #receivers: Receivers;
  readonly #channels = new Channels({
    state: () => this.#signalling.state(), you: () => this.#signalling.you, packets: (id) => this.#receivers.packets(id), changed: () => this.#listened(),
  });
  readonly #playback = new Playback((needsGesture) => this.#store.patch({ needsGesture }), (stream) => this.#channels.level(stream));
  readonly #ear = new Ear((heard) => this.#store.patch(this.#senders.isElsewhere ? { ...heard, speakingWhileMuted: false } : heard));
  readonly #monitor: LineMonitor;
  readonly #ends: readonly (() => void)[];
  /** The state follows the last join; before, it may still show what was lost with the connection. */
  #settled = false;
  #stalled = false;
  #room: RoomId | undefined;
  #syncing: ReturnType<typeof setTimeout> | undefined;
  #expecting: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  readonly subscribe = this.#store.subscribe;
  readonly getSnapshot = this.#store.getSnapshot;

  constructor(signalling: Signalling, options: MediaEngineOptions) {
    this.#signalling = signalling;
    this.#key = options.remember;
    this.#link = new Link(signalling, 'session', {
      opened: () => this.#opened(), lost: () => this.#lost(), changed: () => this.#connectionChanged(),
    });
    this.#receivers = new Receivers(signalling, this.#link, this.#wishes, (remote) => {
      this.#store.patch({ remote });
      this.#playback.show(Object.values(remote));
    });
    this.#wishes.voice = (publication) => this.#channels.course(publication);
    this.#senders = new Senders({
      link: this.#link, signalling, devices: this.#devices, known: this.#known, lowBandwidth: () => this.getSnapshot().lowBandwidth,
      changed: (source, state) => {
        this.#store.patch({ local: { ...this.getSnapshot().local, [source]: state } });
        if (source === 'microphone') this.#ear.follow(state);
      },
      asideChanged: (aside) => this.#store.patch({ aside }), voiceChanged: (voice) => this.#store.patch({ voice }),
    });
    this.#monitor = new LineMonitor(() => this.#link.transports, (view) => this.#lineSeen(view));
    this.#ends = [
      signalling.subscribe(() => this.#stateChanged()),
      signalling.onJoin((reply) => this.#joined(reply)),
      signalling.onNotice('media.lost', () => void this.#link.reopen()),
      signalling.onNotice('media.sizes', ({ publication, most }) => this.#senders.resize(publication, most)),
      signalling.onNotice('media.speakers', ({ room, speakers }) => {
        if (room === this.#room) this.#store.patch({ speaking: speakers.map((one) => one.participant) });
      }),
    ];
    void this.#devices.refresh();
    // What this browser can do is found out now, not between the click on Join and the first picture.
    void loadHandler().catch(() => undefined);
    this.#settled = signalling.getSnapshot().status === 'joined';
    this.#stateChanged();
  }

  async set(source: Exclude<Source, 'screenAudio'>, desire: Desire): Promise<void> {
    const done = this.#senders.want(source, desire);
    this.#remember();
    await done;
    await this.#devices.refresh();
  }

  async speakTo(room: RoomId | undefined): Promise<boolean> {
    const heard = await this.#senders.speakTo(room);
    await this.#devices.refresh();
    return heard;
  }

  listen(listening: Listening): void {
    this.#channels.listen(listening);
  }

  interpret(): Promise<BoothVoice> {
    return this.#senders.interpret();
  }

  async choose(kind: DeviceKind, id: string): Promise<void> {
    const before = this.#devices.chosen(kind);
    this.#devices.choose(kind, id);
    if (kind === 'speaker') return this.#playback.use(id);
    if (before !== id) await this.#senders.reopen(kind);
  }

  async film(): Promise<void> {
    if (await this.#senders.film()) await this.#devices.refresh();
  }

  want(publication: PublicationId, wish: Wish): () => void {
    return this.#wishes.add(publication, wish);
  }

  setAudioOnly(on: boolean): void {
    this.#wishes.audioOnly = on;
    this.#store.patch({ audioOnly: on });
    this.#remember();
    this.#receivers.sync();
  }

  setLowBandwidth(on: boolean): void {
    if (on === this.getSnapshot().lowBandwidth) return;
    this.#wishes.lowBandwidth = on;
    this.#store.patch({ lowBandwidth: on });
    this.#remember();
    this.#receivers.sync();
    for (const sender of this.#senders.all) void sender.retune();
  }

  onMicrophoneLevel(listener: (db: number | undefined) => void): () => void {
    return this.#ear.onLevel(listener);
  }

  async resumeAudio(): Promise<void> {
    await Promise.all([wakeAudio(), this.#playback.resume()]);
  }

  async restore(): Promise<void> {
    if (this.#key === undefined) return;
    const { microphone, camera, document, audioOnly, lowBandwidth } = recall(this.#key);
    const turned = [this.#senders.want('microphone', microphone), this.#senders.want('camera', camera), this.#senders.want('document', document)];
    this.setAudioOnly(audioOnly);
    this.setLowBandwidth(lowBandwidth);
    await Promise.all(turned);
    await this.#devices.refresh();
  }

  transports(): readonly Transport[] {
    return this.#link.transports;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#syncing);
    clearTimeout(this.#expecting);
    for (const end of this.#ends) end();
    this.#monitor.close();
    this.#channels.close();
    this.#senders.close();
    this.#receivers.close();
    this.#link.close();
    this.#playback.close();
    this.#ear.close();
    this.#devices.close();
    this.#store.clear();
  }

  readonly #known = (publication: PublicationId): Publication | undefined | 'unknown' => {
    const state = this.#signalling.state();
    return this.#settled && state && this.#signalling.getSnapshot().status === 'joined' ? state.publications[publication] : 'unknown';
  };

  #isInside(): boolean {
    const state = this.#signalling.state();
    return state !== undefined && isInside(state, this.#signalling.you);
  }

  #stateChanged(): void {
    const { status } = this.#signalling.getSnapshot();
    if (status !== 'joined') {
      this.#settled = false;
      if (this.#link.isOpen) this.#tellQuality(0);
      if (status === 'gone') this.#link.close();
      return;
    }
    if (!this.#isInside()) {
      if (this.#link.isOpen || this.#link.isOpening) this.#link.close();
      return;
    }
    const room = this.#signalling.state()?.participants[this.#signalling.you]?.room;
    if (room !== this.#room) {
      this.#room = room;
      this.#store.patch({ speaking: [] });
    }
    this.#followInterpretation();
    for (const sender of this.#senders.all) sender.follow();
    this.#receivers.sync();
    // After this turn: the join that brought the state may bring an offer too.
    queueMicrotask(() => {
      if (this.#settled && !this.#closed && this.#isInside() && !this.#link.isOpen) void this.#link.open();
    });
  }

  #followInterpretation(): void {
    this.#channels.follow();
    this.#senders.interpreted(Object.keys(this.#signalling.state()?.interpretation.booths ?? {}).length > 0);
  }

  #listened(): void {
    const { listening, heard } = this.#channels;
    this.#store.patch({ listening, heard });
    this.#receivers.sync();
    this.#playback.show(Object.values(this.getSnapshot().remote));
  }

  #joined(reply: JoinReply): void {
    this.#settled = true;
    if (!this.#isInside()) return;
    if (reply.mediaKept && this.#link.isOpen) {
      this.#link.restart();
      this.#receivers.rejoined();
      for (const sender of this.#senders.all) sender.follow();
    } else {
      void this.#link.reopen(reply.media);
    }
  }

  #lost(): void {
    this.#senders.lost();
    this.#receivers.lost();
  }

  /** Receives first: somebody waits to see and hear, and what is sent has a camera to warm up anyway. */
  #opened(): void {
    this.#expectTiles();
    this.#receivers.sync();
    for (const sender of this.#senders.all) void sender.sync();
    void this.#monitor.look();
    this.#channels.opened();
  }

  /** The room is about to be drawn; its first pictures need not wait for that. */
  #expectTiles(): void {
    const state = this.#signalling.state();
    if (!state || !this.#wishes.isEmpty) return;
    this.#wishes.expect(firstPictures(state, this.#signalling.you));
    clearTimeout(this.#expecting);
    this.#expecting = setTimeout(() => this.#wishes.expect([]), EXPECT_MS);
  }

  #connectionChanged(): void {
    const { connection } = this.getSnapshot();
    const { state } = this.#link;
    const shown = state === 'connected' && this.#stalled ? 'reconnecting' : state;
    if (shown === connection.state) return;
    this.#store.patch({ connection: { ...connection, state: shown } });
    if (shown === 'connected') void this.#monitor.look();
    else if (shown !== 'new' && shown !== 'connecting') this.#tellQuality(0);
  }

  #lineSeen({ protocol, roundTripMs, stalled, ...losses }: LineView): void {
    this.#stalled = stalled;
    this.#connectionChanged();
    const { connection } = this.getSnapshot();
    if (protocol !== connection.protocol || roundTripMs !== connection.roundTripMs) {
      this.#store.patch({ connection: { state: connection.state, ...(protocol ? { protocol } : {}), ...(roundTripMs === undefined ? {} : { roundTripMs }) } });
    }
    const stands = connection.state === 'connected' && this.#signalling.getSnapshot().status === 'joined';
    this.#tellQuality(qualityOfLine({ connected: stands, ...losses, roundTripMs }));
  }

  #tellQuality(quality: MediaSnapshot['quality']): void {
    if (quality === this.getSnapshot().quality) return;
    this.#store.patch({ quality });
    this.#signalling.signal('quality.told', { level: quality });
  }

  #devicesChanged(devices: MediaSnapshot['devices']): void {
    const before = this.getSnapshot().devices.speaker.chosen;
    this.#store.patch({ devices });
    if (devices.speaker.chosen !== before) void this.#playback.use(devices.speaker.chosen);
  }

  /** Tiles come and go in bursts; one look at all of them is enough. */
  #syncSoon(): void {
    this.#syncing ??= setTimeout(() => {
      this.#syncing = undefined;
      this.#receivers.sync();
    }, 0);
  }

  #remember(): void {
    if (this.#key === undefined) return;
    const { audioOnly, lowBandwidth } = this.getSnapshot();
    const { microphone, camera, document } = this.#senders.of;
    remember(this.#key, { microphone: microphone.desire, camera: camera.desire, document: document.desire, audioOnly, lowBandwidth });
  }
}
