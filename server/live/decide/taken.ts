import type { CommandId } from '../../../protocol/live/ids.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { capabilities } from '../capabilities.ts';

/**
 * Whether something in the session bears this id already. What a command creates bears the command's id, and a client
 * chooses that: with the id of somebody else's finding it would write over it.
 */
export function isTaken(state: SessionState, id: CommandId): boolean {
  return Object.hasOwn(state.rooms, id) || capabilities.some((one) => one.isTaken(state, id));
}
