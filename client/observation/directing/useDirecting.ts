import { useCallback } from 'react';
import { may } from '../../../protocol/kinds.ts';
import type { ParticipantId } from '../../../protocol/live/ids.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { mayDirect } from '../../../protocol/observation/directing.ts';
import { mainCamera } from '../../../protocol/observation/mainView.ts';
import { useLive, useSession } from '../../live/context.tsx';
import { subjectsHere } from '../../room/stage/plan.ts';

const sameList = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((one, index) => one === b[index]);

/** The field cameras that are inside, in the order in which they were invited. */
export function useFieldCameras(): readonly Participant[] {
  return useSession(useCallback((state: SessionState) => Object.values(state.participants)
    .filter((one) => one.presence === 'in' && may(state.session.kind, one.role, 'camera.film'))
    .toSorted((a, b) => a.order - b.order), []), sameList);
}

/** Those inside who can be given the turn. */
export function useDirectors(): readonly Participant[] {
  return useSession(useCallback((state: SessionState) => Object.values(state.participants)
    .filter((one) => one.presence === 'in' && may(state.session.kind, one.role, 'camera.direct'))
    .toSorted((a, b) => a.order - b.order), []), sameList);
}

/** Whether this participant directs the cameras now, and who has the turn. */
export function useTurn(): { readonly mine: boolean; readonly mayDirect: boolean; readonly holder: Participant | undefined } {
  const { you } = useLive();
  const holder = useSession(useCallback((state: SessionState) => state.participants[state.observation.cameras.turn ?? ''], []));
  const directs = useSession(useCallback((state: SessionState) => {
    const me = state.participants[you];
    return me !== undefined && mayDirect(state, me);
  }, [you]));
  return { mine: holder?.id === you, mayDirect: directs, holder };
}

/** Whether everybody sees this camera large: because somebody chose it, or by itself as nobody chose anything. */
export function useMainPlace(camera: ParticipantId): 'chosen' | 'automatic' | undefined {
  return useSession(useCallback((state: SessionState) => {
    const room = state.participants[camera]?.room ?? '';
    const stage = state.stages[room];
    if (stage?.pinned.includes(camera)) return 'chosen';
    const others = stage?.pinned.some((one) => state.participants[one]?.presence === 'in' && state.participants[one].room === room) ?? false;
    if (others || (stage?.layout ?? 'auto') !== 'auto' || subjectsHere(state, room).length > 0) return undefined;
    return mainCamera(state, room) === camera ? 'automatic' : undefined;
  }, [camera]));
}

/** The name of the zone in which a camera is; undefined: between zones. */
export function useZoneOf(camera: ParticipantId): string | undefined {
  return useSession(useCallback((state: SessionState) => {
    const zone = state.observation.cameras.places[camera];
    return zone === undefined ? undefined : state.observation.plan.zones[zone]?.name;
  }, [camera]));
}
