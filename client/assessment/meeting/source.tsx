import { createContext, use, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Assessment } from '../../../protocol/assessment/meeting/meeting.ts';
import type { MeetingView } from '../../../protocol/assessment/meeting/routes.ts';
import { may } from '../../../protocol/kinds.ts';
import type { Attendance } from '../../../protocol/live/attendance.ts';
import type { Decks } from '../../../protocol/live/decks.ts';
import { delegationsOf } from '../../../protocol/live/delegations.ts';
import type { Delegation } from '../../../protocol/live/delegations.ts';
import { refusalOutside } from '../../../protocol/live/outside.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionInfo } from '../../../protocol/live/session.ts';
import type { Permission } from '../../../protocol/permissions.ts';
import { useLive, useSession } from '../../live/context.tsx';
import { useRoomSend, useRun } from '../../live/useRun.ts';
import type { Run } from '../../live/useRun.ts';
import { useSessionCommand } from '../../pages/shared/useSessionCommand.ts';

/** A meeting as a screen sees it, in the room (live) or in its file (by HTTP): the same components serve both. */
export interface Meeting {
  readonly session: SessionInfo;
  readonly me: Participant;
  readonly participants: Readonly<Record<string, Participant>>;
  readonly attendance: Attendance;
  readonly decks: Decks;
  readonly assessment: Assessment;
  readonly delegations: readonly Delegation[];
  /** Whether my role has an ability. What is drawn follows it; the server alone enforces it. */
  readonly may: (permission: Permission) => boolean;
  readonly run: Run;
  /** Whether this is the room; in the file nothing happens by itself. */
  readonly isLive: boolean;
  /** Whether I am in the meeting while it is held, in whatever page: what is decided there is proposed there. */
  readonly isUnderWay: boolean;
}

const MeetingContext = createContext<Meeting | undefined>(undefined);

export function useMeeting(): Meeting {
  const meeting = use(MeetingContext);
  if (!meeting) throw new Error('useMeeting outside of a meeting');
  return meeting;
}

/** The meeting of the room that this page is in. */
export function RoomMeeting({ children }: { readonly children: ReactNode }): ReactNode {
  const live = useLive();
  const session = useSession((state) => state.session);
  const participants = useSession((state) => state.participants);
  const attendance = useSession((state) => state.attendance);
  const decks = useSession((state) => state.decks);
  const assessment = useSession((state) => state.assessment);
  const run = useRun(useRoomSend());
  const me = participants[live.you]!;
  const meeting = useMemo<Meeting>(() => ({
    session, me, participants, attendance, decks, assessment, delegations: delegationsOf({ participants, session }), run, isLive: true,
    isUnderWay: isUnderWay(session, me), may: (permission) => mayNow(session, me, permission),
  }), [session, me, participants, attendance, decks, assessment, run]);
  return <MeetingContext value={meeting}>{children}</MeetingContext>;
}

/** The meeting as its file has it, before its session opens and after it has ended. */
export function FiledMeeting({ view, children }: { readonly view: MeetingView; readonly children: ReactNode }): ReactNode {
  const run = useRun(useSessionCommand(view.session.id));
  const meeting = useMemo<Meeting>(() => {
    const { session, attendance, decks, assessment } = view;
    const participants = Object.fromEntries(view.participants.map((one) => [one.id, one]));
    const me = participants[view.you]!;
    return {
      session, me, participants, attendance, decks, assessment, delegations: delegationsOf({ participants, session }), run, isLive: false,
      isUnderWay: isUnderWay(session, me), may: (permission) => mayNow(session, me, permission),
    };
  }, [view, run]);
  return <MeetingContext value={meeting}>{children}</MeetingContext>;
}

function isUnderWay({ phase }: SessionInfo, me: Participant): boolean {
  return me.presence === 'in' && (phase === 'open' || phase === 'live');
}

/** By the role, and by how far inside somebody is. */
function mayNow(session: SessionInfo, me: Participant, permission: Permission): boolean {
  return may(session.kind, me.role, permission) && refusalOutside({ session }, me, permission) === undefined;
}
