import type { Permission } from '../permissions.ts';
import type { Role } from '../kinds.ts';
import type { AdministrationId, CommandId, ParticipantId, RoomId } from './ids.ts';
import type { ChatEvents } from './chat.ts';
import type { DeckEvents } from './decks.ts';
import type { HandEvents } from './hands.ts';
import type { InterpretationEvents } from './interpretation.ts';
import type { MarkEvents } from './marks.ts';
import type { ParticipantEvents } from './participants.ts';
import type { PublicationEvents } from './publications.ts';
import type { ReadinessEvents } from './readiness.ts';
import type { RoomEvents } from './rooms.ts';
import type { SessionEvents } from './session.ts';
import type { StageEvents } from './stage.ts';
import type { AssessmentEvents } from '../assessment/meeting/meeting.ts';
import type { CaseEvents } from '../assessment/case/case.ts';
import type { ClassEvents } from '../class/class.ts';
import type { CeremonyEvents } from '../ceremony/ceremony.ts';
import type { ObservationEvents } from '../observation/observation.ts';

/**
 * Who may receive an event. The server enforces it when it sends and when it builds a snapshot (audience.ts).
 * "room" means those who are in the room or members of it.
 */
export type Audience =
  | 'everyone'
  | { readonly room: RoomId }
  | { readonly roles: readonly Role[] }
  /** Who has the ability: in this administration alone where one is named, and with it these people whatever they may do. */
  | { readonly permission: Permission; readonly administration?: AdministrationId; readonly also?: readonly ParticipantId[] }
  | { readonly administration: AdministrationId }
  | { readonly participants: readonly ParticipantId[] };

/** Every event type of a live session with its data. A capability adds its own map here. */
type EventMap = SessionEvents & ParticipantEvents & RoomEvents & HandEvents & ChatEvents & StageEvents & DeckEvents & MarkEvents
  & PublicationEvents & ReadinessEvents & InterpretationEvents & ObservationEvents & CeremonyEvents & CaseEvents & AssessmentEvents & ClassEvents;

export type EventType = keyof EventMap;

/** What a decision answers: an event that has not been given its place in the log yet. */
export type Draft = {
  [T in EventType]: { readonly type: T; readonly data: EventMap[T]; readonly room?: RoomId; readonly audience?: Audience };
}[EventType];

/** An event in the log. `at` is the server's clock in ms since the epoch; `actor` a participant or "system". */
export type SessionEvent = {
  [T in EventType]: {
    readonly seq: number;
    readonly at: number;
    readonly actor: ParticipantId;
    readonly room: RoomId;
    readonly audience: Audience;
    readonly type: T;
    readonly data: EventMap[T];
    readonly command?: CommandId;
  };
}[EventType];
