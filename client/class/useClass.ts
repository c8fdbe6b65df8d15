import { useCallback } from 'react';
import type { LiveClass } from '../../protocol/class/class.ts';
import { may } from '../../protocol/kinds.ts';
import type { Participant } from '../../protocol/live/participants.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import { useSession } from '../live/context.tsx';

/** Polls and groups of this class, as these eyes may see them. */
export function useClass(): LiveClass {
  return useSession(useCallback((state: SessionState) => state.class, []));
}

/** Those who answer and work in groups, by name. */
export function traineesOf({ participants }: Pick<SessionState, 'participants'>): readonly Participant[] {
  return Object.values(participants).filter((one) => may('class', one.role, 'class.answer')).toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Those of them who are inside. */
export function useTraineesInside(): readonly Participant[] {
  return traineesOf({ participants: useSession((state) => state.participants) }).filter((one) => one.presence === 'in');
}
