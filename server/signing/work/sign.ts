import { createHash, X509Certificate } from 'node:crypto';
import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core';
import type { PdfObject } from '@libpdf/core';
import { namesOf } from './certificate.ts';
import type { Job } from './job.ts';
import { WorkError } from './job.ts';
import { signerOf } from './key.ts';
import { open } from './open.ts';
import { picture } from './picture.ts';
import { typeface } from './typeface.ts';
import type { Typeface } from './typeface.ts';

type SignJob = Extract<Job, { work: 'sign' }>;

export interface Signed {
  readonly pdf: Uint8Array;
  /** SHA-256 of the certificate that signed, hexadecimal. */
  readonly certificate: string;
}

/**
 * Adds one PAdES signature (ETSI.CAdES.detached, level B-B) at the end of a PDF, so that earlier ones stay as they are. In a place that
 * was prepared it is drawn there; a field of that name which does not exist is made, invisibly.
 */
export async function sign(bytes: Uint8Array, { key, at, field, reason }: SignJob): Promise<Signed> {
  const signer = await signerOf(key, at);
  const pdf = await signable(bytes);
  const present = pdf.getForm()?.getSignatureField(field);
  if (!present && pdf.getForm()?.getField(field)) throw new WorkError('signing.unsuitable');
  if (present?.isSigned()) throw new WorkError('signing.taken');
  const digest = createHash('sha256').update(signer.certificate).digest('hex');
  const names = namesOf(new X509Certificate(signer.certificate).subject);
  const place = present && placeOf(pdf, present.getDict());
  const faces = place && await typeface();
  beforeWriting(pdf, () => {
    const dict = pdf.getForm()?.getSignatureField(field)?.getDict();
    if (!dict) return;
    if (reason !== undefined) dict.getDict('V', (ref) => pdf.getObject(ref))?.set('Reason', PdfString.fromString(reason));
    if (place && faces) draw(pdf, dict, place, { at, names, digest }, faces);
  });
  try {
    const { bytes: signed } = await pdf.sign({
      signer, fieldName: field, signingTime: new Date(at), level: 'B-B', subFilter: 'ETSI.CAdES.detached', digestAlgorithm: 'SHA-256',
    });
    return { pdf: signed, certificate: digest };
  } catch (error) {
    throw new WorkError('signing.unsuitable', { cause: error });
  }
}

/** What cannot grow at its end is written anew, which nobody's signature may suffer from. */
async function signable(bytes: Uint8Array): Promise<PDF> {
  const pdf = await open(bytes);
  if (pdf.canSaveIncrementally() === null) return pdf;
  if (pdf.getForm()?.getSignatureFields().some((one) => one.isSigned())) throw new WorkError('signing.unsuitable');
  return PDF.load(await pdf.save({ incremental: false }));
}

/**
 * The library makes every signature invisible, puts it on the first page, and escapes its reason twice. This runs once, after it has made
 * the field and before it writes the file, with those letters of a typeface alone that are drawn.
 */
function beforeWriting(pdf: PDF, work: () => void): void {
  const save = pdf.save.bind(pdf);
  pdf.save = (options) => {
    pdf.save = save;
    work();
    return save({ ...options, subsetFonts: true });
  };
}

interface PlaceOnPage {
  readonly page: PdfObject;
  readonly rect: PdfArray;
  readonly width: number;
  readonly height: number;
}

/** Where a field stands on its page; undefined: nowhere that can be seen. */
function placeOf(pdf: PDF, dict: PdfDict): PlaceOnPage | undefined {
  const rect = dict.getArray('Rect', (ref) => pdf.getObject(ref))?.toArray() ?? [];
  const [left = 0, bottom = 0, right = 0, top = 0] = rect.map((one) => one instanceof PdfNumber ? one.value : 0);
  const page = dict.get('P');
  return page && right > left && top > bottom ? { page, rect: new PdfArray(rect), width: right - left, height: top - bottom } : undefined;
}

function draw(pdf: PDF, dict: PdfDict, { page, rect, width, height }: PlaceOnPage, drawn: Parameters<typeof picture>[0], faces: Typeface): void {
  const [plain, bold] = [pdf.embedFont(faces.plain), pdf.embedFont(faces.bold)];
  dict.set('Rect', rect);
  dict.set('P', page);
  dict.set('AP', PdfDict.of({
    N: pdf.createStream({
      Type: PdfName.of('XObject'), Subtype: PdfName.of('Form'), BBox: new PdfArray([0, 0, width, height].map((one) => PdfNumber.of(one))),
      Resources: PdfDict.of({ Font: PdfDict.of({ F1: plain.ref, F2: bold.ref }) }),
    }, picture(drawn, plain, bold)(width, height)),
  }));
}
