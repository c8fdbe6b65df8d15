import { exifOf, hasPosition, turnOf } from './exif.ts';

/** "Exif", with which the segment begins that says how, when and where a picture was taken. */
const EXIF = 0x45786966;
/** From the marker of such a segment to its Exif block. */
const EXIF_HEADER = 10;
const HEADER_BYTES = 512 * 1024;
/** The marker of the segments that hold Exif and XMP, which may both name a place. */
const APP1 = 0xe1;
/** Holds IPTC, which may name a place in words. */
const APP13 = 0xed;
const START_OF_SCAN = 0xda;

interface Segment {
  readonly marker: number;
  /** From its marker to its end, bytes of the file. */
  readonly start: number;
  readonly end: number;
}

/**
 * How a camera says that its JPEG is to be turned (Exif tag 274): 1 stands upright, 2 to 8 are mirrored or turned; 1 when it
 * says nothing. Browsers follow it, other readers of the record may not.
 */
export async function orientationOf(jpeg: Blob): Promise<number> {
  const view = await headerOf(jpeg);
  const exif = segmentsOf(view).find(({ marker, start }) => marker === APP1 && isExif(view, start));
  return exif ? turnOf(view, exif.start + EXIF_HEADER) : 1;
}

/**
 * The same JPEG without the segments that may say where it was taken (Exif, XMP, IPTC); how it is to be turned is kept, and the
 * picture is not touched. Where nothing of the kind is in it, the very same bytes.
 */
export async function withoutPlace(jpeg: Blob): Promise<Blob> {
  const view = await headerOf(jpeg);
  const segments = segmentsOf(view);
  if (!segments.some(namesPlace(view))) return jpeg;
  const orientation = await orientationOf(jpeg);
  const kept = segments.filter((one) => one.marker !== APP1 && one.marker !== APP13).map((one) => jpeg.slice(one.start, one.end));
  const picture = jpeg.slice(segments.at(-1)?.end ?? 2);
  return new Blob([jpeg.slice(0, 2), ...(orientation === 1 ? [] : [turned(orientation)]), ...kept, picture], { type: jpeg.type });
}

/** XMP and IPTC are read by nobody here: one that is there may name a place. */
function namesPlace(view: DataView): (segment: Segment) => boolean {
  return ({ marker, start }) => marker === APP13 || (marker === APP1 && (!isExif(view, start) || hasPosition(view, start + EXIF_HEADER)));
}

async function headerOf(jpeg: Blob): Promise<DataView> {
  return new DataView(await jpeg.slice(0, HEADER_BYTES).arrayBuffer());
}

/** The segments before the picture itself. A header that ends early has those that are whole. */
function segmentsOf(view: DataView): readonly Segment[] {
  const found: Segment[] = [];
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return found;
  for (let start = 2; start + 4 <= view.byteLength && view.getUint8(start) === 0xff;) {
    const marker = view.getUint8(start + 1);
    const end = start + 2 + view.getUint16(start + 2);
    if (marker === START_OF_SCAN || end > view.byteLength) break;
    found.push({ marker, start, end });
    start = end;
  }
  return found;
}

function isExif(view: DataView, start: number): boolean {
  return start + 8 <= view.byteLength && view.getUint32(start + 4) === EXIF;
}

/** A segment that says how to turn the picture and nothing else. */
function turned(orientation: number): Uint8Array<ArrayBuffer> {
  const block = exifOf(orientation);
  return new Uint8Array([0xff, APP1, 0, block.length + 8, 0x45, 0x78, 0x69, 0x66, 0, 0, ...block]);
}
