import { createHash } from 'node:crypto';
import { RefusalError } from '../../../protocol/errors.ts';
import { sees } from '../../../protocol/live/audience.ts';
import type { SessionEvent } from '../../../protocol/live/event.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import type { LogHead, SessionLog } from '../../store/store.ts';

/** A log as one person may take it away, and what a manifest says of it. */
export interface LogSummary {
  readonly head: LogHead;
  /** Of the file that `logFile` makes. */
  readonly sha256: string;
  readonly bytes: number;
  /** Entries that this person may not see: first and last of each run. */
  readonly closed: readonly (readonly [number, number])[];
}

/**
 * Whether somebody may see an event, as things stand now, as if they sat in the session: the package is fetched when all have left.
 */
export function openTo(state: SessionState, one: Participant): (event: SessionEvent) => boolean {
  const inside: SessionState = { ...state, participants: { ...state.participants, [one.id]: { ...one, presence: 'in' } } };
  return (event) => sees(inside, one.id, event.audience);
}

/**
 * The lines of the log up to an entry. An entry that is closed to its reader keeps its number and its links alone, so that the
 * chain can still be followed past it and nothing of it is told.
 */
export async function* logFile(log: SessionLog<SessionEvent>, upTo: number, isOpen: (event: SessionEvent) => boolean): AsyncGenerator<Buffer> {
  for await (const { line } of viewed(log, upTo, isOpen)) yield line;
}

/** Reads the log once and checks it. Throws session.damaged where it is not what was written. */
export async function summarise(log: SessionLog<SessionEvent>, upTo: number, isOpen: (event: SessionEvent) => boolean): Promise<LogSummary> {
  if (log.damaged) throw new RefusalError('session.damaged');
  const file = createHash('sha256');
  const closed: [number, number][] = [];
  let bytes = 0;
  let head: LogHead = { seq: 0, hash: '' };
  for await (const { line, seq, hash, isClosed } of viewed(log, upTo, isOpen)) {
    file.update(line);
    bytes += line.length;
    head = { seq, hash };
    if (!isClosed) continue;
    const run = closed.at(-1);
    if (run?.[1] === seq - 1) run[1] = seq;
    else closed.push([seq, seq]);
  }
  // Lines that are gone at the end, or a chain that was made anew, agree with themselves but not with what this process wrote.
  if (head.seq !== upTo || (log.head.seq === upTo && log.head.hash !== head.hash)) throw new RefusalError('session.damaged');
  return { head, sha256: file.digest('hex'), bytes, closed };
}

interface ViewedLine {
  readonly line: Buffer;
  readonly seq: number;
  readonly hash: string;
  readonly isClosed: boolean;
}

async function* viewed(log: SessionLog<SessionEvent>, upTo: number, isOpen: (event: SessionEvent) => boolean): AsyncGenerator<ViewedLine> {
  if (upTo === 0) return;
  for await (const { bytes, entry, prev, hash } of log.lines()) {
    const { seq } = entry;
    const isClosed = !isOpen(entry);
    const line = isClosed ? Buffer.from(`${JSON.stringify({ seq, closed: true, prev, hash })}\n`) : Buffer.concat([bytes, NEWLINE]);
    yield { line, seq, hash, isClosed };
    if (seq >= upTo) return;
  }
}

const NEWLINE = Buffer.from('\n');
