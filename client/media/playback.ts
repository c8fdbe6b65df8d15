import type { PublicationId } from '../../protocol/live/ids.ts';
import type { RemoteStream } from './model.ts';

/** Plays what is heard: one hidden element a stream, outside of React, so that no drawing interrupts a voice. */
export class Playback {
  readonly #players = new Map<PublicationId, HTMLAudioElement>();
  readonly #blocked: (blocked: boolean) => void;
  #speaker: string | undefined;
  readonly #resume = (): void => void this.resume();

  /** `blocked`: the browser plays nothing before a click or a key. */
  constructor(blocked: (blocked: boolean) => void) {
    this.#blocked = blocked;
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
    for (const { publication, track } of sounding) if (!this.#players.has(publication)) void this.#play(publication, track);
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

function tracksOf(player: HTMLAudioElement): MediaStreamTrack[] {
  return player.srcObject instanceof MediaStream ? player.srcObject.getTracks() : [];
}

function stop(player: HTMLAudioElement): void {
  player.srcObject = null;
  player.remove();
}
