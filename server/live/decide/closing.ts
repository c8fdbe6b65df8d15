import { accept } from '../../../protocol/errors.ts';
import type { Draft } from '../../../protocol/live/event.ts';
import type { RoomId } from '../../../protocol/live/ids.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { capabilities } from '../capabilities.ts';
import type { Decision } from './decision.ts';

/** What is kept of these rooms before they close. */
export function keptOf(state: SessionState, rooms: readonly RoomId[]): readonly Draft[] {
  return capabilities.flatMap(({ keptOf: kept }) => kept?.(state, rooms) ?? []);
}

/** The end of a session, and of all its rooms with it. */
export function decideEnd(state: SessionState): Decision {
  return accept([...keptOf(state, Object.keys(state.rooms)), { type: 'session.ended', data: {} }]);
}
