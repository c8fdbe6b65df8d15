import { useLiveSnapshot } from '../../live/context.tsx';
import { useNow } from '../../room/live/useNow.ts';
import { useClass } from '../useClass.ts';

export const WARNING_MS = 60_000;

/** How long the groups still have, ms, never below 0; undefined where no time was set. */
export function useTimeLeft(): number | undefined {
  const offset = useLiveSnapshot((snapshot) => snapshot.clockOffsetMs);
  const now = useNow(1_000) + offset;
  const endsAt = useClass().groups.open?.endsAt;
  return endsAt === undefined ? undefined : Math.max(0, endsAt - now);
}
