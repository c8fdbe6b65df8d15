import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { StoreError, errnoOf, toStoreError } from '../errors.ts';
import { FILE_MODE, syncDirectory, writeFully } from './durable.ts';
import type { Health } from './health.ts';

/** The part of a file handle that a journal uses; tests put failing ones in its place. */
export type JournalFile = Pick<FileHandle, 'write' | 'read' | 'datasync' | 'sync' | 'truncate' | 'stat' | 'close'>;
export type OpenFile = (path: string, flags: string) => Promise<JournalFile>;

const openFile: OpenFile = (path, flags) => open(path, flags, FILE_MODE);

export interface JournalOptions {
  readonly health: Health;
  /** The path under which failures are reported; a collection's journals, one after the other, share one. */
  readonly place: string;
  /** Called when a write failed, before the appends that hung on it are rejected: what was built upon them is void. */
  readonly onRollback?: () => void;
  readonly openFile?: OpenFile;
}

interface Append {
  readonly bytes: Uint8Array;
  readonly onDurable: () => void;
  readonly resolve: () => void;
  readonly reject: (error: StoreError) => void;
}

interface Switch {
  readonly path: string;
  readonly onSwitched: (finalLength: number) => void;
  readonly resolve: () => void;
  readonly reject: (error: StoreError) => void;
}

/**
 * An append-only file with group commit: all that is appended in one turn of the event loop, and while a sync is under way, shares
 * one write and one `fdatasync`; each append resolves after it. What the bytes mean is the caller's business.
 *
 * A failed write or sync rejects every append that waits (later ones may build on earlier ones). After a failed sync nobody knows
 * what the disk holds, so before anything else is written the file is opened anew and cut back to what was durable.
 */
export class Journal {
  readonly #health: Health;
  readonly #place: string;
  readonly #onRollback: () => void;
  readonly #openFile: OpenFile;
  #path: string;
  #file: JournalFile | undefined;
  #length: number;
  #tail: { offset: number; length: number; crc: number } | undefined;
  #doubtful = false;
  #queue: Append[] = [];
  #switch: Switch | undefined;
  #draining: Promise<void> | undefined;
  #closed = false;

  private constructor(path: string, file: JournalFile, length: number, options: JournalOptions) {
    this.#path = path;
    this.#file = file;
    this.#length = length;
    this.#health = options.health;
    this.#place = options.place;
    this.#onRollback = options.onRollback ?? (() => undefined);
    this.#openFile = options.openFile ?? openFile;
  }

  /** Opens a journal whose content the caller has read and, where needed, cut; makes an empty one when there is none. */
  static async open(path: string, options: JournalOptions): Promise<Journal> {
    const openWith = options.openFile ?? openFile;
    try {
      let file: JournalFile;
      try {
        file = await openWith(path, 'r+');
      } catch (error) {
        if (errnoOf(error) !== 'ENOENT') throw error;
        file = await createDurably(path, openWith);
      }
      // What a killed process had written without syncing was read as history: make it so.
      await file.datasync();
      return new Journal(path, file, (await file.stat()).size, options);
    } catch (error) {
      throw toStoreError(error, `Opening ${path}`);
    }
  }

  /** Durable bytes. */
  get length(): number {
    return this.#length;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** `onDurable` runs in the order of the appends, in the same turn for all that share a sync, before any of them resolves. */
  append(bytes: Uint8Array, onDurable: () => void = () => undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new StoreError('store.closed', `${this.#path} is closed`));
      this.#queue.push({ bytes, onDurable, resolve, reject });
      this.#wake();
    });
  }

  /** Goes on in a new file, between two syncs; `onSwitched` runs when every earlier append is durable in the old one, and learns its length. */
  switchTo(path: string, onSwitched: (finalLength: number) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new StoreError('store.closed', `${this.#path} is closed`));
      if (this.#switch) return reject(new StoreError('store.io', `${this.#path} is being switched already`));
      this.#switch = { path, onSwitched, resolve, reject };
      this.#wake();
    });
  }

  /** Finishes what waits, then closes. */
  async close(): Promise<void> {
    this.#closed = true;
    while (this.#draining) await this.#draining;
    const file = this.#file;
    this.#file = undefined;
    this.#health.forget(this.#place);
    await file?.close();
  }

  #wake(): void {
    // Not at once: whatever else this turn of the event loop has to append comes along.
    this.#draining ??= new Promise((resolve) => {
      setImmediate(() => void this.#drain().finally(resolve));
    });
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0 || this.#switch) {
      if (this.#switch) await this.#moveOn(this.#switch);
      else await this.#commit();
    }
    this.#draining = undefined;
  }

  async #commit(): Promise<void> {
    const batch = this.#queue;
    this.#queue = [];
    const bytes = batch.length === 1 && batch[0] ? batch[0].bytes : Buffer.concat(batch.map((append) => append.bytes));
    try {
      const file = await this.#sound();
      this.#doubtful = true;
      await writeFully(file, bytes, this.#length);
      await file.datasync();
      this.#doubtful = false;
    } catch (error) {
      const failure = toStoreError(error, `Writing ${this.#path}`);
      // Tried now, so that a full disk gets its space back; when it fails it is tried again before the next write.
      if (this.#doubtful) await this.#sound().catch(() => undefined);
      this.#health.failed(this.#place, failure);
      const rejected = [...batch, ...this.#queue];
      this.#queue = [];
      this.#onRollback();
      for (const append of rejected) append.reject(failure);
      return;
    }
    this.#tail = { offset: this.#length, length: bytes.length, crc: crc32(bytes) };
    this.#length += bytes.length;
    this.#health.succeeded(this.#place);
    for (const append of batch) append.onDurable();
    for (const append of batch) append.resolve();
  }

  async #moveOn({ path, onSwitched, resolve, reject }: Switch): Promise<void> {
    this.#switch = undefined;
    try {
      const old = await this.#sound();
      const file = await createDurably(path, this.#openFile);
      this.#path = path;
      this.#file = file;
      const finalLength = this.#length;
      this.#length = 0;
      this.#tail = undefined;
      onSwitched(finalLength);
      resolve();
      await old.close();
    } catch (error) {
      reject(toStoreError(error, `Starting ${path}`));
    }
  }

  /** The file, ending where the durable bytes end; opened anew, cut back and looked at when that is in doubt. */
  async #sound(): Promise<JournalFile> {
    if (this.#file && !this.#doubtful) return this.#file;
    const old = this.#file;
    this.#file = undefined;
    await old?.close().catch(() => undefined);
    const file = await this.#openFile(this.#path, 'r+');
    try {
      await file.truncate(this.#length);
      await file.sync();
      await this.#verify(file);
    } catch (error) {
      await file.close().catch(() => undefined);
      throw error;
    }
    this.#file = file;
    this.#doubtful = false;
    return file;
  }

  async #verify(file: JournalFile): Promise<void> {
    const { size } = await file.stat();
    if (size !== this.#length) throw new StoreError('store.damaged', `${this.#path} has ${size} bytes where ${this.#length} were durable`);
    if (!this.#tail) return;
    const bytes = Buffer.alloc(this.#tail.length);
    await file.read(bytes, 0, bytes.length, this.#tail.offset);
    if (crc32(bytes) !== this.#tail.crc) throw new StoreError('store.damaged', `${this.#path} lost durable bytes`);
  }
}

/** A leftover of the same name is emptied: nothing was ever acknowledged in a file to which its journal had not switched. */
async function createDurably(path: string, openWith: OpenFile): Promise<JournalFile> {
  const file = await openWith(path, 'w+');
  try {
    await syncDirectory(dirname(path));
  } catch (error) {
    await file.close();
    throw error;
  }
  return file;
}
