import { kinds } from '../../../protocol/kinds.ts';
import { delegationsOf, seatOrder } from '../../../protocol/live/delegations.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';

export interface SeatedGroup {
  readonly id: string;
  /** Of the delegation; absent: everybody together. */
  readonly name?: string;
  readonly people: readonly Participant[];
}

/** The people of a room as they sit: by delegation where the kind has them, who came by a link after them. */
export function seatedGroups(state: Pick<SessionState, 'participants' | 'session'>, people: readonly Participant[]): readonly SeatedGroup[] {
  if (!kinds[state.session.kind].delegations || people.length === 0) return [{ id: 'all', people }];
  const seated = people.toSorted(seatOrder(state));
  const groups = delegationsOf(state).map(({ id, name }): SeatedGroup => ({ id, name, people: seated.filter((one) => one.administration === id) }));
  const rest = seated.filter((one) => !groups.some((group) => group.people.includes(one)));
  return [...groups, ...(rest.length === 0 ? [] : [{ id: 'guests', people: rest }])].filter((group) => group.people.length > 0);
}
