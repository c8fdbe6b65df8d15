import { exifOf, hasPosition, turnOf } from './exif.ts';

/** Bytes of the signature, and of a chunk beside its data: length, type, checksum (ISO/IEC 15948, 5.3). */
const SIGNATURE = 8;
const FRAME = 12;
/** Texts in which programs keep XMP, Exif and IPTC. */
const PROFILES = /^(?:XML:com\.adobe\.xmp|Raw profile type .+)$/iu;
const MOST_KEYWORD = 79;

interface Chunk {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The same PNG without the chunks that may say where it was taken: Exif that holds a position, and texts that carry XMP, Exif or IPTC. How it
 * is to be turned is kept, and the picture is not touched. Where nothing of the kind is in it, the very same bytes.
 */
export async function pngWithoutPlace(png: Blob): Promise<Blob> {
  const view = new DataView(await png.arrayBuffer());
  const chunks = chunksOf(view);
  const dropped = new Set(chunks.filter((one) => namesPlace(view, one)));
  if (dropped.size === 0) return png;
  const end = chunks.at(-1)?.end ?? SIGNATURE;
  const parts = chunks.flatMap((one): BlobPart[] => {
    if (!dropped.has(one)) return [png.slice(one.start, one.end)];
    const turn = one.type === 'eXIf' ? turnOf(view, one.start + 8) : 1;
    return turn === 1 ? [] : [chunkOf('eXIf', exifOf(turn))];
  });
  return new Blob([png.slice(0, SIGNATURE), ...parts, png.slice(end)], { type: png.type });
}

/** The chunks that are whole. */
function chunksOf(view: DataView): readonly Chunk[] {
  const found: Chunk[] = [];
  for (let start = SIGNATURE; start + FRAME <= view.byteLength;) {
    const end = start + FRAME + view.getUint32(start);
    if (end > view.byteLength) break;
    found.push({ type: textAt(view, start + 4, start + 8), start, end });
    start = end;
  }
  return found;
}

function namesPlace(view: DataView, { type, start, end }: Chunk): boolean {
  switch (type) {
    case 'eXIf': return hasPosition(view, start + 8);
    case 'tEXt':
    case 'zTXt':
    case 'iTXt': return PROFILES.test(textAt(view, start + 8, Math.min(end - 4, start + 8 + MOST_KEYWORD)).split('\0', 1)[0]!);
    default: return false;
  }
}

function textAt(view: DataView, from: number, to: number): string {
  return String.fromCharCode(...new Uint8Array(view.buffer, from, Math.max(0, to - from)));
}

function chunkOf(type: string, data: readonly number[]): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(FRAME + data.length);
  chunk.set([...type].map((letter) => letter.charCodeAt(0)), 4);
  chunk.set(data, 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

/** The checksum of type and data (ISO/IEC 15948, annex D). */
function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
