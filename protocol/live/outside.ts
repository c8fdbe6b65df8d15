import { may } from '../kinds.ts';
import type { ErrorCode } from '../errors.ts';
import type { Permission } from '../permissions.ts';
import { isStranger } from './participants.ts';
import type { Participant } from './participants.ts';
import type { SessionState } from './state.ts';

/**
 * A role works before the session too, from the list; but not for who was sent away, nor for a stranger with a link until
 * somebody has let them in: the lobby is there to see who holds it. Both may still knock and test their devices. A host
 * needs nobody's leave to come in.
 */
export function refusalOutside({ session }: Pick<SessionState, 'session'>, one: Participant, permission: Permission): ErrorCode | undefined {
  if (one.presence === 'in' || permission === 'session.attend') return undefined;
  if (one.presence === 'removed') return 'participant.removed';
  if (one.lobby === 'declined') return 'participant.declined';
  return isStranger(one) && !may(session.kind, one.role, 'session.manage') ? 'lobby.waiting' : undefined;
}
