/**
 * Sends the newest of values that change faster than they can be answered: one is under way at a time, and when it is
 * answered the newest follows; those between are never sent. So a held arrow key never queues pages up.
 */
export class Latest<T> {
  readonly #send: (value: T) => Promise<unknown>;
  readonly #changed: () => void;
  /** The least time between two sendings, ms. */
  readonly #everyMs: number;
  #wanted: { readonly value: T } | undefined;
  #underWay = false;
  #sentAt = -Infinity;

  constructor(send: (value: T) => Promise<unknown>, changed: () => void, everyMs = 0) {
    this.#send = send;
    this.#changed = changed;
    this.#everyMs = everyMs;
  }

  /** The newest that has not been answered yet. */
  get wanted(): T | undefined {
    return this.#wanted?.value;
  }

  want(value: T): void {
    this.#wanted = { value };
    this.#changed();
    if (!this.#underWay) void this.#run();
  }

  /** Forgets what waits to be sent; what is under way cannot be called back. */
  drop(): void {
    if (!this.#wanted) return;
    this.#wanted = undefined;
    this.#changed();
  }

  async #run(): Promise<void> {
    this.#underWay = true;
    while (this.#wanted) {
      const wait = this.#sentAt + this.#everyMs - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      const sending: { readonly value: T } | undefined = this.#wanted;
      if (!sending) break;
      this.#sentAt = performance.now();
      await this.#send(sending.value).catch(() => undefined);
      if (this.#wanted === sending) this.drop();
    }
    this.#underWay = false;
  }
}
