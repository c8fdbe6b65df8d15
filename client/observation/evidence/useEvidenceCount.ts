import { holds } from '../../../protocol/live/audience.ts';
import { useLiveSnapshot } from '../../live/context.tsx';
import { waitingFor } from './list.ts';

/** How many items wait for this person's word. */
export function useEvidenceCount(): number {
  return useLiveSnapshot(({ state, you }) => {
    const me = state?.participants[you];
    return state && me && holds(state, me, 'evidence.release') ? waitingFor(state.observation.evidence).length : 0;
  });
}
