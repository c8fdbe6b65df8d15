import type { LogHead } from '../store.ts';

/** The end of a line in a log's file. */
export interface Position extends LogHead {
  /** Bytes up to and with the line's newline. */
  readonly offset: number;
}

const EVERY = 256;

/** Every 256th line's position, so that reading on from any entry starts near it, with the hash that the next line must follow. */
export class Marks {
  readonly #marks: Position[];

  constructor(start: Position) {
    this.#marks = [start];
  }

  pass(position: Position): void {
    if (position.seq % EVERY === 0) this.#marks.push(position);
  }

  /** The last mark from which `seq` can be reached by reading on. */
  before(seq: number): Position {
    const index = Math.min(Math.max(0, Math.floor((seq - 1) / EVERY)), this.#marks.length - 1);
    const mark = this.#marks[index];
    if (!mark) throw new RangeError(`no mark before ${seq}`);
    return mark;
  }
}
