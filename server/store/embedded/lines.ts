import type { FileHandle } from 'node:fs/promises';

const NEWLINE = 0x0a;
/** Read and handed on at a time: a few milliseconds of hashing, then the event loop has its turn. */
const SLICE_BYTES = 256 * 1024;

export interface LineSlice {
  /** Whole lines, without their newlines. */
  readonly lines: readonly Buffer[];
  /** In the last slice: what follows the last newline. */
  readonly rest?: Buffer;
}

/** Reads the lines between two byte offsets of a file, in slices. */
export async function* readLines(file: Pick<FileHandle, 'read'>, start: number, end: number): AsyncGenerator<LineSlice> {
  let carried: Buffer = Buffer.alloc(0);
  for (let position = start; position < end;) {
    const chunk = Buffer.allocUnsafe(Math.min(SLICE_BYTES, end - position));
    const { bytesRead } = await file.read(chunk, 0, chunk.length, position);
    if (bytesRead === 0) break;
    position += bytesRead;
    const bytes = carried.length === 0 ? chunk.subarray(0, bytesRead) : Buffer.concat([carried, chunk.subarray(0, bytesRead)]);
    const lines: Buffer[] = [];
    let from = 0;
    // What was carried over is known to hold no newline.
    for (let at = bytes.indexOf(NEWLINE, carried.length); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
      lines.push(bytes.subarray(from, at));
      from = at + 1;
    }
    carried = bytes.subarray(from);
    if (lines.length > 0) yield { lines };
  }
  if (carried.length > 0) yield { lines: [], rest: carried };
}
