import { limits } from '../../../protocol/limits.ts';
import type { Content, Pictured } from '../../../protocol/observation/evidence.ts';
import { sha256 } from './hash.ts';
import type { Blobs } from './item.ts';

/** Bytes ready to be kept, and what is known of them. */
export interface Picture {
  readonly pictured: Pictured;
  readonly blobs: Blobs;
}

const THUMBNAIL_PX = 480;
/** Beyond this no picture says its size: nothing that a camera takes. */
const MOST_PX = 20_000;

/** A picture with its hashes and a small one of it, made of the same bytes. */
export async function pictureOf(content: Blob): Promise<Picture> {
  const bitmap = await createImageBitmap(content);
  try {
    const { width, height } = bitmap;
    const thumbnail = await smallOf(bitmap);
    return {
      pictured: { content: await contentOf(content, { width, height }), ...(thumbnail ? { thumbnail: await contentOf(thumbnail.blob, thumbnail) } : {}) },
      blobs: { content, ...(thumbnail ? { thumbnail: thumbnail.blob } : {}) },
    };
  } finally {
    bitmap.close();
  }
}

/** A file without a picture of it. */
export async function plainOf(content: Blob): Promise<Picture> {
  return { pictured: { content: await contentOf(content) }, blobs: { content } };
}

/** What is drawn on a canvas as JPEG. */
export function jpegOf(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => blob ? resolve(blob) : reject(new Error('the canvas gave no picture')), 'image/jpeg', quality);
  });
}

/** Drawn on a canvas of its own size, or smaller so that its longer side has `mostPx`. */
export function drawn(source: ImageBitmap | HTMLVideoElement, size: { readonly width: number; readonly height: number }, mostPx = Infinity): HTMLCanvasElement {
  const scale = Math.min(1, mostPx / Math.max(size.width, size.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(size.width * scale));
  canvas.height = Math.max(1, Math.round(size.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas can be drawn on');
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function smallOf(bitmap: ImageBitmap): Promise<{ readonly blob: Blob; readonly width: number; readonly height: number } | undefined> {
  const canvas = drawn(bitmap, bitmap, THUMBNAIL_PX);
  const { width, height } = canvas;
  const blob = await jpegOf(canvas, 0.8);
  return blob.size <= limits.thumbnailBytes ? { blob, width, height } : undefined;
}

async function contentOf(blob: Blob, size?: { readonly width: number; readonly height: number }): Promise<Content> {
  const known = size && Math.max(size.width, size.height) <= MOST_PX;
  return { hash: await sha256(blob), bytes: blob.size, mime: blob.type, ...(known ? { width: size.width, height: size.height } : {}) };
}
