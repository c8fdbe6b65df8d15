import { useLiveSnapshot } from '../../live/context.tsx';
import { useNow } from '../../room/live/useNow.ts';

export interface Clock {
  readonly elapsedMs: number;
  /** Whole minutes that are left of what was given; below zero it runs over. Absent: no limit. */
  readonly leftMinutes?: number;
}

/** How long something has been under way, on the server's clock; steps once a second. In the room alone. */
export function useClock(since: number, minutes?: number): Clock {
  const offset = useLiveSnapshot((snapshot) => snapshot.clockOffsetMs);
  const elapsedMs = Math.max(0, useNow(1_000) + offset - since);
  return { elapsedMs, ...(minutes === undefined ? {} : { leftMinutes: Math.ceil(minutes - elapsedMs / 60_000) }) };
}
