import type { Names } from './certificate.ts';

interface Drawn {
  readonly at: number;
  readonly names: Names;
  /** SHA-256 of the certificate, hexadecimal. */
  readonly digest: string;
}

/** A typeface of the file: which text it has letters for, how wide a letter is in thousandths of its size, and which of its glyphs are drawn. */
export interface Letters {
  canEncode(text: string): boolean;
  encodeTextToGids(text: string): readonly number[];
  getWidth(codePoint: number): number;
}

const INK = '0.04 0.40 0.45';
const QUIET = '0.33 0.38 0.42';

/**
 * What a signature looks like on paper: the signatory's name where the typeface has its letters, the moment, and by which certificate it
 * can be told; else these two alone. The document itself names the signatory in every script; here stand no words of any language, so
 * that both texts of an arrangement look alike. `F1` is the plain face and `F2` the bold one.
 */
export function picture({ at, names, digest }: Drawn, plain: Letters, bold: Letters): (width: number, height: number) => Uint8Array {
  const [title = '', ...lines] = [
    ...(names.name !== '' && bold.canEncode(names.name) ? [names.name] : []),
    `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`,
    `SHA-256 ${(digest.slice(0, 24).toUpperCase().match(/.{4}/gu) ?? []).join(' ')}`,
  ];
  return (width, height) => {
    const size = Math.max(4, Math.min(height / 3.6, (width - 12) / wide(title, bold), 14));
    const small = Math.max(3.5, Math.min(size * 0.62, (width - 12) / Math.max(...lines.map((line) => wide(line, plain)))));
    const top = height - size * 1.15;
    return Buffer.from([
      'q', `${INK} RG 1.4 w 3 2 m 3 ${number(height - 2)} l S`,
      `BT /F2 ${number(size)} Tf ${INK} rg 9 ${number(top)} Td ${glyphs(title, bold)} Tj ET`,
      ...lines.map((line, index) => `BT /F1 ${number(small)} Tf ${QUIET} rg 9 ${number(top - (index + 1) * small * 1.45)} Td ${glyphs(line, plain)} Tj ET`),
      'Q', '',
    ].join('\n'), 'latin1');
  };
}

/** In units of the size of the letters. */
function wide(text: string, letters: Letters): number {
  return Array.from(text, (letter) => letters.getWidth(letter.codePointAt(0)!)).reduce((sum, one) => sum + one, 0) / 1000;
}

/** Two bytes for each, as a typeface with more than 256 of them is written. */
function glyphs(text: string, letters: Letters): string {
  return `<${letters.encodeTextToGids(text).map((glyph) => glyph.toString(16).padStart(4, '0')).join('')}>`;
}

function number(value: number): string {
  return value.toFixed(2);
}
