import { RefusalError } from '../../protocol/errors.ts';
import { holds } from '../../protocol/live/audience.ts';
import type { Access } from '../../protocol/routes/rows.ts';
import { participantOf } from '../identity/caller.ts';
import type { Caller } from '../identity/caller.ts';
import { refusalOutside } from '../../protocol/live/outside.ts';
import type { LiveHost } from '../live/host.ts';
import type { Seat } from './call.ts';

/**
 * The one gate of every route. Somebody without a seat is told that the session does not exist, so that ids cannot be
 * probed. Throws a RefusalError.
 */
export async function admit(access: Access, caller: Caller, session: string | undefined, host: LiveHost, isLocal: () => boolean): Promise<Seat | undefined> {
  if (access === 'public') return undefined;
  if (access === 'local') {
    if (!isLocal()) throw new RefusalError('permission.denied');
    return undefined;
  }
  if (caller.kind === 'nobody') throw new RefusalError('identity.required');
  if (access === 'seated') return undefined;
  // Gates of capabilities are asked next (gates.ts).
  if (typeof access === 'object') return 'session' in access ? admitToSession(access, caller, session, host) : undefined;
  if (caller.kind !== 'person') throw new RefusalError('permission.denied');
  const { rank } = caller.person;
  if (access === 'administrator' && rank === 'member') throw new RefusalError('permission.denied');
  if (access === 'installation' && rank !== 'installation') throw new RefusalError('permission.denied');
  return undefined;
}

async function admitToSession(
  access: Extract<Access, { readonly session: unknown }>, caller: Caller, session: string | undefined, host: LiveHost,
): Promise<Seat> {
  const live = await host.get(session ?? '');
  const participant = participantOf(caller, live.state);
  if (!participant) throw new RefusalError('session.absent');
  if (participant.presence === 'banned') throw new RefusalError('participant.banned');
  if (!holds(live.state, participant, access.session)) throw new RefusalError('permission.denied', access.session);
  const { inside = false, orHolds } = access;
  if (inside && participant.presence !== 'in' && !(orHolds && holds(live.state, participant, orHolds))) throw new RefusalError('lobby.waiting');
  const refusal = refusalOutside(live.state, participant, orHolds ?? access.session);
  if (refusal) throw new RefusalError(refusal);
  return { live, participant };
}
