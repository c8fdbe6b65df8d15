import type { ParticipantId, SessionId } from '../../../protocol/live/ids.ts';
import type { Part } from '../../../protocol/observation/evidence.ts';
import type { Blobs, Kept } from './item.ts';

/** Where captures rest on the device until the server has them. */
export interface DeviceStore {
  /** Of one person in one session, the oldest first. */
  list(session: SessionId, participant: ParticipantId): Promise<readonly Kept[]>;
  get(id: string): Promise<Kept | undefined>;
  /** All of it or nothing; rejects when the device is full. */
  add(item: Kept, blobs: Blobs): Promise<void>;
  change(item: Kept): Promise<void>;
  blob(id: string, part: Part): Promise<Blob | undefined>;
  /** Deletes the bytes and keeps the item, which says why. */
  empty(item: Kept): Promise<void>;
  remove(id: string): Promise<void>;
}

const NAME = 'gangway.captures';
const parts = ['content', 'thumbnail'] as const satisfies readonly Part[];

/** The browser's own database. Each step is one transaction that is on the disk before it counts. */
export class IndexedStore implements DeviceStore {
  readonly #factory: IDBFactory;
  #database: Promise<IDBDatabase> | undefined;

  constructor(factory: IDBFactory = indexedDB) {
    this.#factory = factory;
  }

  async list(session: SessionId, participant: ParticipantId): Promise<readonly Kept[]> {
    const all = await this.#read<Kept[]>('items', (items) => items.index('owner').getAll([session, participant]));
    return all.toSorted((a, b) => a.keptAt - b.keptAt || (a.id < b.id ? -1 : 1));
  }

  get(id: string): Promise<Kept | undefined> {
    return this.#read<Kept | undefined>('items', (items) => items.get(id));
  }

  add(item: Kept, blobs: Blobs): Promise<void> {
    return this.#write((items, bytes) => {
      items.add(item);
      for (const part of parts) if (blobs[part]) bytes.put(blobs[part], [item.id, part]);
    });
  }

  /** One that has been removed meanwhile stays so. */
  change(item: Kept): Promise<void> {
    return this.#write((items) => {
      const known = items.getKey(item.id);
      known.onsuccess = () => {
        if (known.result !== undefined) items.put(item);
      };
    });
  }

  blob(id: string, part: Part): Promise<Blob | undefined> {
    return this.#read<Blob | undefined>('bytes', (bytes) => bytes.get([id, part]));
  }

  empty(item: Kept): Promise<void> {
    return this.#write((items, bytes) => {
      items.put(item);
      for (const part of parts) bytes.delete([item.id, part]);
    });
  }

  remove(id: string): Promise<void> {
    return this.#write((items, bytes) => {
      items.delete(id);
      for (const part of parts) bytes.delete([id, part]);
    });
  }

  async #read<T>(name: 'items' | 'bytes', ask: (store: IDBObjectStore) => IDBRequest): Promise<T> {
    const database = await this.#open();
    return new Promise((resolve, reject) => {
      const request = ask(database.transaction(name).objectStore(name));
      request.onsuccess = () => resolve(request.result as T);
      request.onerror = () => reject(reasonOf(request.error));
    });
  }

  async #write(change: (items: IDBObjectStore, bytes: IDBObjectStore) => void): Promise<void> {
    const database = await this.#open();
    return new Promise((resolve, reject) => {
      // strict: a battery that gives out a moment later takes nothing along.
      const transaction = database.transaction(['items', 'bytes'], 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(reasonOf(transaction.error));
      change(transaction.objectStore('items'), transaction.objectStore('bytes'));
    });
  }

  #open(): Promise<IDBDatabase> {
    this.#database ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = this.#factory.open(NAME, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('items', { keyPath: 'id' }).createIndex('owner', ['session', 'participant']);
        request.result.createObjectStore('bytes');
      };
      request.onsuccess = () => {
        const database = request.result;
        // The browser may close it (site data cleared); the next step opens it anew.
        database.onclose = () => {
          this.#database = undefined;
        };
        database.onversionchange = () => {
          database.close();
          this.#database = undefined;
        };
        resolve(database);
      };
      request.onerror = () => reject(reasonOf(request.error));
    }).catch((error: unknown) => {
      this.#database = undefined;
      throw error;
    });
    return this.#database;
  }
}

function reasonOf(error: DOMException | null): Error {
  return error ?? new Error('the transaction was given up');
}

export function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
