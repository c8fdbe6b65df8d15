import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader that nobody here wrote finds in a printed document. */
export interface Printed {
  readonly tagged: boolean;
  /** Whether the file says of itself that it follows PDF/UA-1. */
  readonly accessible: boolean;
  readonly language: string;
  readonly title: string;
  /** What is tagged as a heading, in order, without any gap. */
  readonly headings: readonly string[];
  /** Of all pages, without any gap: where a line breaks is nobody's promise. */
  readonly text: string;
}

interface Tagged {
  readonly role?: string;
  /** The id of what it marks in the content of its page. */
  readonly id?: string;
  readonly children?: readonly Tagged[];
}

export async function readPrinted(pdf: Uint8Array): Promise<Printed> {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS });
  const document = await loading.promise;
  const { info, metadata } = await document.getMetadata() as { readonly info: { readonly Language?: string; readonly Title?: string }; readonly metadata: { getRaw(): string } | null };
  const marks = await document.getMarkInfo() as unknown as ReadonlyMap<string, boolean> | null;
  const pages = await Promise.all(Array.from({ length: document.numPages }, async (_, index) => {
    const page = await document.getPage(index + 1);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const marked = new Map<string, string>();
    let mark = '';
    for (const item of items) {
      if ('str' in item) marked.set(mark, (marked.get(mark) ?? '') + item.str);
      else mark = item.type === 'endMarkedContent' ? '' : item.id ?? '';
    }
    return { headings: headingsIn(await page.getStructTree() as Tagged | null, marked), text: items.map((item) => 'str' in item ? item.str : '').join('') };
  }));
  await loading.destroy();
  return {
    tagged: marks?.get('Marked') === true, accessible: metadata?.getRaw().includes('<pdfuaid:part>1</pdfuaid:part>') === true, language: info.Language ?? '', title: info.Title ?? '',
    headings: pages.flatMap(({ headings }) => headings.map(withoutGaps)), text: withoutGaps(pages.map(({ text }) => text).join('')),
  };
}

export function withoutGaps(text: string): string {
  return text.replaceAll(/\s/gu, '');
}

function headingsIn(node: Tagged | null, marked: ReadonlyMap<string, string>): readonly string[] {
  if (!node) return [];
  if (/^H[1-6]?$/u.test(node.role ?? '')) return [textIn(node, marked)];
  return (node.children ?? []).flatMap((child) => headingsIn(child, marked));
}

function textIn({ id, children = [] }: Tagged, marked: ReadonlyMap<string, string>): string {
  return (id === undefined ? '' : marked.get(id) ?? '') + children.map((child) => textIn(child, marked)).join('');
}
