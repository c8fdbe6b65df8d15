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

/** A page of a deck as one room marked it. */
export type PageKey = string;
export type Marks = Readonly<Record<PageKey, readonly Mark[]>>;

export interface MarkEvents {
  'mark.added': { id: MarkId; deck: DeckId; page: number; shape: Shape };
  'mark.removed': { mark: MarkId; deck: DeckId; page: number };
  'mark.cleared': { deck: DeckId; page: number };
}

export function pageKey(room: RoomId, deck: DeckId, page: number): PageKey {
  return `${room}/${deck}/${page}`;
}

export function reduceMarks(marks: Marks, event: SessionEvent): Marks {
  switch (event.type) {
    case 'mark.added': {
      const { id, deck, page, shape } = event.data;
      const key = pageKey(event.room, deck, page);
      return { ...marks, [key]: [...(marks[key] ?? []), { id, by: event.actor, shape }] };
    }
    case 'mark.removed': {
      const key = pageKey(event.room, event.data.deck, event.data.page);
      return { ...marks, [key]: (marks[key] ?? []).filter((mark) => mark.id !== event.data.mark) };
    }
    case 'mark.cleared': return drop(marks, (key) => key === pageKey(event.room, event.data.deck, event.data.page));
    case 'deck.detached': return drop(marks, (key) => key.split('/')[1] === event.data.deck);
    case 'room.closed': return drop(marks, (key) => key.startsWith(`${event.data.room}/`));
    default: return marks;
  }
}

function drop(marks: Marks, test: (key: PageKey) => boolean): Marks {
  return Object.keys(marks).some(test) ? Object.fromEntries(Object.entries(marks).filter(([key]) => !test(key))) : marks;
}
