import { holds } from '../../protocol/live/audience.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import type { Participant } from '../../protocol/live/participants.ts';
import type { SignalName, SignalPayload } from '../../protocol/table.ts';
import { capabilities } from './capabilities.ts';
import type { SignalRules } from './capability.ts';

/** What a signal needs beside the ability of its row; the others need nothing more. */
const rules: readonly SignalRules[] = [
  // The laser pointer belongs to the presenter of the room, and to roles that have it.
  { 'pointer.moved': (state, actor) => state.stages[actor.room]?.presenter === actor.id || holds(state, actor, 'pointer.show') },
  ...capabilities.map(({ signals }) => signals),
];

export function mayPass<N extends SignalName>(name: N, state: SessionState, actor: Participant, payload: SignalPayload<N>): boolean {
  return rules.every((some: SignalRules) => some[name]?.(state, actor, payload) ?? true);
}
