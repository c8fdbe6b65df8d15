import { reduceChat } from './chat.ts';
import type { Chat } from './chat.ts';
import { reduceDecks } from './decks.ts';
import type { Decks } from './decks.ts';
import type { SessionEvent } from './event.ts';
import { reduceHands } from './hands.ts';
import type { Hands } from './hands.ts';
import { noInterpretation, reduceInterpretation } from './interpretation.ts';
import type { Interpretation } from './interpretation.ts';
import { reduceMarks } from './marks.ts';
import type { Marks } from './marks.ts';
import { reduceParticipants } from './participants.ts';
import type { Participants } from './participants.ts';
import { reducePublications } from './publications.ts';
import type { Publications } from './publications.ts';
import { reduceReadiness } from './readiness.ts';
import type { ReadinessBoard } from './readiness.ts';
import { onlyFloor, reduceRooms } from './rooms.ts';
import type { Rooms } from './rooms.ts';
import { initialParts, reduceParts } from './parts.ts';
import type { Parts } from './parts.ts';
import { noAttendance, reduceAttendance } from './attendance.ts';
import type { Attendance } from './attendance.ts';
import { noSession, reduceSession } from './session.ts';
import type { SessionInfo } from './session.ts';
import { onlyFloorStage, reduceStages } from './stage.ts';
import type { Stages } from './stage.ts';

/** Everything that a live session remembers. A function of its events; the server and every client run `reduce`. */
export interface SessionState extends Parts {
  /** The last event that is in here. */
  readonly seq: number;
  readonly session: SessionInfo;
  readonly participants: Participants;
  readonly rooms: Rooms;
  readonly hands: Hands;
  readonly chat: Chat;
  readonly stages: Stages;
  readonly decks: Decks;
  readonly marks: Marks;
  readonly publications: Publications;
  readonly interpretation: Interpretation;
  readonly readiness: ReadinessBoard;
  readonly attendance: Attendance;
}

const initialCore: Omit<SessionState, keyof Parts> = {
  seq: 0, session: noSession, participants: {}, rooms: onlyFloor, hands: [], chat: {}, stages: onlyFloorStage, decks: {}, marks: {},
  publications: {}, interpretation: noInterpretation, readiness: {}, attendance: noAttendance,
};

/** Before the first event, with every part that is registered. A client begins with what the server sends and never with this. */
export function initialState(): SessionState {
  return { ...initialCore, ...initialParts() };
}

/** Pure. An event that is already in the state (seq not above the state's) changes nothing. */
export function reduce(state: SessionState, event: SessionEvent): SessionState {
  if (event.seq <= state.seq) return state;
  const session = reduceSession(state.session, event);
  return {
    ...state,
    seq: event.seq,
    session,
    participants: reduceParticipants(state.participants, event),
    rooms: reduceRooms(state.rooms, event),
    hands: reduceHands(state.hands, event),
    chat: reduceChat(state.chat, event),
    stages: reduceStages(state.stages, event),
    decks: reduceDecks(state.decks, event),
    marks: reduceMarks(state.marks, event),
    publications: reducePublications(state.publications, event),
    interpretation: reduceInterpretation(state.interpretation, event),
    readiness: reduceReadiness(state.readiness, event),
    attendance: reduceAttendance(state.attendance, event),
    ...reduceParts(state, event, session.kind),
  };
}
