import type { SessionEvent } from '../../../protocol/live/event.ts';
import { StoreError } from '../../../server/store/errors.ts';
import type { LogLine, SessionLog } from '../../../server/store/store.ts';

/** A log in memory whose disk a test can hold up or fill. Keeps the promises of the store: order, all or nothing. */
export class MemoryLog implements SessionLog<SessionEvent> {
  readonly entries: SessionEvent[] = [];
  #asked = 0;
  #gate: Promise<void> = Promise.resolve();
  #release: () => void = () => {};
  full = false;

  get head(): { seq: number; hash: string } {
    return { seq: this.entries.length, hash: '' };
  }

  /** Holds every append until the returned function is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gate = promise;
    this.#release = resolve;
    return () => this.#release();
  }

  async append(entries: readonly SessionEvent[]): Promise<void> {
    if (entries[0]!.seq !== Math.max(this.#asked, this.entries.length) + 1) throw new StoreError('store.order', 'order');
    this.#asked = entries.at(-1)!.seq;
    await this.#gate;
    if (this.full || entries[0]!.seq !== this.entries.length + 1) {
      this.#asked = this.entries.length;
      throw new StoreError(this.full ? 'store.full' : 'store.order', 'full');
    }
    this.entries.push(...entries);
  }

  async *read(): AsyncIterable<SessionEvent> {
    yield* this.entries;
  }

  async *lines(): AsyncIterable<LogLine<SessionEvent>> {
    for (const entry of this.entries) yield { bytes: Buffer.from(JSON.stringify(entry)), entry, hash: '', prev: '' };
  }

  async close(): Promise<void> {}
}
