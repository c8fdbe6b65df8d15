import { createHash } from 'node:crypto';
import { open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError, errnoOf, toStoreError } from '../errors.ts';
import type { Appended, StoredFile, UploadStore } from '../store.ts';
import { FILE_MODE, makeDirectory, syncDirectory, writeFully } from './durable.ts';
import type { EmbeddedFiles } from './files.ts';
import type { Health } from './health.ts';
import { Lanes } from '../lanes.ts';

const UPLOAD_ID = /^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,219}$/;

/** One file an upload, as long as what has arrived. When it is whole it is renamed into the place that its hash names. */
export class EmbeddedUploads implements UploadStore {
  readonly #directory: string;
  readonly #files: EmbeddedFiles;
  readonly #health: Health;
  readonly #lanes = new Lanes();
  #closed = false;

  private constructor(directory: string, files: EmbeddedFiles, health: Health) {
    this.#directory = directory;
    this.#files = files;
    this.#health = health;
  }

  static async open(directory: string, files: EmbeddedFiles, health: Health, keptMs: number): Promise<EmbeddedUploads> {
    await makeDirectory(directory);
    const oldest = Date.now() - keptMs;
    for (const name of await readdir(directory)) {
      const path = join(directory, name);
      if ((await stat(path)).mtimeMs < oldest) await rm(path, { force: true });
    }
    return new EmbeddedUploads(directory, files, health);
  }

  async size(id: string): Promise<number> {
    return this.#sizeOf(this.#path(id));
  }

  append(id: string, offset: number, source: AsyncIterable<Uint8Array>, { maxBytes }: { readonly maxBytes: number }): Promise<Appended> {
    return this.#alone(id, async (path) => {
      const size = await this.#sizeOf(path);
      if (offset !== size) return { taken: false, size };
      const handle = await this.#disk(open(path, size === 0 ? 'w' : 'r+', FILE_MODE));
      try {
        const after = await this.#write(handle, offset, source, maxBytes);
        if (offset === 0) await this.#disk(syncDirectory(this.#directory));
        this.#health.succeeded(this.#directory);
        return { taken: true, size: after };
      } finally {
        await handle.close();
      }
    });
  }

  finish(id: string, hash: string): Promise<StoredFile> {
    return this.#alone(id, async (path) => {
      const found = await this.#hashOf(path);
      if (found.hash !== hash) {
        await this.#remove(path);
        throw new StoreError('file.hashDiffers', `The upload ${id} has the hash ${found.hash}, not ${hash}`);
      }
      await this.#files.adopt(path, hash);
      await this.#disk(syncDirectory(this.#directory));
      return found;
    });
  }

  discard(id: string): Promise<void> {
    return this.#alone(id, (path) => this.#remove(path));
  }

  async names(): Promise<readonly string[]> {
    if (this.#closed) throw new StoreError('store.closed', 'The store is closed');
    return (await readdir(this.#directory)).filter((name) => UPLOAD_ID.test(name));
  }

  close(): void {
    this.#closed = true;
  }

  #alone<R>(id: string, work: (path: string) => Promise<R>): Promise<R> {
    return this.#lanes.run(id, () => work(this.#path(id)));
  }

  /** Answers the new size. Whatever ends the source, the bytes that came before are durable when this is over. */
  async #write(handle: FileHandle, offset: number, source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<number> {
    let size = offset;
    try {
      for await (const chunk of source) {
        if (size + chunk.length > maxBytes) throw new StoreError('file.tooLarge', `The content is longer than ${maxBytes} bytes`);
        await this.#disk(writeFully(handle, chunk, size));
        size += chunk.length;
      }
    } catch (error) {
      // A write that failed may have left half a chunk behind, and what is too long is refused as a whole.
      const kept = error instanceof StoreError ? offset : size;
      await handle.truncate(kept).catch(() => undefined);
      if (kept > offset) await this.#disk(handle.sync());
      throw error;
    }
    await this.#disk(handle.sync());
    return size;
  }

  async #hashOf(path: string): Promise<StoredFile> {
    const hash = createHash('sha256');
    let size = 0;
    try {
      const handle = await open(path, 'r');
      for await (const chunk of handle.createReadStream()) {
        hash.update(chunk as Buffer);
        size += (chunk as Buffer).length;
      }
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') throw new StoreError('upload.absent', 'Nothing was uploaded');
      throw toStoreError(error, 'Reading an upload');
    }
    return { hash: hash.digest('hex'), size };
  }

  async #sizeOf(path: string): Promise<number> {
    try {
      return (await stat(path)).size;
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return 0;
      throw toStoreError(error, 'Looking for an upload');
    }
  }

  async #remove(path: string): Promise<void> {
    try {
      await rm(path);
      await syncDirectory(this.#directory);
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw toStoreError(error, 'Removing an upload');
    }
  }

  /** Tells failures of the disk from those of the source. */
  async #disk<R>(work: Promise<R>): Promise<R> {
    try {
      return await work;
    } catch (error) {
      const failure = toStoreError(error, 'Writing an upload');
      this.#health.failed(this.#directory, failure);
      throw failure;
    }
  }

  #path(id: string): string {
    if (this.#closed) throw new StoreError('store.closed', 'The store is closed');
    if (!UPLOAD_ID.test(id)) throw new StoreError('store.name', `An upload's id cannot be ${JSON.stringify(id)}`);
    return join(this.#directory, id);
  }
}
