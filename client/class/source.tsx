import { createContext, use, useCallback, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Groups } from '../../protocol/class/groups.ts';
import type { Polls } from '../../protocol/class/polls.ts';
import type { ClassView } from '../../protocol/class/routes.ts';
import type { Decks } from '../../protocol/live/decks.ts';
import type { Participants } from '../../protocol/live/participants.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import { useSession } from '../live/context.tsx';
import { useRoomSend, useRun } from '../live/useRun.ts';
import type { Run, Send } from '../live/useRun.ts';
import { useSessionCommand } from '../pages/shared/useSessionCommand.ts';

/** A class as who leads it prepares it: in the room (live) or from its page (by HTTP). The same forms serve both. */
export interface ClassSource {
  readonly participants: Participants;
  readonly decks: Decks;
  readonly polls: Polls;
  readonly groups: Groups;
  /** Whether this is the room, where what is prepared can be asked and opened. */
  readonly isLive: boolean;
  readonly send: Send;
  /** As `send`; a refusal is said in passing, with its code. */
  readonly run: Run;
}

const ClassContext = createContext<ClassSource | undefined>(undefined);

export function useClassSource(): ClassSource {
  const source = use(ClassContext);
  if (!source) throw new Error('useClassSource outside of a class');
  return source;
}

/** The class of the room that this page is in. */
export function RoomClass({ children }: { readonly children: ReactNode }): ReactNode {
  const participants = useSession(useCallback((state: SessionState) => state.participants, []));
  const decks = useSession(useCallback((state: SessionState) => state.decks, []));
  const { polls, groups } = useSession(useCallback((state: SessionState) => state.class, []));
  const send = useRoomSend();
  const run = useRun(send);
  const source = useMemo<ClassSource>(() => ({ participants, decks, polls, groups, isLive: true, send, run }), [participants, decks, polls, groups, send, run]);
  return <ClassContext value={source}>{children}</ClassContext>;
}

/** The class before its session opens, and beside it. */
export function PlannedClass({ view, children }: { readonly view: ClassView; readonly children: ReactNode }): ReactNode {
  const send: Send = useSessionCommand(view.session.id);
  const run = useRun(send);
  const source = useMemo<ClassSource>(() => ({
    participants: Object.fromEntries(view.participants.map((one) => [one.id, one])), decks: view.decks, ...view.class, isLive: false, send, run,
  }), [view, send, run]);
  return <ClassContext value={source}>{children}</ClassContext>;
}
