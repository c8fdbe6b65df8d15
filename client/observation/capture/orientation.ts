const EXIF = 0x45786966;
const ORIENTATION = 0x0112;

/**
 * How a camera says that its JPEG is to be turned (EXIF tag 274): 1 stands upright, 2 to 8 are mirrored or turned; 1 when it
 * says nothing. Browsers follow it, other readers of the record may not.
 */
export async function orientationOf(jpeg: Blob): Promise<number> {
  const view = new DataView(await jpeg.slice(0, 128 * 1024).arrayBuffer());
  try {
    return inSegments(view);
  } catch (error) {
    // A header that ends early says nothing.
    if (error instanceof RangeError) return 1;
    throw error;
  }
}

function inSegments(view: DataView): number {
  if (view.getUint16(0) !== 0xffd8) return 1;
  for (let at = 2; view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    // The picture itself begins: no header comes any more.
    if (marker === 0xda) return 1;
    if (marker === 0xe1 && view.getUint32(at + 4) === EXIF) return inExif(view, at + 10);
    at += 2 + view.getUint16(at + 2);
  }
  return 1;
}

function inExif(view: DataView, start: number): number {
  const little = view.getUint16(start) === 0x4949;
  const directory = start + view.getUint32(start + 4, little);
  const entries = view.getUint16(directory, little);
  for (let index = 0; index < entries; index++) {
    const entry = directory + 2 + index * 12;
    if (view.getUint16(entry, little) !== ORIENTATION) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
