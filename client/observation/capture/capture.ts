import { limits } from '../../../protocol/limits.ts';
import { typeByBytes } from './fileType.ts';
import { canHash } from './hash.ts';
import type { DeviceCode } from './item.ts';
import { jpegOf, pictureOf, plainOf } from './pictures.ts';
import type { Picture } from './pictures.ts';
import { placeless } from './place.ts';
import { stillOf } from './still.ts';

export type Captured = { readonly ok: true; readonly picture: Picture } | { readonly ok: false; readonly code: DeviceCode };

/** A still from a camera, at its full size. */
export function captureStill(track: MediaStreamTrack): Promise<Captured> {
  return taken('device.noPicture', async () => {
    if (track.readyState !== 'live') return { ok: false, code: 'device.noPicture' };
    return checked(await pictureOf(await stillOf(track)));
  });
}

/** A file as it is, byte for byte: JPEG, PNG, WebP or PDF. From a photo goes where it was taken: a place is recorded by consent, and not by a file. */
export function captureFile(file: File): Promise<Captured> {
  return taken('device.unreadable', async () => {
    if (file.size > limits.evidenceBytes) return { ok: false, code: 'device.tooLarge' };
    const type = typeByBytes(new Uint8Array(await file.slice(0, 1024).arrayBuffer()));
    if (!type) return { ok: false, code: 'device.unreadable' };
    // The bytes are taken out of the file now: it may change or go before they are sent.
    const bytes = new Blob([await file.arrayBuffer()], { type });
    const content = await placeless(bytes, type);
    return checked(type === 'application/pdf' ? await plainOf(content) : await pictureOf(content));
  });
}

/** The page of a deck, as it was drawn. */
export function capturePage(canvas: HTMLCanvasElement): Promise<Captured> {
  return taken('device.noPicture', async () => checked(await pictureOf(await jpegOf(canvas, 0.92))));
}

function checked(picture: Picture): Captured {
  return picture.pictured.content.bytes > limits.evidenceBytes ? { ok: false, code: 'device.tooLarge' } : { ok: true, picture };
}

async function taken(otherwise: DeviceCode, take: () => Promise<Captured>): Promise<Captured> {
  if (!canHash()) return { ok: false, code: 'device.insecure' };
  try {
    return await take();
  } catch {
    return { ok: false, code: otherwise };
  }
}
