import { SILENCE_DB } from './level.ts';

/** Louder than this is speech and not the room. dBFS. */
const SPEECH_DB = -45;
/** A microphone that works hears its own noise; below this it gives nothing. dBFS. */
const DEAD_DB = -85;
/** So often within so long a level is that of speech before somebody is told that they are muted; words have gaps. */
const LOUD_TIMES = 4;
const WITHIN_MS = 2_000;
/** So long the notice stays after the last word. */
const STAYS_MS = 4_000;
/** So long an open microphone gives nothing before that is said. */
const DEAD_MS = 6_000;

export interface Heard {
  readonly speakingWhileMuted: boolean;
  readonly silentMicrophone: boolean;
}

/** Turns the levels of one's own microphone, ten a second, into the two notices. Times in ms, levels in dBFS. */
export class Hearing {
  #loud: number[] = [];
  #spokeAt = -Infinity;
  #aliveAt: number;
  #muted: boolean | undefined;

  constructor(now: number) {
    this.#aliveAt = now;
  }

  /** `db` undefined: the browser does not let the page listen. `dead`: the system says that the device gives nothing. */
  hear(now: number, { db, muted, dead }: { readonly db: number | undefined; readonly muted: boolean; readonly dead: boolean }): Heard {
    if (muted !== this.#muted) {
      this.#muted = muted;
      this.#loud = [];
      this.#spokeAt = -Infinity;
      this.#aliveAt = now;
    }
    const level = db ?? SILENCE_DB;
    if (db === undefined || level > DEAD_DB) this.#aliveAt = now;
    this.#loud = [...this.#loud.filter((at) => now - at <= WITHIN_MS), ...(level > SPEECH_DB ? [now] : [])];
    if (this.#loud.length >= LOUD_TIMES) this.#spokeAt = now;
    return {
      speakingWhileMuted: muted && now - this.#spokeAt < STAYS_MS,
      silentMicrophone: !muted && (dead || now - this.#aliveAt >= DEAD_MS),
    };
  }
}
