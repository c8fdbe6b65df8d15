import { readFile, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { Adapter } from 'lowdb';
import { StoreError, errnoOf } from '../errors.ts';
import { replaceDurably, writeFully } from './durable.ts';
import { checksum, hex8 } from './frame.ts';

export interface SnapshotData {
  /** The first journal whose operations are not in this snapshot. */
  readonly journal: number;
  readonly records: readonly unknown[];
}

/**
 * Turned into JSON, written and synced at a time: well under a millisecond of work, then the event loop has its turn; and the
 * journal's own small syncs, which queue behind it on the same disk, never wait for much.
 */
const SLICE_BYTES = 64 * 1024;

const SEAL = /,"crc32":"([0-9a-f]{8})"\}\n$/;
const SEAL_BYTES = ',"crc32":"00000000"}\n'.length;

/**
 * The lowdb adapter of one collection: one JSON file, written record by record in slices, synced, renamed into its place, and sealed
 * with a checksum over everything before it.
 */
export class SnapshotFile implements Adapter<SnapshotData> {
  readonly #path: string;
  #bytes = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** Size of the file that was last read or written. */
  get bytes(): number {
    return this.#bytes;
  }

  async read(): Promise<SnapshotData | null> {
    let bytes: Buffer;
    try {
      bytes = await readFile(this.#path);
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return null;
      throw error;
    }
    const content = bytes.subarray(0, -SEAL_BYTES);
    const seal = SEAL.exec(bytes.subarray(-SEAL_BYTES).toString('latin1'));
    if (!seal || seal[1] !== checksum(content)) throw new StoreError('store.damaged', `${this.#path} does not match its checksum`);
    const data: unknown = JSON.parse(`${content.toString()}}`);
    if (!isSnapshot(data)) throw new StoreError('store.damaged', `${this.#path} is no snapshot of a collection`);
    this.#bytes = bytes.length;
    return data;
  }

  async write(data: SnapshotData): Promise<void> {
    let written = 0;
    await replaceDurably(this.#path, async (handle) => {
      written = await writeSlices(handle, data);
    });
    this.#bytes = written;
  }
}

async function writeSlices(handle: FileHandle, { journal, records }: SnapshotData): Promise<number> {
  let slice = `{"format":1,"journal":${journal},"records":[`;
  let crc = 0;
  let position = 0;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.from(slice);
    slice = '';
    crc = crc32(bytes, crc);
    await writeFully(handle, bytes, position);
    position += bytes.length;
    await handle.datasync();
  };
  for (const [index, record] of records.entries()) {
    slice += `${index === 0 ? '' : ','}\n${JSON.stringify(record)}`;
    if (slice.length >= SLICE_BYTES) await flush();
  }
  slice += '\n]';
  await flush();
  slice = `,"crc32":"${hex8(crc)}"}\n`;
  await flush();
  return position;
}

function isSnapshot(data: unknown): data is SnapshotData {
  return typeof data === 'object' && data !== null && 'format' in data && data.format === 1
    && 'journal' in data && Number.isSafeInteger(data.journal) && 'records' in data && Array.isArray(data.records);
}
