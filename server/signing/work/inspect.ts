import { createHash } from 'node:crypto';
import { PdfArray, PdfNumber, PdfString } from '@libpdf/core';
import type { PDF, PDFForm, PdfDict, PdfObject, PdfRef } from '@libpdf/core';
import { harmless } from '../../../protocol/signing/inspection.ts';
import type { Change, Inspection, Integrity, SignatureView, Verdict } from '../../../protocol/signing/inspection.ts';
import { changesBetween } from './changes.ts';
import { judgeCms } from './cms.ts';
import { open } from './open.ts';

const MAX_SIGNATURES = 40;
const TEXT_CHARS = 300;

/** Looks at every signature of a PDF. `roots`: certificates (DER, base64) of this installation's authority. */
export async function inspect(bytes: Uint8Array, roots: readonly string[]): Promise<Inspection> {
  const pdf = await open(bytes);
  const fields = (pdf.getForm()?.getSignatureFields() ?? []).filter((field) => field.isSigned()).slice(0, MAX_SIGNATURES);
  const signatures: SignatureView[] = [];
  for (const field of fields) signatures.push(await look({ bytes, pdf, field, roots: roots.map((one) => Buffer.from(one, 'base64')) }));
  signatures.sort((a, b) => a.covers - b.covers);
  const title = pdf.getTitle();
  return {
    bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), pages: pdf.getPageCount(), verdict: verdictOf(signatures), signatures,
    ...(title === undefined || title === '' ? {} : { title: shown(title) }),
  };
}

interface Looked {
  readonly bytes: Uint8Array;
  readonly pdf: PDF;
  readonly field: ReturnType<PDFForm['getSignatureFields']>[number];
  readonly roots: readonly Uint8Array[];
}

async function look({ bytes, pdf, field, roots }: Looked): Promise<SignatureView> {
  const resolve = (ref: PdfRef): PdfObject | null => pdf.getObject(ref);
  const dict = field.getSignatureDict();
  const page = pageOf(pdf, field.getDict());
  const base = { field: shown(field.name), ...(page === undefined ? {} : { page }) };
  const covered = dict && coverageOf(bytes, dict, resolve);
  if (!dict || !covered) {
    return { ...base, integrity: { state: 'broken', why: 'range' }, chain: [], covers: 0, isWhole: false };
  }
  const { ranges, end, contents } = covered;
  const isWhole = end === bytes.length;
  const kind = dict.getName('SubFilter', resolve)?.value ?? '';
  const reason = dict.getString('Reason', resolve)?.asString();
  const judged = await judgeCms({ contents, content: Buffer.concat(ranges), kind, roots, claimed: pdfTime(dict.getString('M', resolve)?.asString()) });
  const changes = isWhole ? [] : await later(bytes, end, pdf);
  return {
    ...base, ...judged, covers: end, isWhole,
    ...(reason === undefined || reason === '' ? {} : { reason: shown(reason) }), ...(changes === undefined ? {} : { changes }),
  };
}

interface Coverage {
  readonly ranges: readonly Uint8Array[];
  /** Where the covered revision ends. */
  readonly end: number;
  readonly contents: Uint8Array;
}

/**
 * A signature covers the file from its first byte to some end, without the one hexadecimal string that holds it. Anything else leaves
 * room for bytes that nobody signed.
 */
function coverageOf(bytes: Uint8Array, dict: PdfDict, resolve: (ref: PdfRef) => PdfObject | null): Coverage | undefined {
  const range = dict.getArray('ByteRange', resolve);
  const contents = dict.getString('Contents', resolve);
  if (!(range instanceof PdfArray) || range.length !== 4 || !(contents instanceof PdfString)) return undefined;
  const numbers = range.toArray().map((one) => one instanceof PdfNumber && Number.isSafeInteger(one.value) ? one.value : -1);
  const [start = -1, length = -1, resume = -1, rest = -1] = numbers;
  const end = resume + rest;
  if (start !== 0 || length <= 0 || rest <= 0 || resume < length + 2 || end > bytes.length) return undefined;
  const gap = Buffer.from(bytes.subarray(length, resume)).toString('latin1');
  if (!/^<[0-9A-Fa-f]*>$/u.test(gap) || !Buffer.from(gap.slice(1, -1), 'hex').equals(contents.bytes)) return undefined;
  return { ranges: [bytes.subarray(0, length), bytes.subarray(resume, end)], end, contents: contents.bytes };
}

/** What came after the revision that ends at `end`; undefined: that cannot be told. */
async function later(bytes: Uint8Array, end: number, now: PDF): Promise<Change[] | undefined> {
  try {
    const then = await open(Uint8Array.from(bytes.subarray(0, end)));
    // A table of contents that had to be guessed together says nothing about what a reader is shown.
    if (then.recoveredViaBruteForce || now.recoveredViaBruteForce) return undefined;
    const found = changesBetween(then, now);
    return found.length === 0 ? [{ kind: 'bytes' }] : found;
  } catch {
    return undefined;
  }
}

function verdictOf(signatures: readonly SignatureView[]): Verdict {
  const is = (state: Integrity['state']): boolean => signatures.some(({ integrity }) => integrity.state === state);
  if (signatures.length === 0) return 'unsigned';
  if (is('broken')) return 'altered';
  if (signatures.some(({ changes }) => changes?.some((one) => !harmless.has(one.kind)))) return 'changed';
  return is('unknown') || signatures.some(({ changes }) => changes === undefined) ? 'untold' : 'holds';
}

function pageOf(pdf: PDF, dict: PdfDict): number | undefined {
  const ref = dict.getRef('P');
  const index = ref ? pdf.getPages().findIndex((page) => page.ref === ref) : -1;
  return index < 0 ? undefined : index + 1;
}

/** "D:20261125041022+01'00'" */
function pdfTime(text: string | undefined): number | undefined {
  const found = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?)?/u.exec(text ?? '');
  if (!found) return undefined;
  const [year, month = '01', day = '01', hour = '00', minute = '00', second = '00', sign, zoneHours = '0', zoneMinutes = '0'] = found.slice(1);
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const offset = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000;
  return Number.isNaN(at) ? undefined : sign === '+' ? at - offset : at + offset;
}

/** A stranger's words on our page: one line of bounded length. */
function shown(text: string): string {
  return text.replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, ' ').trim().slice(0, TEXT_CHARS);
}
