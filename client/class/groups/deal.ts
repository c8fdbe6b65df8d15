import type { ParticipantId } from '../../../protocol/live/ids.ts';

/** Everybody into so many groups, as even as can be: no two differ by more than one. `random` answers 0 to below 1. */
export function deal(people: readonly ParticipantId[], groups: number, random: () => number = Math.random): readonly (readonly ParticipantId[])[] {
  const order = [...people];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return Array.from({ length: groups }, (_, group) => order.filter((_one, index) => index % groups === group));
}

/** As many groups as make about four of each. */
export function usualCount(people: number): number {
  return Math.max(2, Math.round(people / 4));
}
