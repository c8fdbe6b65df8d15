import type { FileType } from './fileType.ts';
import { withoutPlace } from './jpegHeader.ts';
import { pngWithoutPlace } from './pngChunks.ts';
import { webpWithoutPlace } from './webpChunks.ts';

const ways: Readonly<Partial<Record<FileType, (picture: Blob) => Promise<Blob>>>> = {
  'image/jpeg': withoutPlace, 'image/png': pngWithoutPlace, 'image/webp': webpWithoutPlace,
};

/** The same file without what may say where a picture was taken; the very same bytes where nothing of the kind is in it. */
export async function placeless(file: Blob, type: FileType): Promise<Blob> {
  return await ways[type]?.(file) ?? file;
}
