import type { CommandId } from '../../../protocol/live/ids.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { assessmentLive } from '../../assessment/meeting/live.ts';
import { caseLive } from '../../assessment/case/live.ts';
import { ceremonyLive } from '../../ceremony/live.ts';
import { classLive } from '../../class/live.ts';
import { observationLive } from '../../observation/live.ts';
import type { LiveCapability } from '../capability.ts';

const capabilities: readonly LiveCapability[] = [observationLive, caseLive, assessmentLive, classLive, ceremonyLive];

/**
 * Whether something in the session bears this id already. What a command creates bears the command's id, and a client
 * chooses that: with the id of somebody else's finding it would write over it.
 */
export function isTaken(state: SessionState, id: CommandId): boolean {
  return Object.hasOwn(state.rooms, id) || capabilities.some((one) => one.isTaken(state, id));
}
