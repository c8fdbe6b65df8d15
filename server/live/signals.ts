import { holds } from '../../protocol/live/audience.ts';
import type { Participant } from '../../protocol/live/participants.ts';
import type { SessionState } from '../../protocol/live/state.ts';

/** The laser pointer belongs to the presenter of the room, and to roles that have it. */
export function mayShowPointer(state: SessionState, actor: Participant): boolean {
  return state.stages[actor.room]?.presenter === actor.id || holds(state, actor, 'pointer.show');
}
