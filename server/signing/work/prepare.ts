import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core';
import { WorkError } from './job.ts';
import type { Place } from './job.ts';
import { open } from './open.ts';

/** Hidden from nobody, printed, and not to be moved (ISO 32000, table 167). */
const PRINT_AND_LOCKED = 4 + 128;

export interface Prepared {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/**
 * Gives a PDF its places for signatures before anybody signs, so that a signature fills a place which everybody who signed before has
 * seen. A file that cannot grow at its end is written anew, as long as nobody has signed it.
 */
export async function prepare(bytes: Uint8Array, places: readonly Place[]): Promise<Prepared> {
  const pdf = await unsigned(bytes);
  for (const place of places) add(pdf, place);
  return { pdf: await pdf.save({ incremental: pdf.canSaveIncrementally() === null }), pages: pdf.getPageCount() };
}

/** Several files as one, their pages in this order; a signature would not survive that, so none of them may have one. */
export async function together(bytes: Uint8Array, ends: readonly number[]): Promise<Uint8Array> {
  const files = ends.map((end, index) => Uint8Array.from(bytes.subarray(ends[index - 1] ?? 0, end)));
  // Each by itself first: a refusal is to say what is wrong with it.
  for (const file of files) await unsigned(file);
  return (await PDF.merge(files)).save();
}

async function unsigned(bytes: Uint8Array): Promise<PDF> {
  const pdf = await open(bytes);
  if (pdf.getForm()?.getSignatureFields().some((field) => field.isSigned())) throw new WorkError('signing.unsuitable');
  return pdf;
}

function add(pdf: PDF, { field, page, rect }: Place): void {
  const target = pdf.getPage(page < 0 ? pdf.getPageCount() + page : page);
  const form = pdf.getOrCreateForm();
  if (!target || form.getFields().some((one) => one.name === field)) throw new WorkError('signing.unsuitable');
  const dict = form.createSignatureField(field).getDict();
  dict.delete('Kids');
  dict.set('T', PdfString.fromString(field));
  for (const [key, value] of widget(pdf, target.ref, rect)) dict.set(key, value);
  const ref = pdf.context.getRef(dict);
  if (!ref) throw new WorkError('signing.unsuitable');
  const annotations = target.dict.getArray('Annots', (one) => pdf.getObject(one));
  if (annotations) annotations.push(ref);
  else target.dict.set('Annots', PdfArray.of(ref));
}

function widget(pdf: PDF, page: Parameters<PDF['getObject']>[0], rect: readonly number[]): PdfDict {
  return PdfDict.of({
    Type: PdfName.of('Annot'), Subtype: PdfName.of('Widget'), F: PdfNumber.of(PRINT_AND_LOCKED), P: page,
    Rect: new PdfArray(rect.map((number) => PdfNumber.of(number))),
    AP: PdfDict.of({ N: pdf.createStream({ Type: PdfName.of('XObject'), Subtype: PdfName.of('Form'), BBox: box(rect) }, new Uint8Array()) }),
  });
}

/** The rectangle moved to the origin. */
function box([left = 0, bottom = 0, right = 0, top = 0]: readonly number[]): PdfArray {
  return new PdfArray([0, 0, right - left, top - bottom].map((number) => PdfNumber.of(number)));
}
