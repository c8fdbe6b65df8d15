import { reduceChat } from './chat.ts';
import type { Chat } from './chat.ts';
import { reduceDecks } from './decks.ts';
import type { Decks } from './decks.ts';
import type { SessionEvent } from './event.ts';
import { reduceHands } from './hands.ts';
import type { Hands } from './hands.ts';
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
import { initialObservation, reduceObservation } from '../observation/observation.ts';
import type { Observation } from '../observation/observation.ts';
import { noAttendance, reduceAttendance } from './attendance.ts';
import type { Attendance } from './attendance.ts';
import { noSession, reduceSession } from './session.ts';
import type { SessionInfo } from './session.ts';
import { onlyFloorStage, reduceStages } from './stage.ts';
import type { Stages } from './stage.ts';

/** Everything that a live session remembers. A function of its events; the server and every client run `reduce`. */
export interface SessionState {
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
  readonly readiness: ReadinessBoard;
  readonly attendance: Attendance;
  readonly observation: Observation;
}

export const initialState: SessionState = {
  seq: 0, session: noSession, participants: {}, rooms: onlyFloor, hands: [], chat: {}, stages: onlyFloorStage, decks: {}, marks: {},
  publications: {}, readiness: {}, attendance: noAttendance, observation: initialObservation,
};

/** Pure. An event that is already in the state (seq not above the state's) changes nothing. */
export function reduce(state: SessionState, event: SessionEvent): SessionState {
  if (event.seq <= state.seq) return state;
  return {
    seq: event.seq,
    session: reduceSession(state.session, event),
    participants: reduceParticipants(state.participants, event),
    rooms: reduceRooms(state.rooms, event),
    hands: reduceHands(state.hands, event),
    chat: reduceChat(state.chat, event),
    stages: reduceStages(state.stages, event),
    decks: reduceDecks(state.decks, event),
    marks: reduceMarks(state.marks, event),
    publications: reducePublications(state.publications, event),
    readiness: reduceReadiness(state.readiness, event),
    attendance: reduceAttendance(state.attendance, event),
    observation: reduceObservation(state.observation, event),
  };
}
