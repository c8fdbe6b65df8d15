import type { Grouping } from '../../../protocol/class/groups.ts';
import type { RoomId } from '../../../protocol/live/ids.ts';

/** Where who goes round goes next: to who has waited longest for help, else to the group after this one, and then from the beginning. */
export function nextGroup({ groups, calls }: Grouping, here: RoomId): RoomId | undefined {
  const calling = groups.filter((group) => calls[group] && group !== here).toSorted((a, b) => calls[a]!.at - calls[b]!.at);
  if (calling[0] !== undefined) return calling[0];
  const next = groups[(groups.indexOf(here) + 1) % groups.length];
  return next === here ? undefined : next;
}
