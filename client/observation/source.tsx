import { createContext, use, useCallback, useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../../protocol/kinds.ts';
import type { Participant } from '../../protocol/live/participants.ts';
import type { SessionInfo } from '../../protocol/live/session.ts';
import type { Observation } from '../../protocol/observation/observation.ts';
import type { VisitView } from '../../protocol/observation/routes.ts';
import type { Permission } from '../../protocol/permissions.ts';
import type { CommandInput, CommandName } from '../../protocol/table.ts';
import { useLive, useSession } from '../live/context.tsx';
import { newId } from '../live/ids.ts';
import { useSessionCommand } from '../pages/shared/useSessionCommand.ts';
import { toast } from '../ui/Toast.tsx';

/** Sends a command of the visit; a refusal is said in passing, with its code. Answers the command's id (that of what it made), or nothing. */
export type RunVisit = <N extends CommandName>(name: N, payload: CommandInput<N>) => Promise<string | undefined>;

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
  readonly run: RunVisit;
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
  const { t } = useTranslation('errors');
  const session = useSession((state) => state.session);
  const participants = useSession((state) => state.participants);
  const observation = useSession((state) => state.observation);
  const run = useCallback<RunVisit>(async (name, payload) => {
    const id = newId();
    const result = await live.command(name, payload, id);
    if (!result.ok) toast(`${t(result.error.code)} (${result.error.code})`, 'warning');
    return result.ok ? id : undefined;
  }, [live, t]);
  const me = participants[live.you]!;
  const visit = useMemo<Visit>(() => ({
    session, me, participants, observation, run, isLive: true, may: (permission) => may(session.kind, me.role, permission),
  }), [session, me, participants, observation, run]);
  return <VisitContext value={visit}>{children}</VisitContext>;
}

/** The visit as its file has it, before its session opens and after it has ended. */
export function FiledVisit({ view, children }: { readonly view: VisitView; readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation('errors');
  const command = useSessionCommand(view.session.id);
  const run = useCallback<RunVisit>(async (name, payload) => {
    const id = newId();
    const result = await command(name, payload, id);
    if (!result.ok) toast(`${t(result.error.code)} (${result.error.code})`, 'warning');
    return result.ok ? id : undefined;
  }, [command, t]);
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
