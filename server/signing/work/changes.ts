import { PdfDict, PdfNumber, PdfRef } from '@libpdf/core';
import type { PDF, PDFPage, PdfObject } from '@libpdf/core';
import type { Change } from '../../../protocol/signing/inspection.ts';
import { isSame } from './same.ts';
import type { Revision } from './same.ts';

/** Compared by themselves, or how validation data comes into a file. */
const CATALOG_APART = new Set(['AcroForm', 'Pages', 'Metadata', 'DSS', 'Extensions']);
const FORM_APART = new Set(['Fields', 'SigFlags']);
const PAGE_APART = new Set(['Annots', 'Parent']);
const SIGNING_FIELD_APART = new Set(['V', 'AP', 'Kids', 'Parent', 'P', 'Type', 'Subtype', 'F']);
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;
const MAX_CHANGES = 60;
const MAX_DEPTH = 60;

/**
 * What differs between two revisions of a file, by meaning: pages, annotations, fields, the rest of the document. Objects that were
 * written again without a difference are none.
 */
export function changesBetween(before: PDF, after: PDF): Change[] {
  const [then, now] = [revisionOf(before), revisionOf(after)];
  const changes: Change[] = [
    ...pages(before, after, then, now), ...fields(before, after, then, now),
    ...differing(before.getCatalog(), after.getCatalog(), then, now, CATALOG_APART).map((): Change => ({ kind: 'structure' })).slice(0, 1),
    ...form(before, after, then, now), ...about(before, after, then, now),
  ];
  if (after.getCatalog().has('DSS') && !isSame(before.getCatalog().get('DSS'), after.getCatalog().get('DSS'), then, now)) changes.push({ kind: 'validation' });
  return changes.slice(0, MAX_CHANGES);
}

function revisionOf(pdf: PDF): Revision {
  const apart = new Set<PdfRef>();
  for (const page of pdf.getPages()) {
    apart.add(page.ref);
    for (const ref of annotationsOf(pdf, page)) if (ref instanceof PdfRef) apart.add(ref);
  }
  for (const field of pdf.getForm()?.getFields() ?? []) {
    const ref = pdf.context.getRef(field.getDict());
    if (ref) apart.add(ref);
  }
  return { resolve: (ref) => pdf.getObject(ref), apart };
}

function annotationsOf(pdf: PDF, { dict }: PDFPage): readonly PdfObject[] {
  return dict.getArray('Annots', (ref) => pdf.getObject(ref))?.toArray() ?? [];
}

/** The keys of two dictionaries, but those apart, whose values are not the same. */
function differing(one: PdfDict, other: PdfDict, then: Revision, now: Revision, apart: ReadonlySet<string>): readonly string[] {
  const keys = new Set([...one.keys(), ...other.keys()].map((key) => key.value));
  return [...keys].filter((key) => !apart.has(key) && !isSame(one.get(key), other.get(key), then, now));
}

function pages(before: PDF, after: PDF, then: Revision, now: Revision): Change[] {
  const [old, young] = [before.getPages(), after.getPages()];
  const changes: Change[] = [];
  for (let index = 0; index < Math.max(old.length, young.length); index++) {
    const page = index + 1;
    const [one, other] = [old[index], young[index]];
    if (!one) changes.push({ kind: 'pageAdded', page });
    else if (!other) changes.push({ kind: 'pageRemoved', page });
    else {
      const isChanged = differing(one.dict, other.dict, then, now, PAGE_APART).length > 0
        || INHERITED.some((key) => !isSame(inherited(one.dict, key, then), inherited(other.dict, key, now), then, now));
      if (isChanged) changes.push({ kind: 'pageChanged', page });
      if (hasOtherAnnotations(before, after, one, other, then, now)) changes.push({ kind: 'annotation', page });
    }
  }
  return changes;
}

function inherited(dict: PdfDict, key: string, { resolve }: Revision): PdfObject | undefined {
  let one: PdfDict | undefined = dict;
  for (let depth = 0; one && depth < MAX_DEPTH; depth++) {
    const value = one.get(key);
    if (value) return value;
    one = one.getDict('Parent', resolve);
  }
  return undefined;
}

/** Fields are compared by themselves: of a page the annotations without them. */
function hasOtherAnnotations(before: PDF, after: PDF, one: PDFPage, other: PDFPage, then: Revision, now: Revision): boolean {
  const content = (pdf: PDF, page: PDFPage, { resolve }: Revision): readonly PdfDict[] => annotationsOf(pdf, page)
    .map((item) => item instanceof PdfRef ? resolve(item) : item)
    .filter((item): item is PdfDict => item instanceof PdfDict && item.getName('Subtype')?.value !== 'Widget');
  const [old, young] = [content(before, one, then), content(after, other, now)];
  return old.length !== young.length || old.some((item, index) => differing(item, young[index]!, then, now, new Set(['P', 'Parent'])).length > 0)
    || strayWidgets(after, other, now).some((widget) => !strayWidgets(before, one, then).some((known) => isSame(known, widget, then, now)));
}

/** Widgets that no field owns: nothing else looks at them, and a reader draws them. */
function strayWidgets(pdf: PDF, page: PDFPage, { resolve }: Revision): readonly PdfDict[] {
  const owned = new Set<PdfDict>();
  for (const field of pdf.getForm()?.getFields() ?? []) for (const dict of withKids(field.getDict(), resolve)) owned.add(dict);
  return annotationsOf(pdf, page).map((item) => item instanceof PdfRef ? resolve(item) : item)
    .filter((item): item is PdfDict => item instanceof PdfDict && item.getName('Subtype')?.value === 'Widget' && !owned.has(item));
}

function withKids(dict: PdfDict, resolve: Revision['resolve']): readonly PdfDict[] {
  const kids = dict.getArray('Kids', resolve)?.toArray() ?? [];
  return [dict, ...kids.map((kid) => kid instanceof PdfRef ? resolve(kid) : kid).filter((kid): kid is PdfDict => kid instanceof PdfDict)];
}

function fields(before: PDF, after: PDF, then: Revision, now: Revision): Change[] {
  const known = new Map((before.getForm()?.getFields() ?? []).map((field) => [field.name, field]));
  const changes: Change[] = [];
  for (const field of after.getForm()?.getFields() ?? []) {
    const { name } = field;
    const old = known.get(name);
    known.delete(name);
    const isUntouched = old !== undefined && isFieldSame(old.getDict(), field.getDict(), then, now);
    if (isUntouched) continue;
    if (field.type !== 'signature') changes.push({ kind: 'field', name });
    else if (before.getForm()?.getSignatureField(name)?.isSigned()) changes.push({ kind: 'signatureAltered', name });
    else if (after.getForm()?.getSignatureField(name)?.isSigned()) {
      changes.push({ kind: isPlaced(old?.getDict(), field.getDict(), then, now) ? 'signature' : 'signatureWithPicture', name });
    } else changes.push({ kind: isDrawn(field.getDict(), now) ? 'annotation' : 'place', name });
  }
  return [...changes, ...[...known.keys()].map((name): Change => ({ kind: 'field', name }))];
}

function isFieldSame(one: PdfDict, other: PdfDict, then: Revision, now: Revision): boolean {
  const [old, young] = [withKids(one, then.resolve), withKids(other, now.resolve)];
  return old.length === young.length && old.every((dict, index) => differing(dict, young[index]!, then, now, new Set(['Kids', 'Parent', 'P'])).length === 0);
}

/** A new signature adds nothing to what is seen, or fills a place that was there before and stays where it was. */
function isPlaced(old: PdfDict | undefined, field: PdfDict, then: Revision, now: Revision): boolean {
  if (!isDrawn(field, now)) return true;
  return old !== undefined && differing(old, field, then, now, SIGNING_FIELD_APART).length === 0;
}

function isDrawn(field: PdfDict, { resolve }: Revision): boolean {
  return withKids(field, resolve).some((dict) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = (dict.getArray('Rect', resolve)?.toArray() ?? []).map((one) => one instanceof PdfNumber ? one.value : 0);
    return left !== right && bottom !== top;
  });
}

function form(before: PDF, after: PDF, then: Revision, now: Revision): Change[] {
  const dictOf = (pdf: PDF, { resolve }: Revision): PdfDict => pdf.getCatalog().getDict('AcroForm', resolve) ?? new PdfDict();
  return differing(dictOf(before, then), dictOf(after, now), then, now, FORM_APART).length > 0 ? [{ kind: 'structure' }] : [];
}

/** Title, author and the like: nobody's words in the document, but what a reader's window shows. */
function about(before: PDF, after: PDF, then: Revision, now: Revision): Change[] {
  const infoOf = (pdf: PDF, { resolve }: Revision): PdfDict => pdf.context.info.trailer.getDict('Info', resolve) ?? new PdfDict();
  const isChanged = differing(infoOf(before, then), infoOf(after, now), then, now, new Set(['ModDate'])).length > 0
    || !isSame(before.getCatalog().get('Metadata'), after.getCatalog().get('Metadata'), then, now);
  return isChanged ? [{ kind: 'metadata' }] : [];
}
