import { checkLine, genesis, isWholeLine } from './chain.ts';
import type { LineSlice } from './lines.ts';
import { Marks, type Position } from './marks.ts';

/** What follows the last whole append: an unfinished write, lines that once were whole, or the same with whole lines after them. */
export type LogRest =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'torn' | 'damaged'; readonly bytes: number }
  | { readonly kind: 'middle'; readonly line: number; readonly reason: string };

export interface LogScan {
  /** Where the last whole append ends. */
  readonly end: Position;
  readonly marks: Marks;
  readonly rest: LogRest;
}

/** Verifies a log's lines as they come, and says how far they hold and what the remainder is. */
export async function scanLog(session: string, slices: AsyncIterable<LineSlice>): Promise<LogScan> {
  const scanner = new LogScanner(session);
  for await (const { lines, rest } of slices) {
    for (const line of lines) scanner.line(line);
    if (rest) scanner.unfinished(rest);
  }
  return scanner.result();
}

export class LogScanner {
  #at: Position;
  #end: Position;
  readonly #marks: Marks;
  /** Lines of an append whose last line has not come yet. */
  #pending: Position[] = [];
  #bytes = 0;
  #bad: { readonly line: number; readonly reason: string } | undefined;
  #wholeAfterBad = false;
  #torn = true;

  constructor(session: string) {
    this.#at = { seq: 0, hash: genesis(session), offset: 0 };
    this.#end = this.#at;
    this.#marks = new Marks(this.#at);
  }

  line(line: Buffer): void {
    this.#bytes += line.length + 1;
    if (this.#bad) return this.#afterBad(line);
    const check = checkLine(line, this.#at.hash);
    if (!check.ok) {
      this.#bad = { line: this.#at.seq + 1, reason: check.reason };
      // Whole, but in the wrong place: a line before it is gone.
      return this.#afterBad(line);
    }
    this.#at = { seq: this.#at.seq + 1, hash: check.hash, offset: this.#bytes };
    this.#pending.push(this.#at);
    if (check.more) return;
    this.#end = this.#at;
    for (const position of this.#pending) this.#marks.pass(position);
    this.#pending = [];
  }

  /** What follows the last newline. */
  unfinished(rest: Buffer): void {
    this.#bytes += rest.length;
  }

  result(): LogScan {
    return { end: this.#end, marks: this.#marks, rest: this.#rest() };
  }

  #afterBad(line: Buffer): void {
    this.#wholeAfterBad ||= isWholeLine(line);
    // A line that has its newline and no zeros was written to its end.
    this.#torn &&= line.includes(0);
  }

  #rest(): LogRest {
    if (this.#bad && this.#wholeAfterBad) return { kind: 'middle', ...this.#bad };
    const bytes = this.#bytes - this.#end.offset;
    if (bytes === 0) return { kind: 'nothing' };
    return { kind: this.#torn ? 'torn' : 'damaged', bytes };
  }
}
