import { useSyncExternalStore } from 'react';

/** Milliseconds since the epoch, stepping by whole units of `stepMs`; everybody who asks for the same step ticks together. */
export function useNow(stepMs: number): number {
  const clock = clockFor(stepMs);
  return useSyncExternalStore(clock.subscribe, clock.now);
}

interface Clock {
  readonly subscribe: (listener: () => void) => () => void;
  readonly now: () => number;
}

const clocks = new Map<number, Clock>();

function clockFor(stepMs: number): Clock {
  const known = clocks.get(stepMs);
  if (known) return known;
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tick = (): void => {
    for (const listener of listeners) listener();
    timer = setTimeout(tick, stepMs - (Date.now() % stepMs));
  };
  const clock: Clock = {
    subscribe: (listener) => {
      listeners.add(listener);
      timer ??= setTimeout(tick, stepMs - (Date.now() % stepMs));
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearTimeout(timer);
        timer = undefined;
      };
    },
    now: () => Math.floor(Date.now() / stepMs) * stepMs,
  };
  clocks.set(stepMs, clock);
  return clock;
}
