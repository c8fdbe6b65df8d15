import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { OpenPdf } from '../pdf/openPdf.ts';
import type { Part } from '../view/geometry.ts';

/** A place on a page that leads somewhere: to another site, or to a page of the deck. */
export interface PageLink {
  readonly at: Part;
  readonly to: { readonly url: string } | { readonly page: number };
}

/** What a link annotation may hold; anything may stand in a stranger's PDF. */
interface Annotation {
  readonly subtype?: unknown;
  readonly rect?: unknown;
  readonly url?: unknown;
  readonly dest?: unknown;
}

/** More than this on one page is no page of links but an attack on the reader. */
const MAX_LINKS = 200;

/** The links of a page. Scripts, forms, launched programs and every address that is not of the web are left out. */
export async function linksOf(pdf: OpenPdf, number: number): Promise<readonly PageLink[]> {
  const status = pdf.getStatus();
  if (status.state !== 'open') return [];
  const page = await pdf.page(number);
  const viewport = page.getViewport({ scale: 1 });
  const annotations = (await page.getAnnotations({ intent: 'display' })) as readonly Annotation[];
  const links = await Promise.all(annotations.filter((one) => one.subtype === 'Link').slice(0, MAX_LINKS).map(async (one) => {
    const rectangle = rectangleOf(one.rect);
    const to = await targetOf(status.document, one);
    if (!rectangle || !to) return [];
    const [x1, y1] = viewport.convertToViewportPoint(rectangle[0], rectangle[1]) as [number, number];
    const [x2, y2] = viewport.convertToViewportPoint(rectangle[2], rectangle[3]) as [number, number];
    const at = {
      x: Math.min(x1, x2) / viewport.width, y: Math.min(y1, y2) / viewport.height,
      width: Math.abs(x2 - x1) / viewport.width, height: Math.abs(y2 - y1) / viewport.height,
    };
    return [{ at, to }];
  }));
  return links.flat();
}

/** http and https alone; undefined for everything else. */
export function safeUrl(url: unknown): string | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

function rectangleOf(rect: unknown): readonly [number, number, number, number] | undefined {
  if (!Array.isArray(rect) || rect.length !== 4) return undefined;
  const numbers = rect.map(Number) as [number, number, number, number];
  return numbers.every(Number.isFinite) ? numbers : undefined;
}

async function targetOf(document: PDFDocumentProxy, { url, dest }: Annotation): Promise<PageLink['to'] | undefined> {
  const safe = safeUrl(url);
  if (safe !== undefined) return { url: safe };
  try {
    const place: unknown = typeof dest === 'string' ? await document.getDestination(dest) : dest;
    const first: unknown = Array.isArray(place) ? place[0] : undefined;
    if (typeof first === 'number') return Number.isInteger(first) && first >= 0 && first < document.numPages ? { page: first + 1 } : undefined;
    if (typeof first !== 'object' || first === null || !('num' in first) || !('gen' in first)) return undefined;
    return { page: (await document.getPageIndex({ num: Number(first.num), gen: Number(first.gen) })) + 1 };
  } catch {
    // It leads to a page that is not there.
    return undefined;
  }
}
