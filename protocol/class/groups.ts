import type { SessionEvent } from '../live/event.ts';
import type { DeckId, ParticipantId } from '../live/ids.ts';
import type { MarkedDeck } from '../live/marks.ts';
import { drop, patch, put } from '../live/records.ts';
import type { Records } from '../live/records.ts';
import type { GroupId, GroupingId } from './ids.ts';

/** A group before it is opened. */
export interface GroupDraft {
  readonly name: string;
  readonly members: readonly ParticipantId[];
  /** What stands on its stage when it opens. */
  readonly deck?: DeckId;
}

export interface GroupPlan {
  readonly groups: readonly GroupDraft[];
  /** How long they work; absent: until everybody is called back. */
  readonly minutes?: number;
}

/** A group that asks for somebody to come. */
interface Call {
  readonly by: ParticipantId;
  readonly at: number;
}

/** Groups at work. Who belongs to each, and what is on its stage, is the side room's (live/rooms.ts). */
export interface Grouping {
  readonly id: GroupingId;
  readonly groups: readonly GroupId[];
  readonly startedAt: number;
  /** When everybody comes back by themselves, ms since the epoch. */
  readonly endsAt?: number;
  /** Told to the group itself and to who leads the class. */
  readonly calls: Records<Call>;
}

/** What a group has made on its deck, as it was when the groups closed. */
export interface KeptWork {
  readonly id: GroupId;
  readonly name: string;
  readonly members: readonly ParticipantId[];
  readonly deck: DeckId;
  readonly page: number;
  readonly marks: MarkedDeck;
  /** It was shown to all: then it stands among the decks of the session, with this id. */
  readonly shown: boolean;
}

/** The last word to all groups. */
interface Word {
  readonly id: string;
  readonly by: ParticipantId;
  readonly at: number;
  readonly text: string;
}

export interface Groups {
  /** For who leads the class. */
  readonly plan?: GroupPlan;
  readonly open?: Grouping;
  /** For who leads the class and those who made it. */
  readonly kept: Records<KeptWork>;
  readonly word?: Word;
}

export interface GroupEvents {
  'groups.planned': GroupPlan;
  'groups.opened': { id: GroupingId; groups: readonly GroupId[]; endsAt?: number };
  'groups.timed': { endsAt: number | null };
  'groups.closed': Record<never, never>;
  'groups.said': { id: string; text: string };
  'group.called': { group: GroupId; asks: boolean };
  'group.kept': Omit<KeptWork, 'shown'>;
  'group.shown': { group: GroupId };
}

export const initialGroups: Groups = { kept: {} };

export function reduceGroups(groups: Groups, event: SessionEvent): Groups {
  switch (event.type) {
    case 'groups.planned': return { ...groups, plan: event.data };
    case 'groups.opened': {
      const { word: _before, ...rest } = groups;
      return { ...rest, open: { ...event.data, startedAt: event.at, calls: {} } };
    }
    case 'groups.timed': {
      const { endsAt } = event.data;
      return atWork(groups, ({ endsAt: _before, ...open }) => (endsAt === null ? open : { ...open, endsAt }));
    }
    case 'groups.said': return { ...groups, word: { ...event.data, by: event.actor, at: event.at } };
    case 'group.called': {
      const { group, asks } = event.data;
      return atWork(groups, (open) => ({ ...open, calls: asks ? { ...open.calls, [group]: { by: event.actor, at: event.at } } : drop(open.calls, group) }));
    }
    case 'group.kept': return { ...groups, kept: put(groups.kept, { ...event.data, shown: false }) };
    case 'group.shown': return { ...groups, kept: patch(groups.kept, event.data.group, (one) => ({ ...one, shown: true })) };
    case 'room.closed': {
      const { room } = event.data;
      if (!groups.open?.groups.includes(room)) return groups;
      return atWork(groups, (open) => ({ ...open, groups: open.groups.filter((one) => one !== room), calls: drop(open.calls, room) }));
    }
    case 'groups.closed':
    case 'session.ended': {
      const { open: _over, word: _said, ...rest } = groups;
      return rest;
    }
    default: return groups;
  }
}

function atWork(groups: Groups, change: (open: Grouping) => Grouping): Groups {
  return groups.open ? { ...groups, open: change(groups.open) } : groups;
}
