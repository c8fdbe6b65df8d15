import { holds } from '../live/audience.ts';
import type { Participant } from '../live/participants.ts';
import type { SessionState } from '../live/state.ts';

/** The observer with the turn directs the cameras, and so does who gives the turn. */
export function mayDirect(state: SessionState, actor: Participant): boolean {
  return state.observation.cameras.turn === actor.id || holds(state, actor, 'camera.steer');
}
