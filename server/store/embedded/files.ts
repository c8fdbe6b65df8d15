import { createHash, randomUUID } from 'node:crypto';
import { open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { StoreError, errnoOf, toStoreError } from '../errors.ts';
import type { ByteRange, FileStore, StoredFile } from '../store.ts';
import { FILE_MODE, makeDirectory, syncDirectory, writeFully } from './durable.ts';
import type { Health } from './health.ts';

const HASH = /^[0-9a-f]{64}$/;

/** Files named by the hash of their content. What comes in is written to `incoming/` first and renamed when it is durable. */
export class EmbeddedFiles implements FileStore {
  readonly #directory: string;
  readonly #incoming: string;
  readonly #health: Health;
  #closed = false;

  private constructor(directory: string, health: Health) {
    this.#directory = directory;
    this.#incoming = join(directory, 'incoming');
    this.#health = health;
  }

  static async open(directory: string, health: Health): Promise<EmbeddedFiles> {
    const files = new EmbeddedFiles(directory, health);
    await makeDirectory(files.#incoming);
    // Whatever lies here belongs to an upload that ended with the process.
    for (const name of await readdir(files.#incoming)) await rm(join(files.#incoming, name), { force: true });
    return files;
  }

  async put(source: AsyncIterable<Uint8Array>, { maxBytes }: { readonly maxBytes: number }): Promise<StoredFile> {
    this.#assertOpen();
    const temporary = join(this.#incoming, randomUUID());
    try {
      const stored = await this.#receive(source, temporary, maxBytes);
      await this.#settle(temporary, stored.hash);
      this.#health.succeeded(this.#directory);
      return stored;
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  async open(hash: string, range?: ByteRange): Promise<{ readonly size: number; readonly stream: Readable }> {
    this.#assertOpen();
    const handle = await this.#handle(hash);
    try {
      const { size } = await handle.stat();
      if (range && !(range.start >= 0 && range.start <= range.end && range.end < size)) {
        throw new StoreError('file.range', `${hash} has ${size} bytes; ${range.start} to ${range.end} is no part of it`);
      }
      // The stream closes the handle when it ends or is destroyed.
      return { size, stream: handle.createReadStream(range) };
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  async has(hash: string): Promise<boolean> {
    this.#assertOpen();
    const found = await stat(this.#path(hash)).catch((error: unknown) => {
      if (errnoOf(error) === 'ENOENT') return undefined;
      throw toStoreError(error, `Looking for the file ${hash}`);
    });
    return found !== undefined;
  }

  async remove(hash: string): Promise<void> {
    this.#assertOpen();
    const path = this.#path(hash);
    try {
      await rm(path);
      await syncDirectory(this.#directory);
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw toStoreError(error, `Removing the file ${hash}`);
    }
  }

  async pathForReading(hash: string): Promise<string> {
    if (!(await this.has(hash))) throw new StoreError('file.absent', `There is no file ${hash}`);
    return this.#path(hash);
  }

  /** Gives a file that lies elsewhere on the same disk, and is durable there, its place among these. `hash` is its content's. */
  async adopt(path: string, hash: string): Promise<void> {
    this.#assertOpen();
    await this.#settle(path, hash);
    this.#health.succeeded(this.#directory);
  }

  close(): void {
    this.#closed = true;
  }

  async #receive(source: AsyncIterable<Uint8Array>, temporary: string, maxBytes: number): Promise<StoredFile> {
    const hash = createHash('sha256');
    let size = 0;
    const handle = await this.#disk(open(temporary, 'wx', FILE_MODE));
    try {
      for await (const chunk of source) {
        if (size + chunk.length > maxBytes) throw new StoreError('file.tooLarge', `The content is longer than ${maxBytes} bytes`);
        hash.update(chunk);
        await this.#disk(writeFully(handle, chunk, size));
        size += chunk.length;
      }
      await this.#disk(handle.sync());
    } finally {
      await handle.close();
    }
    return { hash: hash.digest('hex'), size };
  }

  async #settle(temporary: string, hash: string): Promise<void> {
    const path = this.#path(hash);
    // A file of this name has this content: to replace it by itself harms no reader.
    await this.#disk(rename(temporary, path));
    await this.#disk(syncDirectory(this.#directory));
  }

  /** Tells failures of the disk from those of the source. */
  async #disk<R>(work: Promise<R>): Promise<R> {
    try {
      return await work;
    } catch (error) {
      const failure = toStoreError(error, 'Writing a file');
      this.#health.failed(this.#directory, failure);
      throw failure;
    }
  }

  async #handle(hash: string): Promise<FileHandle> {
    try {
      return await open(this.#path(hash), 'r');
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') throw new StoreError('file.absent', `There is no file ${hash}`);
      throw toStoreError(error, `Opening the file ${hash}`);
    }
  }

  #path(hash: string): string {
    if (!HASH.test(hash)) throw new StoreError('store.name', 'A file is named by 64 hexadecimal digits');
    return join(this.#directory, hash);
  }

  #assertOpen(): void {
    if (this.#closed) throw new StoreError('store.closed', 'The store is closed');
  }
}
