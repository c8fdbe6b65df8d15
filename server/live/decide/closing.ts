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

/** What the kinds say when a session begins or ends. */
export function turning(state: SessionState, to: 'live' | 'ended'): readonly Draft[] {
  return capabilities.flatMap((one) => one.turning?.(state, to) ?? []);
}

/** The end of a session, and of all its rooms with it. */
export function decideEnd(state: SessionState): Decision {
  return accept([...keptOf(state, Object.keys(state.rooms)), ...turning(state, 'ended'), { type: 'session.ended', data: {} }]);
}
