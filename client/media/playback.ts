import type { PublicationId } from '../../protocol/live/ids.ts';
import type { RemoteStream } from './model.ts';

/** Plays what is heard: one hidden element a stream, outside of React, so that no drawing interrupts a voice. */
export class Playback {
  readonly #players = new Map<PublicationId, HTMLAudioElement>();
  readonly #blocked: (blocked: boolean) => void;
  #speaker: string | undefined;
  #level: (stream: RemoteStream) => number;
  readonly #resume = (): void => void this.resume();

  /** `blocked`: the browser plays nothing before a click or a key. `level`: how loud a stream is to be, 0..1. */
  constructor(blocked: (blocked: boolean) => void, level: (stream: RemoteStream) => number = () => 1) {
    this.#blocked = blocked;
    this.#level = level;
  }

  /** Plays exactly these. */
  show(streams: readonly RemoteStream[]): void {
    const sounding = streams.filter((one) => one.track.kind === 'audio');
    for (const [id, player] of this.#players) {
      const stream = sounding.find((one) => one.publication === id);
      if (stream && tracksOf(player).includes(stream.track)) continue;
      stop(player);
      this.#players.delete(id);
    }
    for (const stream of sounding) {
      const { publication, track } = stream;
      if (!this.#players.has(publication)) void this.#play(publication, track);
      setLevel(this.#players.get(publication)!, this.#level(stream));
    }
  }

  /** The speaker to use; browsers that cannot choose use the system's. */
  async use(speaker: string | undefined): Promise<void> {
    this.#speaker = speaker;
    await Promise.all([...this.#players.values()].map((player) => this.#route(player)));
  }

  /** To be called in the handler of a click or a key. */
  async resume(): Promise<void> {
    const played = await Promise.all([...this.#players.values()].map((player) => player.play().then(() => true, () => false)));
    if (!played.includes(false)) this.#allowed();
  }

  close(): void {
    this.#allowed();
    for (const player of this.#players.values()) stop(player);
    this.#players.clear();
  }

  async #play(id: PublicationId, track: MediaStreamTrack): Promise<void> {
    const player = document.createElement('audio');
    player.hidden = true;
    player.autoplay = true;
    player.dataset['publication'] = id;
    player.srcObject = new MediaStream([track]);
    this.#players.set(id, player);
    document.body.append(player);
    await this.#route(player);
    try {
      await player.play();
    } catch (error) {
      if (this.#players.get(id) === player && error instanceof DOMException && error.name === 'NotAllowedError') this.#forbidden();
    }
  }

  async #route(player: HTMLAudioElement): Promise<void> {
    if (!('setSinkId' in player)) return;
    // A speaker that was unplugged gives way to the default.
    await player.setSinkId(this.#speaker ?? '').catch(() => player.setSinkId('').catch(() => undefined));
  }

  /** Any click or key anywhere will do. */
  #forbidden(): void {
    this.#blocked(true);
    for (const event of ['pointerup', 'keydown'] as const) document.addEventListener(event, this.#resume, { capture: true });
  }

  #allowed(): void {
    for (const event of ['pointerup', 'keydown'] as const) document.removeEventListener(event, this.#resume, { capture: true });
    this.#blocked(false);
  }
}

/** Where a page may not set the volume (iPhones), what is to be soft is silent instead: an interpreter is not to be talked over. */
function setLevel(player: HTMLAudioElement, level: number): void {
  player.volume = level;
  player.muted = level === 0 || (level < 1 && player.volume === 1);
}

function tracksOf(player: HTMLAudioElement): MediaStreamTrack[] {
  return player.srcObject instanceof MediaStream ? player.srcObject.getTracks() : [];
}

function stop(player: HTMLAudioElement): void {
  player.srcObject = null;
  player.remove();
}
