import { leadersAnd } from '../../../protocol/class/project.ts';
import { accept } from '../../../protocol/errors.ts';
import { limits } from '../../../protocol/limits.ts';
import type { Draft } from '../../../protocol/live/event.ts';
import type { DeckId, RoomId } from '../../../protocol/live/ids.ts';
import type { Mark, MarkedDeck } from '../../../protocol/live/marks.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { nothing } from '../../live/decide/decision.ts';
import type { Decision } from '../../live/decide/decision.ts';

/** What those of these rooms have made that are groups at work. */
export function keptOfGroups(state: SessionState, rooms: readonly RoomId[]): readonly Draft[] {
  const { open } = state.class.groups;
  return rooms.filter((room) => open?.groups.includes(room) && state.rooms[room]).flatMap((group) => kept(state, group));
}

/** Everybody back at once: what each group has made is kept, then its room closes. */
export function closeAll(state: SessionState): readonly Draft[] {
  const groups = (state.class.groups.open?.groups ?? []).filter((group) => state.rooms[group]);
  return [
    ...keptOfGroups(state, groups),
    ...groups.map((room): Draft => ({ type: 'room.closed', data: { room } })),
    { type: 'groups.closed', data: {} },
  ];
}

/** The installation's own: the time that was given is over at `now` (ms). */
export function decideTimeUp(state: SessionState, now: number): Decision {
  const { open } = state.class.groups;
  return open?.endsAt !== undefined && open.endsAt <= now ? accept(closeAll(state)) : nothing;
}

/** What a group drew: on the deck that stands on its stage, or else on any that it drew on. */
function kept(state: SessionState, group: RoomId): Draft[] {
  const { name, members } = state.rooms[group]!;
  const { deck: onStage, page } = state.stages[group] ?? { page: 1 };
  const drawn = Object.keys(state.marks).filter((key) => key.startsWith(`${group}/`)).map((key) => key.slice(group.length + 1));
  const deck = onStage ?? drawn.find((one) => hasMarks(state.marks[`${group}/${one}`]));
  if (deck === undefined || !Object.hasOwn(state.decks, deck)) return [];
  return [{
    type: 'group.kept', audience: leadersAnd(...members),
    data: { id: group, name, members, deck, page: deck === onStage ? page : 1, marks: marksOf(state, group, deck) },
  }];
}

function hasMarks(marked: MarkedDeck | undefined): boolean {
  return Object.values(marked ?? {}).some((marks) => marks.length > 0);
}

function marksOf(state: SessionState, group: RoomId, deck: DeckId): MarkedDeck {
  let room: number = limits.keptMarksPerGroup;
  const pages: Record<number, readonly Mark[]> = {};
  for (const [page, marks] of Object.entries(state.marks[`${group}/${deck}`] ?? {})) {
    const taken = marks.slice(0, room);
    room -= taken.length;
    if (taken.length > 0) pages[Number(page)] = taken;
  }
  return pages;
}
