import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The letters of a signature's picture: Noto Sans, as in what is printed, so that a picture looks alike wherever it is read. */
export interface Typeface {
  readonly plain: Uint8Array;
  readonly bold: Uint8Array;
}

export async function typeface(): Promise<Typeface> {
  const [plain, bold] = await Promise.all(['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf']
    .map((file) => readFile(fileURLToPath(new URL(`../fonts/${file}`, import.meta.resolve('@embedpdf/fonts-latin'))))));
  return { plain: plain!, bold: bold! };
}
