import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { StoreError, toStoreError } from '../errors.ts';
import type { Collection, FileStore, LogEntry, SessionLog, Store, StoredRecord, StoreStatus, UploadStore } from '../store.ts';
import { EmbeddedCollection } from './collection.ts';
import { makeDirectory, syncDirectory } from './durable.ts';
import { EmbeddedFiles } from './files.ts';
import { Health } from './health.ts';
import { DirectoryLock } from './lock.ts';
import { EmbeddedLog } from './log.ts';
import { EmbeddedUploads } from './uploads.ts';

const COLLECTION_NAME = /^[a-z][a-z0-9-]{0,39}$/;
const SESSION_ID = /^[A-Za-z0-9_-]{1,64}$/;
const DEFAULT_SNAPSHOT_AFTER_BYTES = 4 * 1024 * 1024;
/** A phone may lie in a drawer over a holiday before it finds the line again. */
const DEFAULT_UPLOADS_KEPT_MS = 30 * 24 * 3_600_000;

export interface EmbeddedStoreOptions {
  /** How large a collection's journal may grow before a snapshot takes its place. */
  readonly snapshotAfterBytes?: number;
  /** How long an upload may rest before an opening removes it. */
  readonly uploadsKeptMs?: number;
}

/**
 * Opens the store in a directory, which is made when absent and locked for this process. `store.locked` when another process has it.
 *
 *   lock                      who has the directory
 *   records/<collection>/     snapshot.json, journal.<n>
 *   logs/<session>.jsonl
 *   files/<hash>, files/incoming/
 *   uploads/<id>
 */
export async function openEmbeddedStore(directory: string, options: EmbeddedStoreOptions = {}): Promise<Store> {
  const root = resolve(directory);
  const health = new Health(root);
  try {
    await makeDirectory(root);
    const lock = await DirectoryLock.acquire(root);
    try {
      for (const part of ['records', 'logs']) await makeDirectory(join(root, part));
      const files = await EmbeddedFiles.open(join(root, 'files'), health);
      const uploads = await EmbeddedUploads.open(join(root, 'uploads'), files, health, options.uploadsKeptMs ?? DEFAULT_UPLOADS_KEPT_MS);
      await syncDirectory(root);
      return new EmbeddedStore(root, health, lock, files, uploads, options.snapshotAfterBytes ?? DEFAULT_SNAPSHOT_AFTER_BYTES);
    } catch (error) {
      await lock.release();
      throw error;
    }
  } catch (error) {
    throw toStoreError(error, `Opening the data directory ${root}`);
  }
}

interface OpenCollection {
  readonly schema: z.ZodType;
  /** An EmbeddedCollection of what `schema` describes. */
  readonly opening: Promise<{ close(): Promise<void> }>;
}

class EmbeddedStore implements Store {
  readonly files: FileStore;
  readonly uploads: UploadStore;
  readonly #root: string;
  readonly #health: Health;
  readonly #lock: DirectoryLock;
  readonly #files: EmbeddedFiles;
  readonly #uploads: EmbeddedUploads;
  readonly #snapshotAfterBytes: number;
  readonly #collections = new Map<string, OpenCollection>();
  readonly #logs = new Map<string, Promise<EmbeddedLog<LogEntry>>>();
  #closing: Promise<void> | undefined;

  constructor(root: string, health: Health, lock: DirectoryLock, files: EmbeddedFiles, uploads: EmbeddedUploads, snapshotAfterBytes: number) {
    this.files = files;
    this.uploads = uploads;
    this.#root = root;
    this.#health = health;
    this.#lock = lock;
    this.#files = files;
    this.#uploads = uploads;
    this.#snapshotAfterBytes = snapshotAfterBytes;
  }

  async collection<T extends StoredRecord>(name: string, schema: z.ZodType<T>): Promise<Collection<T>> {
    this.#assertOpen();
    if (!COLLECTION_NAME.test(name)) throw new StoreError('store.name', `A collection cannot be called ${JSON.stringify(name)}`);
    const known = this.#collections.get(name);
    if (known) {
      if (known.schema !== schema) throw new StoreError('store.schema', `The collection ${name} is open with another schema`);
      return await (known.opening as Promise<EmbeddedCollection<T>>);
    }
    const opening = forgetWhenFailed(
      EmbeddedCollection.open(join(this.#root, 'records', name), name, schema, {
        health: this.#health, snapshotAfterBytes: this.#snapshotAfterBytes,
      }),
      () => this.#collections.delete(name),
    );
    this.#collections.set(name, { schema, opening });
    return opening;
  }

  async log<E extends LogEntry = LogEntry>(session: string): Promise<SessionLog<E>> {
    this.#assertOpen();
    if (!SESSION_ID.test(session)) throw new StoreError('store.name', `A session's id cannot be ${JSON.stringify(session)}`);
    const known = this.#logs.get(session);
    if (!known) return (await this.#openLog(session)) as SessionLog<E>;
    const log = await known;
    if (!log.closed) return log as SessionLog<E>;
    // Just being closed: two must never write to one file.
    await log.close();
    return this.log<E>(session);
  }

  status(): StoreStatus {
    return this.#health.status();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const parts = [...[...this.#collections.values()].map((known) => known.opening), ...this.#logs.values()];
    this.#files.close();
    this.#uploads.close();
    await Promise.allSettled(parts.map(async (opening) => (await opening).close()));
    await this.#lock.release();
    this.#health.closed();
  }

  #openLog(session: string): Promise<EmbeddedLog<LogEntry>> {
    const forget = (): void => void this.#logs.delete(session);
    const opening = forgetWhenFailed(
      EmbeddedLog.open<LogEntry>(session, join(this.#root, 'logs', `${session}.jsonl`), this.#health, forget), forget,
    );
    this.#logs.set(session, opening);
    return opening;
  }

  #assertOpen(): void {
    if (this.#closing) throw new StoreError('store.closed', 'The store is closed');
  }
}

/** A failed opening is tried again at the next call. */
async function forgetWhenFailed<R>(opening: Promise<R>, forget: () => void): Promise<R> {
  try {
    return await opening;
  } catch (error) {
    forget();
    throw error;
  }
}
