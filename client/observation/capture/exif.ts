const ORIENTATION = 0x0112;
const GPS = 0x8825;

/** How a picture is to be turned, by an Exif block from its byte order on: 1 stands upright, 2 to 8 are mirrored or turned; 1 when it says nothing. */
export function turnOf(view: DataView, start: number): number {
  const value = inExif(view, start, ORIENTATION);
  return value !== undefined && value >= 1 && value <= 8 ? value : 1;
}

/** Whether the block says where the picture was taken. */
export function hasPosition(view: DataView, start: number): boolean {
  return inExif(view, start, GPS) !== undefined;
}

/** A block that says how to turn the picture and nothing else. */
export function exifOf(turn: number): readonly number[] {
  return [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0];
}

/** A short value, or the first half of a long one, of the main directory of an Exif block; nothing where it is broken. */
function inExif(view: DataView, start: number, tag: number): number | undefined {
  try {
    const little = view.getUint16(start) === 0x4949;
    const directory = start + view.getUint32(start + 4, little);
    const entries = view.getUint16(directory, little);
    for (let entry = directory + 2; entry < directory + 2 + entries * 12; entry += 12) {
      if (view.getUint16(entry, little) === tag) return view.getUint16(entry + 8, little);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}
