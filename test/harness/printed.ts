import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader that nobody here wrote finds in a printed document. */
export interface Printed {
  readonly tagged: boolean;
  readonly language: string;
  readonly title: string;
  /** Of all pages, without any gap: where a line breaks is nobody's promise. */
  readonly text: string;
}

export async function readPrinted(pdf: Uint8Array): Promise<Printed> {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS });
  const document = await loading.promise;
  const { info } = await document.getMetadata() as { readonly info: { readonly Language?: string; readonly Title?: string } };
  const marks = await document.getMarkInfo() as unknown as ReadonlyMap<string, boolean> | null;
  const pages = await Promise.all(Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent();
    return items.map((item) => 'str' in item ? item.str : '').join('');
  }));
  await loading.destroy();
  return { tagged: marks?.get('Marked') === true, language: info.Language ?? '', title: info.Title ?? '', text: withoutGaps(pages.join('')) };
}

export function withoutGaps(text: string): string {
  return text.replaceAll(/\s/gu, '');
}
