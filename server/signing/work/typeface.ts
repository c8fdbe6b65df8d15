import { readFile } from 'node:fs/promises';
import { sansPaths } from '../../pdf/fonts.ts';

/** The letters of a signature's picture: Noto Sans, as in what is printed, so that a picture looks alike wherever it is read. */
export interface Typeface {
  readonly plain: Uint8Array;
  readonly bold: Uint8Array;
}

export async function typeface(): Promise<Typeface> {
  const [plain, bold] = await Promise.all([readFile(sansPaths.plain), readFile(sansPaths.bold)]);
  return { plain, bold };
}
