import type { CommandId } from '../../../protocol/live/ids.ts';
import type { SessionState } from '../../../protocol/live/state.ts';

/**
 * Whether something in the session bears this id already. What a command creates bears the command's id, and a client
 * chooses that: with the id of somebody else's finding it would write over it. Evidence sees to itself, because a device
 * registers it again when it cannot know whether the first time was heard.
 */
export function isTaken({ rooms, observation }: SessionState, id: CommandId): boolean {
  const { plan, scope, consents, cameras, inspections, notebook } = observation;
  const records = [
    rooms, plan.zones, plan.slots, scope.own, scope.documents, consents.persons, cameras.requests, inspections,
    notebook.notes, notebook.findings, notebook.questions,
  ];
  return cameras.frozen?.id === id || records.some((one) => Object.hasOwn(one, id));
}
