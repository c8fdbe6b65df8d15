import { useCallback } from 'react';
import { newestOf, stateOf } from '../../../protocol/assessment/meeting/outcomes.ts';
import { holds } from '../../../protocol/live/audience.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useLive, useSession } from '../../live/context.tsx';

/** How many delegations ask for the floor, for who gives it. */
export function useAsked(): number {
  const { you } = useLive();
  return useSession(useCallback((state: SessionState) => {
    const me = state.participants[you];
    return me && holds(state, me, 'meeting.lead') ? state.assessment.speaking.queue.length : 0;
  }, [you]));
}

/** How many texts wait for the answer of the delegation whose head this is. */
export function useOpenAnswers(): number {
  const { you } = useLive();
  return useSession(useCallback((state: SessionState) => {
    const me = state.participants[you];
    if (!me || !holds(state, me, 'delegation.lead')) return 0;
    return Object.values(state.assessment.outcomes).filter((one) => {
      const { asks, answers } = newestOf(one);
      return stateOf(one) === 'readBack' && asks?.includes(me.administration) && !answers[me.administration];
    }).length;
  }, [you]));
}
