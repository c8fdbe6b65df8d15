import type { Region } from '../../../../protocol/observation/annotation.ts';
import { drawn, jpegOf } from '../../capture/pictures.ts';
import { pixelsOf } from './regions.ts';

/** What hides a region. One colour: nothing of what was there is left to be guessed from. */
const FILL = '#101418';
const QUALITY = 0.92;

/**
 * A new picture in which the regions are gone. It is drawn at full size, filled, and encoded anew: it shares no byte with the
 * file that it was made of, and bears none of its metadata. Rejects when the browser cannot draw a picture of this size.
 */
export async function burn(picture: Blob, regions: readonly Region[]): Promise<Blob> {
  const bitmap = await createImageBitmap(picture);
  try {
    const canvas = drawn(bitmap, bitmap);
    const context = canvas.getContext('2d')!;
    // JPEG has no transparency; what was clear becomes white and not black.
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.globalCompositeOperation = 'source-over';
    context.fillStyle = FILL;
    for (const region of regions) {
      const { x, y, width, height } = pixelsOf(region, canvas);
      context.fillRect(x, y, width, height);
    }
    return await jpegOf(canvas, QUALITY);
  } finally {
    bitmap.close();
  }
}
