import type { ParticipantId, PersonId, SessionId } from '../../protocol/live/ids.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import type { Participant } from '../../protocol/live/participants.ts';
import type { AdministrationView, PersonView } from '../../protocol/routes/identity.ts';

/** Who is behind a cookie. `signIn` is the id of the sign-in record; ending it ends everything that hangs on it. */
export type Caller =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'person'; readonly signIn: string; readonly person: PersonView; readonly administration: AdministrationView }
  | { readonly kind: 'guest'; readonly signIn: string; readonly session: SessionId; readonly participant: ParticipantId; readonly name: string };

export const nobody: Caller = { kind: 'nobody' };

/** The session that a call is about, and whether a person has a seat in it: asked only of who is signed in and a guest there as well. */
export interface SessionHint {
  readonly id: SessionId;
  readonly seats: (person: PersonId) => boolean | Promise<boolean>;
}

/** The participant that a caller is in a session, if they are on its list. Knowing an id opens nothing. */
export function participantOf(caller: Caller, state: SessionState): Participant | undefined {
  if (caller.kind === 'guest') return caller.session === state.session.id ? state.participants[caller.participant] : undefined;
  if (caller.kind === 'person') return state.participants[participantIdOf(caller.person.id)];
  return undefined;
}

/** A person has one seat in a session, so their id there follows from who they are. */
export function participantIdOf(person: PersonId): ParticipantId {
  return person;
}
