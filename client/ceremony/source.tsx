import { createContext, use, useCallback, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Ceremony, Side } from '../../protocol/ceremony/ceremony.ts';
import type { CeremonyView } from '../../protocol/ceremony/routes.ts';
import { may } from '../../protocol/kinds.ts';
import type { Participant } from '../../protocol/live/participants.ts';
import type { SessionInfo } from '../../protocol/live/session.ts';
import type { Permission } from '../../protocol/permissions.ts';
import { useRefresh } from '../app/queries.ts';
import { useLive, useSession } from '../live/context.tsx';
import { useRoomSend, useRun } from '../live/useRun.ts';
import type { Run } from '../live/useRun.ts';
import { useSessionCommand } from '../pages/shared/useSessionCommand.ts';

/** A ceremony as a screen sees it, in the room (live) or on its page (by HTTP): the same components serve both. */
export interface CeremonySource {
  readonly session: SessionInfo;
  readonly me: Participant;
  readonly participants: Readonly<Record<string, Participant>>;
  readonly ceremony: Ceremony;
  readonly may: (permission: Permission) => boolean;
  readonly run: Run;
  /** What a route changed is fetched anew, where nobody tells of it. */
  readonly changed: () => void;
  readonly isLive: boolean;
}

const CeremonyContext = createContext<CeremonySource | undefined>(undefined);

export function useCeremony(): CeremonySource {
  const source = use(CeremonyContext);
  if (!source) throw new Error('useCeremony outside of a ceremony');
  return source;
}

export function RoomCeremony({ children }: { readonly children: ReactNode }): ReactNode {
  const live = useLive();
  const session = useSession((state) => state.session);
  const participants = useSession((state) => state.participants);
  const ceremony = useSession((state) => state.ceremony);
  const run = useRun(useRoomSend());
  const me = participants[live.you]!;
  const source = useMemo<CeremonySource>(() => ({
    session, me, participants, ceremony, run, isLive: true, changed: () => undefined, may: (permission) => may(session.kind, me.role, permission),
  }), [session, me, participants, ceremony, run]);
  return <CeremonyContext value={source}>{children}</CeremonyContext>;
}

/** Before its session opens and after it has ended. */
export function FiledCeremony({ view, children }: { readonly view: CeremonyView; readonly children: ReactNode }): ReactNode {
  const command = useSessionCommand(view.session.id);
  const refresh = useRefresh();
  const changed = useCallback(() => void refresh('ceremony'), [refresh]);
  const run = useRun(command);
  const source = useMemo<CeremonySource>(() => {
    const participants = Object.fromEntries(view.participants.map((one) => [one.id, one]));
    const me = participants[view.you]!;
    return {
      session: view.session, me, participants, ceremony: view.ceremony, run, changed, isLive: false, may: (permission) => may(view.session.kind, me.role, permission),
    };
  }, [view, run, changed]);
  return <CeremonyContext value={source}>{children}</CeremonyContext>;
}

/** The name of a side's administration, as its people bear it. */
export function useSideName(): (side: Side) => string | undefined {
  const { ceremony, participants } = useCeremony();
  return (side) => {
    const administration = ceremony.sides[side]?.administration;
    return administration === undefined ? undefined : Object.values(participants).find((one) => one.administration === administration)?.administrationName;
  };
}
