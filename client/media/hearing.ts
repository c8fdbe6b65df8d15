import { SILENCE_DB } from './level.ts';

/** Louder than this is speech and not the room. dBFS. */
const SPEECH_DB = -45;
/** A microphone that works hears its own noise; below this it gives nothing. dBFS. */
const DEAD_DB = -85;
/** So long somebody speaks before being told that they are muted, and the notice stays after the last word. */
const SPEAKS_MS = 500;
const STAYS_MS = 4_000;
/** So long an open microphone gives nothing before that is said. */
const DEAD_MS = 6_000;

export interface Heard {
  readonly speakingWhileMuted: boolean;
  readonly silentMicrophone: boolean;
}

/** Turns the levels of one's own microphone into the two notices. Times in ms, levels in dBFS. */
export class Hearing {
  #speakingSince: number | undefined;
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
      this.#speakingSince = undefined;
      this.#spokeAt = -Infinity;
      this.#aliveAt = now;
    }
    const level = db ?? SILENCE_DB;
    if (db === undefined || level > DEAD_DB) this.#aliveAt = now;
    if (level > SPEECH_DB) this.#speakingSince ??= now;
    else if (now - this.#spokeAt > SPEAKS_MS) this.#speakingSince = undefined;
    if (this.#speakingSince !== undefined && now - this.#speakingSince >= SPEAKS_MS && level > SPEECH_DB) this.#spokeAt = now;
    return {
      speakingWhileMuted: muted && now - this.#spokeAt < STAYS_MS,
      silentMicrophone: !muted && (dead || now - this.#aliveAt >= DEAD_MS),
    };
  }
}
