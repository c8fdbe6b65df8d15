import { holds } from '../../../protocol/live/audience.ts';
import type { ParticipantId } from '../../../protocol/live/ids.ts';
import { isStranger } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { decided, nothing, refused } from './decision.ts';
import type { Decision } from './decision.ts';
import { arrival } from './participants.ts';

/**
 * Somebody is at the door. Who manages the session opens it by coming; who had a seat takes it again; the others wait
 * in the lobby when there is one. A locked session lets nobody in who is not inside.
 */
export function decideKnock(state: SessionState, participant: ParticipantId): Decision {
  const one = state.participants[participant];
  if (!one) return refused('participant.absent');
  if (one.presence === 'banned') return refused('participant.banned');
  if (one.lobby === 'declined') return refused('participant.declined');
  const { phase, locked, lobby } = state.session;
  if (phase === 'ended') return refused('session.ended');
  if (one.presence === 'in') return one.connected ? nothing : decided({ type: 'participant.connected', data: { participant } });
  if (holds(state, one, 'session.manage') && one.presence !== 'removed') {
    return phase === 'scheduled' ? decided({ type: 'session.opened', data: {} }, ...arrival(state, one)) : decided(...arrival(state, one));
  }
  if (phase === 'scheduled') return refused('session.notOpen');
  if (locked) return refused('session.locked');
  const hadSeat = one.presence === 'left' && one.joinedAt !== undefined;
  // Whoever was banned may hold a link by which they come again under another name: from then on strangers are looked at first.
  const mustWait = lobby || one.presence === 'removed'
    || (isStranger(one) && Object.values(state.participants).some((other) => other.presence === 'banned'));
  if (hadSeat || !mustWait) return decided(...arrival(state, one));
  return one.lobby === 'waiting'
    ? nothing
    : decided({ type: 'participant.waiting', data: { participant }, audience: { permission: 'lobby.manage' } });
}

/** A connection went: who waited has given up; who was inside keeps the seat for a while. */
export function decideDrop(state: SessionState, participant: ParticipantId): Decision {
  const one = state.participants[participant];
  if (one?.lobby === 'waiting') {
    return decided({ type: 'participant.gaveUp', data: { participant }, audience: { permission: 'lobby.manage' } });
  }
  return one?.presence === 'in' && one.connected ? decided({ type: 'participant.dropped', data: { participant } }) : nothing;
}

/** The time for coming back is over. */
export function decideTimeout(state: SessionState, participant: ParticipantId): Decision {
  const one = state.participants[participant];
  return one?.presence === 'in' && !one.connected
    ? decided({ type: 'participant.left', data: { participant, reason: 'timeout' } })
    : nothing;
}
