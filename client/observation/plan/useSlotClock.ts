import { useLiveSnapshot, useSession } from '../../live/context.tsx';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useNow } from '../../room/live/useNow.ts';
import { slotClock } from './slotClock.ts';
import type { SlotClock } from './slotClock.ts';

const planOf = (state: SessionState): SessionState['observation']['plan'] => state.observation.plan;

/** The slot under way and its clock, in the room; steps once a second. */
export function useSlotClock(): SlotClock | undefined {
  const plan = useSession(planOf);
  const offset = useLiveSnapshot((snapshot) => snapshot.clockOffsetMs);
  return slotClock(plan, useNow(1_000) + offset);
}
