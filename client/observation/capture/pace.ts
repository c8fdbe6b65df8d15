const FIRST_MS = 1_000;
const MOST_MS = 60_000;

/** How long to rest after so many failures in a row, ms: longer each time, and never the same for two devices. */
export function restAfter(failures: number, random: () => number): number {
  return Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(10, failures - 1)) * (0.5 + random() / 2);
}

/** A part that takes longer loses too much when the line breaks; one that takes less wastes its way there and back. */
const LONG_MS = 4_000;
const SHORT_MS = 800;

/** How many bytes go at once: a few on a thin line, up to what the server takes on a good one. */
export class PartSize {
  readonly #least: number;
  readonly #most: number;
  #bytes: number;

  constructor(least: number, most: number) {
    this.#least = least;
    this.#most = most;
    this.#bytes = least;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** A part of this size went through. */
  took(ms: number): void {
    if (ms < SHORT_MS) this.#bytes = Math.min(this.#most, this.#bytes * 2);
    else if (ms > LONG_MS) this.#bytes = Math.max(this.#least, Math.floor(this.#bytes / 2));
  }

  broke(): void {
    this.#bytes = this.#least;
  }
}
