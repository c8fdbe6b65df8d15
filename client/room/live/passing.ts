import type { ParticipantId } from '../../../protocol/live/ids.ts';
import { Cell } from './cell.ts';

/** What somebody just signalled, by participant; each entry goes away by itself after a while. */
export class Passing<T> {
  readonly cell = new Cell<ReadonlyMap<ParticipantId, T>>(new Map());
  readonly #lastsMs: number;
  readonly #timers = new Map<ParticipantId, ReturnType<typeof setTimeout>>();

  constructor(lastsMs: number) {
    this.#lastsMs = lastsMs;
  }

  show(who: ParticipantId, what: T): void {
    clearTimeout(this.#timers.get(who));
    this.#timers.set(who, setTimeout(() => this.hide(who), this.#lastsMs));
    this.cell.set(new Map(this.cell.get()).set(who, what));
  }

  hide(who: ParticipantId): void {
    clearTimeout(this.#timers.get(who));
    this.#timers.delete(who);
    if (!this.cell.get().has(who)) return;
    const rest = new Map(this.cell.get());
    rest.delete(who);
    this.cell.set(rest);
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
