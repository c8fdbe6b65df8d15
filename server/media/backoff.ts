/** So many deaths within this time are no accident; a worker that lives this long is sound again. */
const DEATHS = 3;
const WINDOW_MS = 60_000;
const LONGEST_MS = 30_000;

/** How long to wait before a worker is started again: not at all, until it dies three times in 60 s; then 1, 2, 4 ... 30 s. */
export class Backoff {
  #recent: number[] = [];
  #level = 0;

  /** A worker died at `now` after `livedMs`, or did not start at all. Answers the pause in ms. */
  died(now: number, livedMs: number): number {
    if (livedMs >= WINDOW_MS) {
      this.#recent = [];
      this.#level = 0;
    }
    this.#recent = [...this.#recent.filter((at) => now - at < WINDOW_MS), now];
    if (this.#level > 0 || this.#recent.length >= DEATHS) this.#level += 1;
    return this.#level === 0 ? 0 : Math.min(LONGEST_MS, 1000 * 2 ** (this.#level - 1));
  }
}
