import type { z } from 'zod';
import { StoreError } from '../errors.ts';
import type { Collection, StoredRecord } from '../store.ts';
import { deepFreeze } from './freeze.ts';
import type { Health } from './health.ts';
import type { Operation } from './recovery.ts';
import { RecordFiles } from './records.ts';

/** New values by id; undefined removes. */
type Changes<T> = ReadonlyMap<string, T | undefined>;

/** A write that is not durable yet: what an update has to build upon. */
interface Tentative<T> {
  readonly value: T | undefined;
  readonly changes: Changes<T>;
}

export interface CollectionOptions {
  readonly health: Health;
  readonly snapshotAfterBytes: number;
}

export class EmbeddedCollection<T extends StoredRecord> implements Collection<T> {
  readonly #name: string;
  readonly #schema: z.ZodType<T>;
  readonly #files: RecordFiles;
  readonly #records: Map<string, T>;
  readonly #tentative: Map<string, Tentative<T>>;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(
    name: string, schema: z.ZodType<T>, files: RecordFiles, records: Map<string, T>, tentative: Map<string, Tentative<T>>,
  ) {
    this.#name = name;
    this.#schema = schema;
    this.#files = files;
    this.#records = records;
    this.#tentative = tentative;
  }

  static async open<T extends StoredRecord>(
    directory: string, name: string, schema: z.ZodType<T>, options: CollectionOptions,
  ): Promise<EmbeddedCollection<T>> {
    const records = new Map<string, T>();
    const tentative = new Map<string, Tentative<T>>();
    const { files, found } = await RecordFiles.open(directory, {
      ...options,
      current: () => [...records.values()],
      onRollback: () => tentative.clear(),
    });
    try {
      for (const [id, raw] of found) {
        const parsed = schema.safeParse(raw);
        if (!parsed.success) throw invalid(name, id, parsed.error);
        records.set(id, deepFreeze(parsed.data));
      }
    } catch (error) {
      await files.close();
      throw error;
    }
    return new EmbeddedCollection(name, schema, files, records, tentative);
  }

  get size(): number {
    return this.#records.size;
  }

  get(id: string): T | undefined {
    return this.#records.get(id);
  }

  has(id: string): boolean {
    return this.#records.has(id);
  }

  all(): IterableIterator<T> {
    return this.#records.values();
  }

  find(predicate: (record: T) => boolean): T | undefined {
    for (const record of this.#records.values()) if (predicate(record)) return record;
    return undefined;
  }

  async put(...records: T[]): Promise<void> {
    const changes = new Map<string, T>();
    for (const record of records) changes.set(record.id, this.#checked(record));
    await this.#commit(changes, { put: [...changes.values()] });
  }

  async remove(...ids: string[]): Promise<void> {
    // One whose removal is under way counts as there: who is told that it is gone must find it gone after a crash too.
    const present = [...new Set(ids)].filter((id) => this.#records.has(id) || this.#tentative.has(id));
    await this.#commit(new Map(present.map((id) => [id, undefined])), { remove: present });
  }

  async update(id: string, change: (record: T) => T): Promise<T> {
    const before = this.#latest(id);
    if (before === undefined) throw new StoreError('record.absent', `${this.#name} has no record ${id}`);
    const after = this.#checked(change(before));
    if (after.id !== id) throw new StoreError('record.invalid', `An update of ${id} in ${this.#name} changes its id`);
    await this.#commit(new Map([[id, after]]), { put: [after] });
    return after;
  }

  exclusive<R>(work: () => Promise<R>): Promise<R> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    await this.#files.close();
  }

  /** With the writes that are under way. */
  #latest(id: string): T | undefined {
    const tentative = this.#tentative.get(id);
    return tentative ? tentative.value : this.#records.get(id);
  }

  /** The record as it will be read back, the collection's own copy: a record that the schema refuses must never reach the disk. */
  #checked(record: T): T {
    const parsed = this.#schema.safeParse(record);
    if (!parsed.success) throw invalid(this.#name, record.id, parsed.error);
    return deepFreeze(JSON.parse(JSON.stringify(parsed.data)) as T);
  }

  /** Nothing is awaited between reading `#latest` and queueing here: that is what keeps two updates apart. */
  async #commit(changes: Changes<T>, operation: Operation): Promise<void> {
    if (this.#files.closed) throw new StoreError('store.closed', `${this.#name} is closed`);
    if (changes.size === 0) return;
    for (const [id, value] of changes) this.#tentative.set(id, { value, changes });
    await this.#files.append(operation, () => {
      for (const [id, value] of changes) {
        if (value === undefined) this.#records.delete(id);
        else this.#records.set(id, value);
        if (this.#tentative.get(id)?.changes === changes) this.#tentative.delete(id);
      }
    });
  }
}

/** Names the fields, not their values: the message goes to the log. */
function invalid(name: string, id: string, error: z.ZodError): StoreError {
  const fields = error.issues.map((issue) => `${issue.path.map(String).join('.') || 'record'} (${issue.code})`);
  return new StoreError('record.invalid', `${name}/${id} does not fit its schema: ${fields.join(', ')}`, { cause: error });
}
