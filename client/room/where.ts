import type { ErrorCode } from '../../protocol/errors.ts';
import type { LiveSnapshot } from '../live/client.ts';

/** Which of the room's screens is shown. Follows from the connection's snapshot alone. */
export type Where =
  | { readonly screen: 'connecting' }
  /** Before the door: device check, and waiting for a session that is not open yet. */
  | { readonly screen: 'before'; readonly refused?: ErrorCode }
  | { readonly screen: 'lobby' }
  | { readonly screen: 'inside' }
  | { readonly screen: 'gone'; readonly code: ErrorCode };

/** `wantsIn`: this page has pressed "Join" (or came back by itself after a reload). */
export function whereAmI(snapshot: LiveSnapshot, wantsIn: boolean): Where {
  const { status, state, you, code } = snapshot;
  if (status === 'gone') return { screen: 'gone', code: code ?? 'session.ended' };
  const me = state?.participants[you];
  if (!state || !me) return { screen: 'connecting' };
  if (state.session.phase === 'ended') return { screen: 'gone', code: 'session.ended' };
  if (wantsIn && me.presence === 'in') return { screen: 'inside' };
  if (wantsIn && me.lobby === 'waiting') return { screen: 'lobby' };
  return code === undefined ? { screen: 'before' } : { screen: 'before', refused: code };
}
