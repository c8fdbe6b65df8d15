import { createContext, use, useCallback, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { CaseFile } from '../../../protocol/assessment/case/case.ts';
import type { CaseView } from '../../../protocol/assessment/case/routes.ts';
import { may } from '../../../protocol/kinds.ts';
import type { AdministrationId } from '../../../protocol/live/ids.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionInfo } from '../../../protocol/live/session.ts';
import type { Permission } from '../../../protocol/permissions.ts';
import type { CommandInput, CommandName, SignalName, SignalPayload } from '../../../protocol/table.ts';
import type { LiveClient } from '../../live/client.ts';
import type { Answer } from '../../app/problem.ts';
import { useLive, useSession } from '../../live/context.tsx';
import { newId } from '../../live/ids.ts';
import { useRoomSend, useRun } from '../../live/useRun.ts';
import type { Run } from '../../live/useRun.ts';

interface Side {
  readonly administration: AdministrationId;
  readonly name: string;
  readonly country: string;
}

/** A case as a screen sees it: connected, or as it was filed once it is closed. The same components serve both, also beside a meeting. */
export interface Case {
  readonly session: SessionInfo;
  readonly me: Participant;
  readonly participants: Readonly<Record<string, Participant>>;
  readonly file: CaseFile;
  /** The administrations of its people, in the order in which they came. */
  readonly sides: readonly Side[];
  /** Whether my role has an ability, in a case that is not closed. What is drawn follows it; the server alone enforces it. */
  readonly may: (permission: Permission) => boolean;
  /** Sends a command; what went wrong is the answer. `ok` carries the id of what it made. */
  readonly send: <N extends CommandName>(name: N, payload: CommandInput<N>) => Promise<Answer<string>>;
  readonly run: Run;
  readonly onSignal: LiveClient['onSignal'];
  readonly signal: <N extends SignalName>(name: N, payload: SignalPayload<N>) => void;
  readonly isLive: boolean;
}

const CaseContext = createContext<Case | undefined>(undefined);

export function useCase(): Case {
  const one = use(CaseContext);
  if (!one) throw new Error('useCase outside of a case');
  return one;
}

/** The case of the connection above. */
export function ConnectedCase({ children }: { readonly children: ReactNode }): ReactNode {
  const live = useLive();
  const session = useSession((state) => state.session);
  const participants = useSession((state) => state.participants);
  const file = useSession((state) => state.case);
  const send = useCallback<Case['send']>(async (name, payload) => {
    const id = newId();
    const done = await live.command(name, payload, id);
    return done.ok ? { ok: true, value: id } : done;
  }, [live]);
  const run = useRun(useRoomSend());
  const signal = useCallback<Case['signal']>((name, payload) => live.signal(name, payload), [live]);
  const me = participants[live.you]!;
  const value = useMemo<Case>(() => ({
    session, me, participants, file, send, run, signal, onSignal: (listener) => live.onSignal(listener), isLive: true, sides: sidesOf(participants),
    may: (permission) => session.phase !== 'ended' && may(session.kind, me.role, permission),
  }), [session, me, participants, file, send, run, signal, live]);
  return <CaseContext value={value}>{children}</CaseContext>;
}

/** The case as it was filed: to be read, and nothing else. */
export function FiledCase({ view, children }: { readonly view: CaseView; readonly children: ReactNode }): ReactNode {
  const value = useMemo<Case>(() => {
    const participants = Object.fromEntries(view.participants.map((one) => [one.id, one]));
    return {
      session: view.session, me: participants[view.you]!, participants, file: view.file, sides: sidesOf(participants), isLive: false,
      may: () => false, send: async () => ({ ok: false, error: { code: 'session.ended' } }), run: async () => undefined, signal: () => {}, onSignal: () => () => {},
    };
  }, [view]);
  return <CaseContext value={value}>{children}</CaseContext>;
}

function sidesOf(participants: Readonly<Record<string, Participant>>): readonly Side[] {
  const found = new Map<AdministrationId, Side>();
  for (const { administration, administrationName, country } of Object.values(participants).toSorted((a, b) => a.order - b.order)) {
    if (!found.has(administration)) found.set(administration, { administration, name: administrationName, country });
  }
  return [...found.values()];
}

/** The name of a person of the case, also of one who is not in it any more. */
export function usePersonName(): (id: string) => string {
  const { participants } = useCase();
  return useCallback((id) => participants[id]?.name ?? '—', [participants]);
}

export function useSideName(): (administration: AdministrationId) => string {
  const { sides } = useCase();
  return useCallback((administration) => sides.find((one) => one.administration === administration)?.name ?? administration, [sides]);
}
