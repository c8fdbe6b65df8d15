import type { GroupDraft } from '../../../protocol/class/groups.ts';
import type { DeckId, ParticipantId } from '../../../protocol/live/ids.ts';
import { deal } from './deal.ts';

/** Groups while they are being made: where everybody goes, what each is called and works on. */
export interface GroupsDraft {
  readonly groups: readonly { readonly name: string; readonly deck: DeckId | '' }[];
  /** By participant the place of their group; who is not here is in none. */
  readonly places: ReadonlyMap<ParticipantId, number>;
}

export function draftFrom(groups: readonly GroupDraft[]): GroupsDraft {
  return {
    groups: groups.map(({ name, deck = '' }) => ({ name, deck })),
    places: new Map(groups.flatMap(({ members }, place) => members.map((member) => [member, place] as const))),
  };
}

export function dealt(draft: GroupsDraft, people: readonly ParticipantId[], random?: () => number): GroupsDraft {
  const hands = deal(people, draft.groups.length, random);
  return { ...draft, places: new Map(hands.flatMap((members, place) => members.map((member) => [member, place] as const))) };
}

/** More groups, or fewer: who was in one that is gone is in none. */
export function counted(draft: GroupsDraft, count: number, nameOf: (number: number) => string): GroupsDraft {
  const groups = Array.from({ length: count }, (_, place) => draft.groups[place] ?? { name: nameOf(place + 1), deck: draft.groups[0]?.deck ?? '' });
  return { groups, places: new Map([...draft.places].filter(([, place]) => place < count)) };
}

export function placed(draft: GroupsDraft, one: ParticipantId, place: number | undefined): GroupsDraft {
  const places = new Map(draft.places);
  if (place === undefined) places.delete(one);
  else places.set(one, place);
  return { ...draft, places };
}

/** What is sent; undefined where a group has no name. */
export function groupsFrom({ groups, places }: GroupsDraft): GroupDraft[] | undefined {
  if (groups.some(({ name }) => name.trim() === '')) return undefined;
  return groups.map(({ name, deck }, place) => ({
    name, members: [...places].filter(([, at]) => at === place).map(([one]) => one), ...(deck === '' ? {} : { deck }),
  }));
}
