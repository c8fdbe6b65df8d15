import { rates } from '../../protocol/rows.ts';
import type { RateClass } from '../../protocol/rows.ts';

/**
 * Token buckets of one connection, one for each rate class. Synchronous and in memory because it is asked for every
 * frame; sign-in attempts, which need to outlive a connection, use rate-limiter-flexible (server/identity).
 */
export class FrameRate {
  readonly #buckets = new Map<RateClass, { tokens: number; at: number }>();
  #refusals = 0;

  /** Whether a frame of this class may pass at `now` (ms). */
  take(rate: RateClass, now: number): boolean {
    const { perSecond, burst } = rates[rate];
    const bucket = this.#buckets.get(rate) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
    const passes = tokens >= 1;
    this.#buckets.set(rate, { tokens: passes ? tokens - 1 : tokens, at: now });
    this.#refusals = passes ? Math.max(0, this.#refusals - 1) : this.#refusals + 1;
    return passes;
  }

  /** Goes on sending although refused: no client of ours does that. */
  get floods(): boolean {
    return this.#refusals > 300;
  }
}
