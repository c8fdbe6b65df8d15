import { hostRoleOf, kinds } from '../kinds.ts';
import type { AdministrationId, ParticipantId } from './ids.ts';
import type { Participant } from './participants.ts';
import type { SessionState } from './state.ts';

/** The people of one administration in a session whose kind has delegations (kinds.ts). Who chairs belongs to their own. */
export interface Delegation {
  readonly id: AdministrationId;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Who speaks for it; absent: nobody yet. */
  readonly head?: ParticipantId;
  /** The head first, then as they were invited. Who was sent away is none of them. */
  readonly members: readonly Participant[];
}

/** Who came by a link speaks for no administration. */
export function isDelegate(one: Pick<Participant, 'person' | 'presence'>): boolean {
  return one.person !== undefined && one.presence !== 'banned' && one.presence !== 'removed';
}

/** The delegation that hosts first, then in the order of their first invitation. */
export function delegationsOf({ participants, session }: Pick<SessionState, 'participants' | 'session'>): readonly Delegation[] {
  const people = Object.values(participants).filter(isDelegate).toSorted((a, b) => Number(b.role === 'headOfDelegation') - Number(a.role === 'headOfDelegation') || a.order - b.order);
  const groups = [...Map.groupBy(people, (one) => one.administration)].map(([id, members]): Delegation => {
    const first = members[0]!;
    return { id, name: first.administrationName, country: first.country, members, ...(first.role === 'headOfDelegation' ? { head: first.id } : {}) };
  });
  const place = (one: Delegation): number => one.id === session.administration ? -1 : Math.min(...one.members.map((member) => member.order));
  return groups.toSorted((a, b) => place(a) - place(b));
}

export function delegationOf(state: Pick<SessionState, 'participants' | 'session'>, id: AdministrationId): Delegation | undefined {
  return delegationsOf(state).find((one) => one.id === id);
}

/** Those who are asked when something is to be agreed by all sides. */
export function ledDelegations(state: Pick<SessionState, 'participants' | 'session'>): readonly AdministrationId[] {
  return delegationsOf(state).filter((one) => one.head !== undefined).map((one) => one.id);
}

/**
 * In which order people sit. Where the kind has delegations whoever chairs comes first, then each delegation by itself with
 * its head in front; who came by a link sits after them. Elsewhere as they were invited.
 */
export function seatOrder(state: Pick<SessionState, 'participants' | 'session'>): (a: Participant, b: Participant) => number {
  const { kind } = state.session;
  if (!kinds[kind].delegations) return (a, b) => a.order - b.order;
  const seats = delegationsOf(state).flatMap((one) => one.members.map((member) => member.id));
  const places = new Map(seats.map((id, index) => [id, index]));
  const place = (one: Participant): number => one.role === hostRoleOf(kind) ? -1 : places.get(one.id) ?? seats.length;
  return (a, b) => place(a) - place(b) || a.order - b.order;
}
