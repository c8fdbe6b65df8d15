/** A press of at least this long is one that is held. */
const HELD_MS = 400;

/**
 * One press, two ways: held down, one speaks for as long as it is held; pressed shortly, one speaks until the next press. Times in ms.
 */
export class PushToTalk {
  readonly #change: (on: boolean) => void;
  #on = false;
  #pressedAt: number | undefined;

  constructor(change: (on: boolean) => void) {
    this.#change = change;
  }

  press(now: number): void {
    if (this.#pressedAt !== undefined) return;
    if (this.#on) return this.#set(false);
    this.#pressedAt = now;
    this.#set(true);
  }

  release(now: number): void {
    const held = this.#pressedAt !== undefined && now - this.#pressedAt >= HELD_MS;
    this.#pressedAt = undefined;
    if (held) this.#set(false);
  }

  /** The page lost the press: somebody went to another window while they held it. */
  lose(): void {
    if (this.#pressedAt === undefined) return;
    this.#pressedAt = undefined;
    this.#set(false);
  }

  /** It ended by itself: the room closed, the microphone went. */
  ended(): void {
    this.#pressedAt = undefined;
    this.#on = false;
  }

  #set(on: boolean): void {
    if (on === this.#on) return;
    this.#on = on;
    this.#change(on);
  }
}
