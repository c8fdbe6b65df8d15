import { open } from 'node:fs/promises';
import { StoreError, errnoOf, toStoreError } from '../errors.ts';
import type { LogDamage, LogEntry, LogHead, LogLine, SessionLog } from '../store.ts';
import { RESERVED_KEYS, checkLine, entryOf, seal } from './chain.ts';
import { cutDurably, keepAside } from './durable.ts';
import type { Health } from './health.ts';
import { Journal } from './journal.ts';
import { readLines } from './lines.ts';
import { LogScanner, scanLog, type LogScan } from './logScan.ts';
import type { Marks, Position } from './marks.ts';

export class EmbeddedLog<E extends LogEntry> implements SessionLog<E> {
  readonly damaged?: LogDamage;
  readonly #session: string;
  readonly #path: string;
  readonly #marks: Marks;
  /** None under a damaged log: its file stays as it was found. */
  #journal: Journal | undefined;
  #durable: Position;
  /** Where the log ends when all that is under way has become durable. */
  #tentative: Position;
  readonly #onClosed: () => void;
  #closing: Promise<void> | undefined;

  private constructor(session: string, path: string, scan: LogScan, onClosed: () => void) {
    this.#session = session;
    this.#path = path;
    this.#onClosed = onClosed;
    this.#durable = scan.end;
    this.#tentative = scan.end;
    this.#marks = scan.marks;
    if (scan.rest.kind === 'middle') this.damaged = { line: scan.rest.line, reason: scan.rest.reason };
  }

  /** Reads and verifies the whole file; cuts off an unfinished end. */
  static async open<E extends LogEntry>(session: string, path: string, health: Health, onClosed: () => void): Promise<EmbeddedLog<E>> {
    try {
      const scan = await readLog(session, path);
      const log = new EmbeddedLog<E>(session, path, scan, onClosed);
      if (scan.rest.kind === 'middle') {
        health.logDamaged(session, { line: scan.rest.line, reason: scan.rest.reason });
        return log;
      }
      if (scan.rest.kind !== 'nothing') {
        const keptAs = scan.rest.kind === 'damaged' ? await keepAside(path, scan.end.offset) : undefined;
        await cutDurably(path, scan.end.offset);
        health.repaired(path, { kind: scan.rest.kind, bytes: scan.rest.bytes, keptAs });
      }
      log.#journal = await Journal.open(path, { health, place: path, onRollback: () => { log.#tentative = log.#durable; } });
      return log;
    } catch (error) {
      throw toStoreError(error, `Opening the log of ${session}`);
    }
  }

  get head(): LogHead {
    return { seq: this.#durable.seq, hash: this.#durable.hash };
  }

  async append(entries: readonly E[]): Promise<void> {
    if (this.closed) throw new StoreError('store.closed', `The log of ${this.#session} is closed`);
    if (!this.#journal) throw new StoreError('log.damaged', `The log of ${this.#session} is damaged at line ${this.damaged?.line}`);
    if (entries.length === 0) return;
    const ends: Position[] = [];
    const lines: Buffer[] = [];
    let end = this.#tentative;
    for (const [index, entry] of entries.entries()) {
      if (entry.seq !== end.seq + 1) {
        throw new StoreError('store.order', `Entry ${entry.seq} does not follow ${end.seq} in the log of ${this.#session}`);
      }
      const { bytes, hash } = seal(jsonOf(entry), end.hash, index < entries.length - 1);
      end = { seq: entry.seq, hash, offset: end.offset + bytes.length };
      lines.push(bytes);
      ends.push(end);
    }
    this.#tentative = end;
    // Nothing was awaited so far: appends that overlap are chained in the order in which they were asked for.
    await this.#journal.append(Buffer.concat(lines), () => {
      this.#durable = end;
      for (const position of ends) this.#marks.pass(position);
    });
  }

  async *read(fromSeq = 1): AsyncGenerator<E> {
    for await (const line of this.lines(fromSeq)) yield line.entry;
  }

  async *lines(fromSeq = 1): AsyncGenerator<LogLine<E>> {
    if (this.closed) throw new StoreError('store.closed', `The log of ${this.#session} is closed`);
    let { seq, hash, offset } = this.#marks.before(fromSeq);
    const file = await open(this.#path, 'r').catch((error: unknown) => {
      throw toStoreError(error, `Reading the log of ${this.#session}`);
    });
    try {
      for await (const { lines } of readLines(file, offset, this.#durable.offset)) {
        for (const line of lines) {
          const check = checkLine(line, hash);
          if (!check.ok) throw new StoreError('log.damaged', `Line ${seq + 1} of the log of ${this.#session}: ${check.reason}`);
          const prev = hash;
          seq += 1;
          hash = check.hash;
          // Appended by this store as an E, and vouched for by the chain.
          if (seq >= fromSeq) yield { bytes: line, entry: entryOf(line) as unknown as E, hash, prev };
        }
      }
    } finally {
      await file.close();
    }
  }

  get closed(): boolean {
    return this.#closing !== undefined;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    try {
      await this.#journal?.close();
    } finally {
      // Only now: whoever opens the log again must find what was under way.
      this.#onClosed();
    }
  }
}

async function readLog(session: string, path: string): Promise<LogScan> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (!file) return new LogScanner(session).result();
  try {
    return await scanLog(session, readLines(file, 0, (await file.stat()).size));
  } finally {
    await file.close();
  }
}

function jsonOf(entry: LogEntry): string {
  const json = JSON.stringify(entry);
  const reserved = RESERVED_KEYS.find((key) => Object.hasOwn(entry, key));
  if (!json.startsWith('{"') || reserved !== undefined) {
    throw new StoreError('log.entry', reserved === undefined ? 'A log keeps objects only' : `"${reserved}" is a key of the log's own`);
  }
  return json;
}
