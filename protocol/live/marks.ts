import type { SessionEvent } from './event.ts';
import type { DeckId, MarkId, ParticipantId, RoomId } from './ids.ts';

export const inks = ['red', 'blue', 'green', 'yellow', 'black'] as const;
export type Ink = (typeof inks)[number];

/**
 * A vector on a page. Coordinates are fractions of the page's width and height (0..1), so that a mark carries across
 * language versions and screen sizes; widths are fractions of the page's width.
 */
export type Shape =
  /** Points as x, y, pressure (0..1) one after the other. */
  | { readonly tool: 'pen' | 'marker'; readonly ink: Ink; readonly width: number; readonly points: readonly number[] }
  | { readonly tool: 'text'; readonly ink: Ink; readonly size: number; readonly x: number; readonly y: number; readonly text: string };

export interface Mark {
  readonly id: MarkId;
  readonly by: ParticipantId;
  readonly shape: Shape;
}

/** A deck as one room marked it: by page. */
export type MarkedDeck = Readonly<Record<number, readonly Mark[]>>;
type MarkedDeckKey = string;
/** In two steps, because every mark makes the objects that lead to it anew, and one for all pages of all decks grows large. */
export type Marks = Readonly<Record<MarkedDeckKey, MarkedDeck>>;

export interface MarkEvents {
  'mark.added': { id: MarkId; deck: DeckId; page: number; shape: Shape };
  'mark.removed': { mark: MarkId; deck: DeckId; page: number };
  'mark.cleared': { deck: DeckId; page: number };
}

const none: readonly Mark[] = [];

/** The marks of a page in a room, the oldest first. */
export function marksOfPage(marks: Marks, room: RoomId, deck: DeckId, page: number): readonly Mark[] {
  return marks[keyOf(room, deck)]?.[page] ?? none;
}

export function reduceMarks(marks: Marks, event: SessionEvent): Marks {
  switch (event.type) {
    case 'mark.added': {
      const { id, deck, page, shape } = event.data;
      return change(marks, event.room, deck, page, (there) => [...there, { id, by: event.actor, shape }]);
    }
    case 'mark.removed': {
      const { mark: removed, deck, page } = event.data;
      return change(marks, event.room, deck, page, (there) => there.filter((mark) => mark.id !== removed));
    }
    case 'mark.cleared': return change(marks, event.room, event.data.deck, event.data.page, () => none);
    case 'deck.detached': return drop(marks, (key) => key.split('/')[1] === event.data.deck);
    case 'room.closed': return drop(marks, (key) => key.startsWith(`${event.data.room}/`));
    default: return marks;
  }
}

function keyOf(room: RoomId, deck: DeckId): MarkedDeckKey {
  return `${room}/${deck}`;
}

function change(marks: Marks, room: RoomId, deck: DeckId, page: number, next: (there: readonly Mark[]) => readonly Mark[]): Marks {
  const key = keyOf(room, deck);
  return { ...marks, [key]: { ...marks[key], [page]: next(marksOfPage(marks, room, deck, page)) } };
}

function drop(marks: Marks, test: (key: MarkedDeckKey) => boolean): Marks {
  return Object.keys(marks).some(test) ? Object.fromEntries(Object.entries(marks).filter(([key]) => !test(key))) : marks;
}
