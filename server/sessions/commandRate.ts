import type { RateClass } from '../../protocol/rows.ts';
import { FrameRate } from '../live/rate.ts';

/** Participants of whom the rate is remembered; whoever was idle longest is forgotten first. */
const REMEMBERED = 5_000;

/** The rate classes of the protocol table for commands that come over HTTP, where there is no connection to keep them. */
export class CommandRate {
  readonly #rates = new Map<string, FrameRate>();

  take(session: string, participant: string, rate: RateClass): boolean {
    const key = `${session} ${participant}`;
    const known = this.#rates.get(key) ?? new FrameRate();
    this.#rates.delete(key);
    this.#rates.set(key, known);
    if (this.#rates.size > REMEMBERED) this.#rates.delete(this.#rates.keys().next().value!);
    return known.take(rate, Date.now());
  }
}
