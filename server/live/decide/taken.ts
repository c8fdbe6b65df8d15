import type { CommandId } from '../../../protocol/live/ids.ts';
import type { SessionState } from '../../../protocol/live/state.ts';

/**
 * Whether something in the session bears this id already. What a command creates bears the command's id, and a client
 * chooses that: with the id of somebody else's finding or item it would write over it.
 */
export function isTaken({ rooms, observation }: SessionState, id: CommandId): boolean {
  const { plan, scope, consents, cameras, evidence, inspections, notebook } = observation;
  const records = [
    rooms, plan.zones, plan.slots, scope.own, scope.documents, consents.persons, cameras.requests, evidence.items, inspections,
    notebook.notes, notebook.findings, notebook.questions,
  ];
  return cameras.frozen?.id === id || records.some((one) => Object.hasOwn(one, id));
}
