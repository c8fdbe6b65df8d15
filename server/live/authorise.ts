import { accept, refuse } from '../../protocol/errors.ts';
import type { ErrorCode, Result } from '../../protocol/errors.ts';
import { holds } from '../../protocol/live/audience.ts';
import type { ParticipantId } from '../../protocol/live/ids.ts';
import { isStranger } from '../../protocol/live/participants.ts';
import type { Participant } from '../../protocol/live/participants.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import type { Permission } from '../../protocol/permissions.ts';
import type { CommandRow, RequestRow, SignalRow } from '../../protocol/rows.ts';

/** The one gate for every frame: seat, how far inside, phase of the session, ability of the role. */
export function authorise(
  state: SessionState, participant: ParticipantId, row: Pick<CommandRow | RequestRow | SignalRow, 'permission' | 'from' | 'phases'>,
): Result<Participant> {
  const one = state.participants[participant];
  if (one === undefined) return refuse('participant.absent');
  if (one.presence === 'banned') return refuse('participant.banned');
  if (one.presence === 'removed' && row.from !== 'seat') return refuse('participant.removed');
  if (!row.phases.includes(state.session.phase)) return refuse(state.session.phase === 'ended' ? 'session.ended' : 'session.notOpen');
  if (row.from === 'inside' && one.presence !== 'in') return refuse('lobby.waiting');
  if (row.from === 'lobby' && one.presence !== 'in' && one.lobby !== 'waiting') return refuse('lobby.waiting');
  if (!holds(state, one, row.permission)) return refuse('permission.denied', row.permission);
  const outside = refusalOutside(state, one, row.permission);
  return outside === undefined ? accept(one) : refuse(outside);
}

/**
 * A role works before the session too, from the list; but not for who was sent away, nor for a stranger with a link until
 * somebody has let them in: the lobby is there to see who holds it. Both may still knock and test their devices. A host
 * needs nobody's leave to come in.
 */
export function refusalOutside(state: SessionState, one: Participant, permission: Permission): ErrorCode | undefined {
  if (one.presence === 'in' || permission === 'session.attend') return undefined;
  if (one.presence === 'removed') return 'participant.removed';
  if (one.lobby === 'declined') return 'participant.declined';
  return isStranger(one) && !holds(state, one, 'session.manage') ? 'lobby.waiting' : undefined;
}
