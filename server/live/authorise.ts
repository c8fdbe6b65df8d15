import { accept, refuse } from '../../protocol/errors.ts';
import type { Result } from '../../protocol/errors.ts';
import { holds } from '../../protocol/live/audience.ts';
import type { ParticipantId } from '../../protocol/live/ids.ts';
import { refusalOutside } from '../../protocol/live/outside.ts';
import type { Participant } from '../../protocol/live/participants.ts';
import type { SessionState } from '../../protocol/live/state.ts';
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
