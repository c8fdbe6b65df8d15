import { z } from 'zod';
import { RefusalError } from '../../protocol/errors.ts';
import { hash } from '../../protocol/fields.ts';
import type { NeededFiles } from '../files/needed.ts';
import type { Collection, Store, StoredFile } from '../store/store.ts';
import type { Log } from '../log.ts';

/** checking: nobody may see it yet, and after a crash it goes; kept: a session's log names it, so it stays. */
const fileRecord = z.strictObject({ id: hash, state: z.enum(['checking', 'kept']), pages: z.int() });
type FileRecord = z.infer<typeof fileRecord>;

export type Check = (path: string) => Promise<{ readonly pages: number }>;

/**
 * The PDFs in the store and whether they may stay. The same content uploaded twice is one file, so a refused upload takes
 * its file along only when nobody else has it or is about to have it.
 */
export class KeptFiles {
  readonly #store: Store;
  readonly #needed: NeededFiles;
  readonly #check: Check;
  readonly #opening: Promise<Collection<FileRecord>>;
  #records: Collection<FileRecord> | undefined;
  /** Uploads under way, by content. */
  readonly #holders = new Map<string, number>();

  constructor(store: Store, needed: NeededFiles, check: Check, log: Log) {
    this.#store = store;
    this.#needed = needed;
    this.#check = check;
    const loading = this.#load();
    this.#opening = loading.then((records) => this.#tidy(records));
    // Where it cannot be known which files decks have, they may have any.
    needed.register((hash) => this.#holders.has(hash) || this.#records === undefined || this.#records.get(hash)?.state === 'kept', loading);
    // Told to whoever uploads next; here only to the log.
    this.#opening.catch((error: unknown) => log.error({ err: error }, 'the records of deck files cannot be read'));
  }

  /**
   * Stores a PDF, checks it and has `settle` give it its place. The file stays when `settle` answers true.
   * Whatever is thrown on the way leaves nothing behind.
   */
  async admit(
    source: AsyncIterable<Uint8Array>, maxBytes: number, settle: (file: StoredFile, pages: number) => Promise<boolean>,
  ): Promise<void> {
    const records = await this.#opening;
    const file = await this.#store.files.put(source, { maxBytes });
    this.#hold(file.hash);
    try {
      const known = records.get(file.hash);
      if (!known) await records.put({ id: file.hash, state: 'checking', pages: 0 });
      const { pages } = known?.state === 'kept' ? known : await this.#check(await this.#store.files.pathForReading(file.hash));
      await records.exclusive(() => this.#settle(records, file, pages, settle));
    } finally {
      await this.#release(records, file.hash);
    }
  }

  async #settle(
    records: Collection<FileRecord>, file: StoredFile, pages: number, settle: (file: StoredFile, pages: number) => Promise<boolean>,
  ): Promise<void> {
    // Somebody's refused upload of the same content may have taken it along in the moment before it was held.
    if (!(await this.#store.files.has(file.hash))) throw new RefusalError('store.io');
    const before = records.get(file.hash);
    // Before the log names it: a crash in between leaves a file too many, never one too few.
    await records.put({ id: file.hash, state: 'kept', pages });
    let settled = false;
    try {
      settled = await settle(file, pages);
    } finally {
      if (!settled && before?.state !== 'kept') await records.put({ id: file.hash, state: 'checking', pages });
    }
  }

  #hold(id: string): void {
    this.#holders.set(id, (this.#holders.get(id) ?? 0) + 1);
  }

  async #release(records: Collection<FileRecord>, id: string): Promise<void> {
    await records.exclusive(async () => {
      const left = (this.#holders.get(id) ?? 1) - 1;
      if (left > 0) return void this.#holders.set(id, left);
      this.#holders.delete(id);
      if (records.get(id)?.state === 'kept') return;
      await this.#needed.removeUnneeded(id);
      await records.remove(id);
    });
  }

  async #load(): Promise<Collection<FileRecord>> {
    this.#records = await this.#store.collection('deck-files', fileRecord);
    return this.#records;
  }

  /** What was being checked when the process ended was never shown to anybody. */
  async #tidy(records: Collection<FileRecord>): Promise<Collection<FileRecord>> {
    for (const record of records.all()) {
      if (record.state === 'kept') continue;
      await this.#needed.removeUnneeded(record.id);
      await records.remove(record.id);
    }
    return records;
  }
}
