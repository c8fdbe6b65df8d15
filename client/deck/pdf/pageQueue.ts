import type { Size } from '../view/geometry.ts';

/** A page as it was drawn to fit into so many pixels. */
export interface Drawn<T> {
  readonly page: number;
  readonly area: Size;
  readonly image: T;
}

export interface PageQueueOptions<T> {
  /** Draws a page; rejects when the signal says that nobody wants it any more. */
  readonly draw: (page: number, area: Size, signal: AbortSignal) => Promise<T>;
  /** An image is no longer kept. */
  readonly dispose: (image: T) => void;
  /** How many images are kept beyond the wanted ones. */
  readonly spare: number;
}

/**
 * Draws the pages that are wanted, the most urgent first and one at a time, and keeps them. Wanting others stops what is
 * no longer wanted, and what keeps the most urgent waiting. Knows nothing of PDF.
 */
export class PageQueue<T> {
  readonly #options: PageQueueOptions<T>;
  readonly #drawn = new Map<number, Drawn<T>>();
  readonly #failed = new Map<number, unknown>();
  readonly #listeners = new Set<() => void>();
  #wanted: readonly number[] = [];
  #area: Size = { width: 0, height: 0 };
  #underWay: { readonly page: number; readonly area: Size; readonly stop: AbortController } | undefined;
  #closed = false;

  constructor(options: PageQueueOptions<T>) {
    this.#options = options;
  }

  /** From now on these pages, to fit into so many pixels, the most urgent first. */
  want(pages: readonly number[], area: Size): void {
    if (this.#closed || area.width < 1 || area.height < 1) return;
    this.#wanted = pages;
    this.#area = area;
    const first = this.#next();
    const now = this.#underWay;
    // What is shown next must not wait; among those that are drawn ahead the one under way may finish.
    const stays = now !== undefined && same(now.area, area) && pages.includes(now.page) && (now.page === first || first !== pages[0]);
    if (!stays) now?.stop.abort();
    this.#run();
  }

  /** The page at whatever size it was drawn last. */
  get(page: number): Drawn<T> | undefined {
    const drawn = this.#drawn.get(page);
    if (drawn) {
      // The most recently used come last.
      this.#drawn.delete(page);
      this.#drawn.set(page, drawn);
    }
    return drawn;
  }

  /** Why the page could not be drawn. */
  failure(page: number): unknown {
    return this.#failed.get(page);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#closed = true;
    this.#underWay?.stop.abort();
    for (const { image } of this.#drawn.values()) this.#options.dispose(image);
    this.#drawn.clear();
    this.#listeners.clear();
  }

  /** The most urgent page that is still to be drawn; the one under way may be it. */
  #next(): number | undefined {
    return this.#wanted.find((page) => !this.#isDrawn(page) && !this.#failed.has(page));
  }

  #isDrawn(page: number): boolean {
    const drawn = this.#drawn.get(page);
    return drawn !== undefined && same(drawn.area, this.#area);
  }

  #run(): void {
    if (this.#underWay || this.#closed) return;
    const page = this.#next();
    if (page === undefined) return;
    const area = this.#area;
    const stop = new AbortController();
    this.#underWay = { page, area, stop };
    this.#options.draw(page, area, stop.signal).then(
      (image) => this.#finished({ page, area, image }, stop.signal),
      (error: unknown) => {
        if (!stop.signal.aborted && !this.#closed) this.#failed.set(page, error);
      },
    ).finally(() => {
      this.#underWay = undefined;
      if (this.#closed) return;
      this.#tell();
      this.#run();
    });
  }

  #finished(drawn: Drawn<T>, signal: AbortSignal): void {
    if (this.#closed || signal.aborted) return this.#options.dispose(drawn.image);
    const before = this.#drawn.get(drawn.page);
    this.#drawn.delete(drawn.page);
    this.#drawn.set(drawn.page, drawn);
    if (before) this.#options.dispose(before.image);
    const spare = [...this.#drawn.keys()].filter((page) => !this.#wanted.includes(page));
    for (const page of spare.slice(0, Math.max(0, spare.length - this.#options.spare))) {
      this.#options.dispose(this.#drawn.get(page)!.image);
      this.#drawn.delete(page);
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function same(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height;
}
