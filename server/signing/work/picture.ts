import type { Names } from './certificate.ts';

interface Drawn {
  readonly at: number;
  readonly names: Names;
  /** SHA-256 of the certificate, hexadecimal. */
  readonly digest: string;
}

const WIDE = 0.56;
const INK = '0.04 0.40 0.45';
const QUIET = '0.33 0.38 0.42';

/**
 * What a signature looks like on paper: the signatory's name where Helvetica has its letters, the moment, and by which certificate it
 * can be told; else these two alone. The document itself names the signatory in every script; here stand no words of any language, so
 * that both texts of an arrangement look alike.
 */
export function picture({ at, names, digest }: Drawn): (width: number, height: number) => Uint8Array {
  const [title = '', ...lines] = [
    ...(isLatin(names.name) ? [names.name] : []),
    `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`,
    `SHA-256 ${(digest.slice(0, 24).toUpperCase().match(/.{4}/gu) ?? []).join(' ')}`,
  ];
  return (width, height) => {
    const size = Math.max(4, Math.min(height / 3.6, (width - 12) / (Math.max(title.length, 1) * WIDE), 14));
    const small = Math.max(3.5, Math.min(size * 0.62, (width - 12) / (38 * 0.5)));
    const top = height - size * 1.15;
    return Buffer.from([
      'q', `${INK} RG 1.4 w 3 2 m 3 ${number(height - 2)} l S`,
      `BT /F2 ${number(size)} Tf ${INK} rg 9 ${number(top)} Td ${literal(title)} Tj ET`,
      ...lines.map((line, index) => `BT /F1 ${number(small)} Tf ${QUIET} rg 9 ${number(top - (index + 1) * small * 1.45)} Td ${literal(line)} Tj ET`),
      'Q', '',
    ].join('\n'), 'latin1');
  };
}

function isLatin(text: string): boolean {
  return text !== '' && /^[\x20-\x7E\u00A0-\u00FF]+$/u.test(text);
}

function literal(text: string): string {
  return `(${text.replace(/[()\\]/gu, '\\$&')})`;
}

function number(value: number): string {
  return value.toFixed(2);
}
