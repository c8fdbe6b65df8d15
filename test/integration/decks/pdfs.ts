import { createHash } from 'node:crypto';

/** PDFs made by hand, small and exact, so that each test says what is wrong with its own. */
export interface PdfOptions {
  readonly pages: number;
  /** Points. */
  readonly width?: number;
  readonly height?: number;
  /** What a page says, plain letters. Default: "Page 3". */
  readonly text?: (page: number) => string;
  /** The font as PDF, and what it shows on a page as an operand of Tj. Default: Helvetica, not embedded, and `text`. */
  readonly font?: string;
  readonly shows?: (page: number) => string;
  /** Further drawing of a page, as PDF operators. */
  readonly drawing?: (page: number) => string;
  /** Entries of the document's catalog, as PDF. */
  readonly catalog?: string;
  /** Entries of each page, as PDF. */
  readonly page?: (page: number) => string;
  /** A line after the header. */
  readonly comment?: string;
  readonly protection?: 'password' | 'owner';
}

export function makePdf(options: PdfOptions): Buffer {
  const { pages, width = 400, height = 300, text = (page) => `Page ${page}`, drawing = () => '', comment = 'made for a test' } = options;
  const first = 4;
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${options.catalog ?? ''} >>`,
    `<< /Type /Pages /Count ${pages} /Kids [${numbers.map((page) => `${first + page - 1} 0 R`).join(' ')}] >>`,
    options.font ?? '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...numbers.map((page) => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${first + pages + page - 1} 0 R `
      + `/Resources << /Font << /F1 3 0 R >> >> ${options.page?.(page) ?? ''} >>`),
    ...numbers.map((page) => {
      const content = `${drawing(page)} BT /F1 48 Tf 40 ${height / 2} Td ${options.shows?.(page) ?? `(${text(page)})`} Tj ET`;
      return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
    }),
  ];
  const trailer: string[] = [];
  if (options.protection) {
    objects.push(protection(options.protection));
    trailer.push(`/Encrypt ${objects.length} 0 R /ID [<${id}> <${id}>]`);
  }
  let body = `%PDF-1.7\n%${comment}\n`;
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const xref = ['0000000000 65535 f ', ...offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n `)].join('\n');
  body += `xref\n0 ${objects.length + 1}\n${xref}\ntrailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer.join(' ')} >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
}

const id = '00112233445566778899aabbccddeeff';
const pad = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');

/** The standard security handler: of a password that nobody knows, or of the empty one (only printing or copying is restricted). */
function protection(kind: 'password' | 'owner'): string {
  const owner = createHash('sha256').update('owner').digest();
  const key = createHash('md5').update(pad).update(owner).update(Buffer.from([0xfc, 0xff, 0xff, 0xff])).update(Buffer.from(id, 'hex')).digest().subarray(0, 5);
  const entry = kind === 'owner' ? rc4(key, pad) : createHash('sha256').update('nobody knows').digest();
  return `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${owner.toString('hex')}> /U <${entry.toString('hex')}> >>`;
}

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const box = Uint8Array.from({ length: 256 }, (_, index) => index);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + box[i]! + key[i % key.length]!) & 255;
    [box[i], box[j]] = [box[j]!, box[i]!];
  }
  let i = 0;
  let j = 0;
  return Buffer.from(data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + box[i]!) & 255;
    [box[i], box[j]] = [box[j]!, box[i]!];
    return byte ^ box[(box[i]! + box[j]!) & 255]!;
  }));
}
