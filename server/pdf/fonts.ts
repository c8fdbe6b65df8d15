import { fileURLToPath } from 'node:url';

/**
 * The typefaces of printed documents, from npm, so that every machine prints alike: Noto Sans for Latin, Greek and Cyrillic, its
 * simplified Chinese, and Naskh for Arabic. For other scripts Typst falls back on what the machine itself has.
 */
const faces: Readonly<Record<string, readonly string[]>> = {
  '@embedpdf/fonts-latin': ['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf'],
  '@embedpdf/fonts-sc': ['NotoSansHans-Regular.otf', 'NotoSansHans-Bold.otf'],
  '@embedpdf/fonts-arabic': ['NotoNaskhArabic-Regular.ttf', 'NotoNaskhArabic-Bold.ttf'],
};

/** The two of Noto Sans alone, as they stand among them. */
export const sansPaths = { plain: pathOf('@embedpdf/fonts-latin', 'NotoSans-Regular.ttf'), bold: pathOf('@embedpdf/fonts-latin', 'NotoSans-Bold.ttf') };

export const fontPaths: readonly string[] = Object.entries(faces).flatMap(([name, files]) =>
  files.map((file) => pathOf(name, file)));

function pathOf(name: string, file: string): string {
  return fileURLToPath(new URL(`../fonts/${file}`, import.meta.resolve(name)));
}
