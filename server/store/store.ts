import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { StoreErrorCode } from './errors.ts';

/**
 * What the server remembers: records in collections, one append-only log a session, and files by content.
 * Every promise of a write resolves when the write is durable, and rejects with a `StoreError` when it is not.
 */
export interface Store {
  /**
   * A named collection of records with string ids (name: `a-z`, `0-9`, `-`). The records are plain JSON, and `schema` accepts its
   * own output: it reads them from disk and checks what is put. Opening the same name twice answers the same collection.
   */
  collection<T extends StoredRecord>(name: string, schema: z.ZodType<T>): Promise<Collection<T>>;
  /** The append-only, hash-chained log of one session; created when absent. Opening it twice answers the same log. */
  log<E extends LogEntry = LogEntry>(session: string): Promise<SessionLog<E>>;
  readonly files: FileStore;
  readonly uploads: UploadStore;
  status(): StoreStatus;
  /** Finishes what is under way and lets go of the directory. Whatever comes later is refused with `store.closed`. */
  close(): Promise<void>;
}

export interface StoredRecord {
  readonly id: string;
}

/** Records live in memory, frozen: change one by putting another in its place. */
export interface Collection<T extends StoredRecord> {
  readonly size: number;
  get(id: string): T | undefined;
  has(id: string): boolean;
  /** In the order in which the ids were first put. */
  all(): IterableIterator<T>;
  find(predicate: (record: T) => boolean): T | undefined;
  /** Adds or replaces, all or nothing; after a rejection memory is as before. */
  put(...records: T[]): Promise<void>;
  /** All or nothing; an id without a record is passed over. */
  remove(...ids: string[]): Promise<void>;
  /**
   * Replaces one record by what `change` makes of it. `change` sees every write that was asked for before, durable or not yet,
   * so that two updates never overwrite each other; it may throw, and then nothing is changed. Rejects with `record.absent`.
   */
  update(id: string, change: (record: T) => T): Promise<T>;
  /** Runs `work` alone among the exclusive works of this collection, for a check over several records followed by a write. */
  exclusive<R>(work: () => Promise<R>): Promise<R>;
}

/** A log keeps entries as they are, apart from `seq`, which counts from 1 without a gap. `prev`, `hash` and `more` are the log's own keys. */
export interface LogEntry {
  readonly seq: number;
}

export interface LogHead {
  /** Of the last durable entry; 0 in an empty log. */
  readonly seq: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

export interface LogDamage {
  /** The first bad line, counted from 1. */
  readonly line: number;
  readonly reason: string;
}

export interface LogLine<E extends LogEntry = LogEntry> {
  readonly bytes: Buffer;
  readonly entry: E;
  /** SHA-256, hexadecimal, of this line; and of the one before. */
  readonly hash: string;
  readonly prev: string;
}

export interface SessionLog<E extends LogEntry = LogEntry> {
  readonly head: LogHead;
  /** All or nothing, also over a crash. Entries continue the numbers asked for before, else `store.order`. Appends may overlap. */
  append(entries: readonly E[]): Promise<void>;
  /** The durable entries from `fromSeq` (default 1) on, each checked against the chain; throws `log.damaged` where it breaks. */
  read(fromSeq?: number): AsyncIterable<E>;
  /**
   * The same entries as lines of the log, byte for byte as they stand on disk but without their newlines, so that whoever receives
   * them can check the chain without this program.
   */
  lines(fromSeq?: number): AsyncIterable<LogLine<E>>;
  /** Set when a line in the middle is bad: what is before it can be read, appending is refused with `log.damaged`. */
  readonly damaged?: LogDamage;
  close(): Promise<void>;
}

export interface StoredFile {
  /** SHA-256 of the content, hexadecimal: the file's name. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
}

/** First and last byte, both included, as in HTTP. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface FileStore {
  /**
   * Streams content in. The same content twice is one file. `file.tooLarge` past `maxBytes`; an error of the source passes through.
   * A stream that is refused is destroyed; to answer the client of a refused upload, hand in `stream.iterator({ destroyOnReturn: false })`.
   */
  put(source: AsyncIterable<Uint8Array>, options: { readonly maxBytes: number }): Promise<StoredFile>;
  /** `size` is the whole file's, also for a part. Rejects with `file.absent` or `file.range`. */
  open(hash: string, range?: ByteRange): Promise<{ readonly size: number; readonly stream: Readable }>;
  has(hash: string): Promise<boolean>;
  remove(hash: string): Promise<void>;
  /** For a child process that checks the content; to be read only, never handed to a client. Rejects with `file.absent`. */
  pathForReading(hash: string): Promise<string>;
}

export interface Appended {
  /** false: `offset` was not where the upload ends, and nothing was changed. */
  readonly taken: boolean;
  /** Where the upload ends, and so where to go on. */
  readonly size: number;
}

/**
 * Files that arrive in parts, over hours and over restarts: an upload begins with its first part and grows at its end. What was
 * acknowledged is there; after a crash more may be, so `size` says where to go on, and the hash at the end tells whether all of it
 * is right. An upload that nobody has touched for a long time is gone at a later opening. Works on one upload run one after the other.
 */
export interface UploadStore {
  /** How many bytes are there; 0 for what has not begun. */
  size(id: string): Promise<number>;
  /**
   * Adds content at `offset`. When the source breaks off, what came of it is kept, durably, and the source's error passes through.
   * Content that would make the upload longer than `maxBytes` is refused with `file.tooLarge`, and nothing of it is kept. As with
   * `put`, a stream that is refused is destroyed.
   */
  append(id: string, offset: number, source: AsyncIterable<Uint8Array>, options: { readonly maxBytes: number }): Promise<Appended>;
  /**
   * Makes a file of what is there. Content of another hash than the expected one is removed, and `file.hashDiffers` refuses it;
   * `upload.absent` when there is nothing.
   */
  finish(id: string, hash: string): Promise<StoredFile>;
  discard(id: string): Promise<void>;
  /** The ids of those that have begun and are not finished, in no order. */
  names(): Promise<readonly string[]>;
}

/** Something that was found wrong on opening, and what was done about it. */
export interface StoreRepair {
  /** Relative to the data directory. */
  readonly file: string;
  /** `torn`: a write that a crash had cut short, never acknowledged. `damaged`: it may have been acknowledged. */
  readonly kind: 'torn' | 'damaged';
  /** How many bytes were cut off. */
  readonly bytes: number;
  /** Where the bytes of a damaged part were kept, relative to the data directory. */
  readonly keptAs?: string;
}

export interface StoreStatus {
  /** `full`, `readonly` and `failed` last until a write to the same place succeeds again. */
  readonly state: 'ok' | 'full' | 'readonly' | 'failed' | 'closed';
  /** The places that cannot be written at present. */
  readonly failing: readonly { readonly place: string; readonly code: StoreErrorCode }[];
  readonly repairs: readonly StoreRepair[];
  readonly damagedLogs: readonly ({ readonly session: string } & LogDamage)[];
}
