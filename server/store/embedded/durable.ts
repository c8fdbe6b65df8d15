import { open, mkdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errnoOf } from '../errors.ts';

/** Everything under the data directory is for the server's own account alone. */
export const FILE_MODE = 0o600;
const DIRECTORY_MODE = 0o700;

/** Makes names in a directory (a new file, a rename, a removal) survive a power cut. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the directory and those above it that are missing; each new name is durable. */
export async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { mode: DIRECTORY_MODE });
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return;
    if (errnoOf(error) !== 'ENOENT') throw error;
    await makeDirectory(dirname(directory));
    return makeDirectory(directory);
  }
  await syncDirectory(dirname(directory));
}

/** A single write may be short (a disk that fills up writes what fits): goes on until all is written or the system refuses. */
export async function writeFully(handle: Pick<FileHandle, 'write'>, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    if (bytesWritten === 0) throw new Error('the disk takes no more bytes');
    done += bytesWritten;
  }
}

/**
 * Puts a whole new file in the place of `path`: whoever opens it, also after a power cut, finds the old one or the new one.
 * `write` fills the temporary file, which is removed when anything fails.
 */
export async function replaceDurably(path: string, write: (handle: FileHandle) => Promise<void>): Promise<void> {
  const temporary = temporaryOf(path);
  try {
    const handle = await open(temporary, 'w', FILE_MODE);
    try {
      await write(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    // The first error is the one to report: on a full disk this removal works, on a dead one nothing does.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncDirectory(dirname(path));
}

/** Where `replaceDurably` writes before it renames; a crash may leave it behind. */
export function temporaryOf(path: string): string {
  return `${path}.tmp`;
}

/** Cuts a file to `length` bytes, durably. */
export async function cutDurably(path: string, length: number): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.truncate(length);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Copies what follows byte `from` into a file beside it, for a person to look at, and answers that file's path. */
export async function keepAside(path: string, from: number): Promise<string> {
  const kept = `${path}.damaged-${new Date().toISOString().replace(/[-:.]/g, '')}`;
  const source = await open(path, 'r');
  try {
    const { size } = await source.stat();
    const bytes = Buffer.alloc(size - from);
    const { bytesRead } = await source.read(bytes, 0, bytes.length, from);
    await replaceDurably(kept, (handle) => writeFully(handle, bytes.subarray(0, bytesRead), 0));
  } finally {
    await source.close();
  }
  return kept;
}
