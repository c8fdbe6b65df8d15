import { exifOf, hasPosition, turnOf } from './exif.ts';

/** "RIFF", the length of what follows, "WEBP"; then chunks of a name, a length and data that are filled up to an even length (RFC 9649). */
const HEADER = 12;
const FRAME = 8;
/** In the first byte of the VP8X chunk: the file holds Exif, XMP. */
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;

interface Chunk {
  readonly name: string;
  readonly start: number;
  /** Of its data, without what fills it up. */
  readonly dataEnd: number;
  readonly end: number;
}

/**
 * The same WebP without the chunks that may say where it was taken: Exif that holds a position, and XMP. How it is to be turned is kept, and the
 * picture is not touched. Where nothing of the kind is in it, the very same bytes.
 */
export async function webpWithoutPlace(webp: Blob): Promise<Blob> {
  const view = new DataView(await webp.arrayBuffer());
  const chunks = chunksOf(view);
  const dropped = new Set(chunks.filter((one) => one.name === 'XMP ' || (one.name === 'EXIF' && hasPosition(view, exifStart(view, one)))));
  if (dropped.size === 0) return webp;
  const turns = chunks.filter((one) => one.name === 'EXIF' && dropped.has(one)).map((one) => turnOf(view, exifStart(view, one))).filter((turn) => turn !== 1);
  const keepsExif = turns.length > 0 || chunks.some((one) => one.name === 'EXIF' && !dropped.has(one));
  const parts = chunks.flatMap((one): BlobPart[] => {
    if (dropped.has(one)) return [];
    return [one.name === 'VP8X' ? withFlags(view, one, keepsExif ? HAS_XMP : HAS_EXIF | HAS_XMP) : webp.slice(one.start, one.end)];
  });
  const turned = turns.slice(0, 1).map((turn) => chunkOf('EXIF', exifOf(turn)));
  const body = new Blob([...parts, ...turned, webp.slice(chunks.at(-1)?.end ?? HEADER)]);
  const header = new DataView(await webp.slice(0, HEADER).arrayBuffer());
  header.setUint32(4, 4 + body.size, true);
  return new Blob([header, body], { type: webp.type });
}

/** The chunks that are whole. */
function chunksOf(view: DataView): readonly Chunk[] {
  const found: Chunk[] = [];
  for (let start = HEADER; start + FRAME <= view.byteLength;) {
    const dataEnd = start + FRAME + view.getUint32(start + 4, true);
    if (dataEnd > view.byteLength) break;
    const end = Math.min(view.byteLength, dataEnd + (dataEnd - start) % 2);
    found.push({ name: String.fromCharCode(...new Uint8Array(view.buffer, start, 4)), start, dataEnd, end });
    start = end;
  }
  return found;
}

/** Some programs put "Exif" and two zeros before the block, as JPEG has it. */
function exifStart(view: DataView, { start, dataEnd }: Chunk): number {
  const data = start + FRAME;
  return data + 6 <= dataEnd && view.getUint32(data) === 0x45786966 ? data + 6 : data;
}

function withFlags(view: DataView, { start, end }: Chunk, without: number): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(view.buffer.slice(start, end) as ArrayBuffer);
  chunk[FRAME] = (chunk[FRAME] ?? 0) & ~without;
  return chunk;
}

function chunkOf(name: string, data: readonly number[]): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(FRAME + data.length + data.length % 2);
  chunk.set([...name].map((letter) => letter.charCodeAt(0)));
  new DataView(chunk.buffer).setUint32(4, data.length, true);
  chunk.set(data, FRAME);
  return chunk;
}
