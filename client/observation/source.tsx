import { createContext, use, useMemo } from 'react';
import type { ReactNode } from 'react';
import { may } from '../../protocol/kinds.ts';
import type { Participant } from '../../protocol/live/participants.ts';
import type { SessionInfo } from '../../protocol/live/session.ts';
import type { Observation } from '../../protocol/observation/observation.ts';
import type { VisitView } from '../../protocol/observation/routes.ts';
import type { Permission } from '../../protocol/permissions.ts';
import { useLive, useSession } from '../live/context.tsx';
import { useRoomSend, useRun } from '../live/useRun.ts';
import type { Run } from '../live/useRun.ts';
import { useSessionCommand } from '../pages/shared/useSessionCommand.ts';

/**
 * A visit as a screen sees it, in the room (live) or in its file (by HTTP): the same components serve both.
 */
export interface Visit {
  readonly session: SessionInfo;
  readonly me: Participant;
  readonly participants: Readonly<Record<string, Participant>>;
  readonly observation: Observation;
  /** Whether my role has an ability. What is drawn follows it; the server alone enforces it. */
  readonly may: (permission: Permission) => boolean;
  readonly run: Run;
  /** Whether this is the room; in the file nothing happens by itself. */
  readonly isLive: boolean;
}

const VisitContext = createContext<Visit | undefined>(undefined);

export function useVisit(): Visit {
  const visit = use(VisitContext);
  if (!visit) throw new Error('useVisit outside of a visit');
  return visit;
}

/** The visit of the room that this page is in. */
export function RoomVisit({ children }: { readonly children: ReactNode }): ReactNode {
  const live = useLive();
  const session = useSession((state) => state.session);
  const participants = useSession((state) => state.participants);
  const observation = useSession((state) => state.observation);
  const run = useRun(useRoomSend());
  const me = participants[live.you]!;
  const visit = useMemo<Visit>(() => ({
    session, me, participants, observation, run, isLive: true, may: (permission) => may(session.kind, me.role, permission),
  }), [session, me, participants, observation, run]);
  return <VisitContext value={visit}>{children}</VisitContext>;
}

/** The visit as its file has it, before its session opens and after it has ended. */
export function FiledVisit({ view, children }: { readonly view: VisitView; readonly children: ReactNode }): ReactNode {
  const run = useRun(useSessionCommand(view.session.id));
  const visit = useMemo<Visit>(() => {
    const participants = Object.fromEntries(view.participants.map((one) => [one.id, one]));
    const me = participants[view.you]!;
    return {
      session: view.session, me, participants, observation: view.observation, run, isLive: false,
      may: (permission) => may(view.session.kind, me.role, permission),
    };
  }, [view, run]);
  return <VisitContext value={visit}>{children}</VisitContext>;
}
