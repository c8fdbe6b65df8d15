import { Readable } from 'node:stream';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

export interface ZipEntry {
  readonly path: string;
  /** ms since the epoch. */
  readonly mtime: number;
  /** Pictures do not get smaller. */
  readonly compress: boolean;
  /** Read when it is this entry's turn: no more than one is open at a time. */
  content(): AsyncIterable<Uint8Array>;
}

/** Writes a ZIP as it comes, one entry after the other; never more than a few chunks are in memory. */
export async function streamZip(entries: readonly ZipEntry[], to: Writable): Promise<void> {
  const zip = new ZipFile();
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => undefined);
  zip.on('error', (error: Error) => failed.reject(error));
  const sources = entries.map(({ path, mtime, compress, content }) => {
    const source = Readable.from(content(), { objectMode: false });
    // Listened to from the beginning, also after the package has broken off: an error that nobody hears ends the process.
    source.on('error', failed.reject);
    zip.addReadStream(source, path, { mtime: new Date(mtime), compress, mode: 0o100644 });
    return source;
  });
  zip.end();
  try {
    await Promise.race([pipeline(zip.outputStream, to), failed.promise]);
  } catch (error) {
    to.destroy();
    throw error;
  } finally {
    for (const source of sources) source.destroy();
  }
}
