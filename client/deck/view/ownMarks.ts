import type { Refusal, Result } from '../../../protocol/errors.ts';
import type { DeckId, MarkId, ParticipantId, RoomId } from '../../../protocol/live/ids.ts';
import { marksOfPage } from '../../../protocol/live/marks.ts';
import type { Mark, Marks } from '../../../protocol/live/marks.ts';

export interface OwnMark extends Mark {
  readonly room: RoomId;
  readonly deck: DeckId;
  readonly page: number;
}

type Send = (mark: OwnMark) => Promise<Result<unknown>>;

/** Marks that were drawn here and are on their way: shown at once, and gone again when they are refused. */
export class OwnMarks {
  readonly #send: Send;
  readonly #changed: () => void;
  readonly #refused: (refusal: Refusal) => void;
  #waiting: readonly OwnMark[] = [];

  constructor(send: Send, changed: () => void, refused: (refusal: Refusal) => void) {
    this.#send = send;
    this.#changed = changed;
    this.#refused = refused;
  }

  get waiting(): readonly OwnMark[] {
    return this.#waiting;
  }

  async add(mark: OwnMark): Promise<void> {
    this.#set([...this.#waiting, mark]);
    const done = await this.#send(mark);
    // The event that brings the mark to everyone came before the acknowledgement.
    this.#set(this.#waiting.filter((one) => one !== mark));
    if (!done.ok) this.#refused(done.error);
  }

  #set(waiting: readonly OwnMark[]): void {
    this.#waiting = waiting;
    this.#changed();
  }
}

/** The marks of a page in a room, those on their way last; each once. */
export function marksOn(marks: Marks, waiting: readonly OwnMark[], room: RoomId, deck: DeckId, page: number): readonly Mark[] {
  const there = marksOfPage(marks, room, deck, page);
  const mine = waiting.filter((one) => one.room === room && one.deck === deck && one.page === page && !has(there, one.id));
  return mine.length === 0 ? there : [...there, ...mine];
}

function has(marks: readonly Mark[], id: MarkId): boolean {
  return marks.some((mark) => mark.id === id);
}

/** Whether somebody has a mark on the page that they could take back. */
export function drewOn(marks: readonly Mark[], by: ParticipantId): boolean {
  return marks.some((mark) => mark.by === by);
}

