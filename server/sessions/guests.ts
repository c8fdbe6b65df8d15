import { randomUUID } from 'node:crypto';
import { accept, refuse, RefusalError } from '../../protocol/errors.ts';
import { limits } from '../../protocol/limits.ts';
import type { Draft } from '../../protocol/live/event.ts';
import type { ParticipantId } from '../../protocol/live/ids.ts';
import { isStranger } from '../../protocol/live/participants.ts';
import type { Identity, Participant } from '../../protocol/live/participants.ts';
import type { RouteBody } from '../../protocol/routes/table.ts';
import { participantIdOf, participantOf } from '../identity/caller.ts';
import type { Caller } from '../identity/caller.ts';
import type { LiveSession } from '../live/session.ts';
import { orThrow } from '../refusal.ts';
import type { Invitations, InvitationRecord } from './invitations.ts';

/**
 * Puts whoever holds the link on the list, or answers the seat that they have already. A person who is signed in sits as
 * themselves. Throws session.ended, session.full, link.revoked, participant.banned.
 */
export async function takeSeat(
  live: LiveSession, invitation: InvitationRecord, invitations: Invitations, caller: Caller, told: RouteBody<'acceptInvitation'>,
): Promise<{ readonly participant: ParticipantId; readonly isNewGuest: boolean }> {
  if (live.state.session.phase === 'ended') throw new RefusalError('session.ended');
  const known = participantOf(caller, live.state);
  if (known && mayReturn(known, invitation)) return { participant: known.id, isNewGuest: false };
  const who = caller.kind === 'person' ? personOf(caller) : guestOf(told);
  orThrow(await live.decide(who.id, (state) => {
    if (state.session.phase === 'ended') return refuse('session.ended');
    if (invitations.isRevoked(invitation.id)) return refuse('link.revoked');
    if (state.participants[who.id]) return accept([]);
    if (Object.keys(state.participants).length >= limits.participantsPerSession) return refuse('session.full');
    return accept([{
      type: 'participant.invited', data: { ...who, role: invitation.role, invitation: invitation.id },
      audience: { permission: 'lobby.manage' },
    }]);
  }));
  return { participant: who.id, isNewGuest: caller.kind !== 'person' };
}

/** A guest who opens another link gets another seat, with its role; whoever was banned stays so with the same one. */
function mayReturn(known: Participant, invitation: InvitationRecord): boolean {
  if (known.presence === 'banned') throw new RefusalError('participant.banned');
  return known.person !== undefined || known.invitation === invitation.id;
}

function personOf({ person, administration }: Extract<Caller, { kind: 'person' }>): Identity {
  return {
    id: participantIdOf(person.id), person: person.id, name: person.name, language: person.language,
    administration: administration.id, administrationName: administration.name, country: administration.country,
  };
}

/** What a guest says of themselves makes nobody a member of a real administration. */
function guestOf(told: RouteBody<'acceptInvitation'>): Identity {
  const id = randomUUID();
  return { ...told, id, administration: `guest-${id}` };
}

/** Takes out everyone who came by an invitation; a session that has ended stays as it was. */
export async function removeGuests(live: LiveSession, by: ParticipantId, invitation: string): Promise<void> {
  orThrow(await live.decide(by, ({ session, participants }) => accept(session.phase === 'ended' ? [] : Object.values(participants)
    .filter((one) => one.invitation === invitation && one.presence !== 'removed' && one.presence !== 'banned')
    .map((one): Draft => ({
      type: 'participant.removed', data: { participant: one.id, ban: false },
      ...(isStranger(one) ? { audience: { permission: 'lobby.manage' } } : {}),
    })))));
}
