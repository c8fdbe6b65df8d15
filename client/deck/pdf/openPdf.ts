import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { Problem } from '../../app/problem.ts';
import type { Size } from '../view/geometry.ts';
import { disposeCanvas, draw, drawPage, openDocument } from './library.ts';
import type { FileAddress } from './library.ts';
import { PageQueue } from './pageQueue.ts';

export type PdfStatus =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly document: PDFDocumentProxy }
  | { readonly state: 'failed'; readonly problem: Problem };

const opening: PdfStatus = { state: 'opening' };

/** One PDF while somebody looks at it: the file, its drawn pages and thumbnails. Lives outside React; shelf.ts keeps and closes it. */
export class OpenPdf {
  readonly file: string;
  readonly language: string;
  readonly pages: PageQueue<HTMLCanvasElement>;
  readonly thumbnails: PageQueue<HTMLCanvasElement>;
  readonly #task: PDFDocumentLoadingTask;
  readonly #listeners = new Set<() => void>();
  readonly #sizes = new Map<number, Size>();
  #status = opening;

  constructor(at: FileAddress) {
    this.file = at.file;
    this.language = at.language;
    this.#task = openDocument(at);
    const whole = async (page: number, area: Size, signal: AbortSignal): Promise<HTMLCanvasElement> => {
      const document = await this.#task.promise;
      await this.size(page);
      return drawPage(document, page, area, signal);
    };
    this.pages = new PageQueue({ draw: whole, dispose: disposeCanvas, spare: 2 });
    this.thumbnails = new PageQueue({ draw: whole, dispose: disposeCanvas, spare: 120 });
    this.#task.promise.then(
      (document) => this.#set({ state: 'open', document }),
      (error: unknown) => this.#set({ state: 'failed', problem: problemWith(error) }),
    );
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly getStatus = (): PdfStatus => this.#status;

  /** A page's size in points, turned as it is shown, once it is known. */
  knownSize(page: number): Size | undefined {
    return this.#sizes.get(page);
  }

  async size(page: number): Promise<Size> {
    const known = this.#sizes.get(page);
    if (known) return known;
    const { width, height } = (await this.page(page)).getViewport({ scale: 1 });
    const size = { width, height };
    this.#sizes.set(page, size);
    return size;
  }

  async page(page: number): Promise<PDFPageProxy> {
    return (await this.#task.promise).getPage(page);
  }

  /** A part of a page, sharp at a zoom; `scale` in pixels a point. */
  async part(page: number, scale: number, part: Size & { readonly x: number; readonly y: number }, signal: AbortSignal): Promise<HTMLCanvasElement> {
    return draw(await this.#task.promise, page, scale, part, signal);
  }

  close(): void {
    this.#listeners.clear();
    this.pages.close();
    this.thumbnails.close();
    void this.#task.destroy();
  }

  #set(status: PdfStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }
}

/** A status of 0 or none is a line that broke; the others are the server's answers, which have no body that the library reads. */
function problemWith(error: unknown): Problem {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (status === 404) return { code: 'deck.absent' };
  if (status === 401 || status === 403) return { code: 'permission.denied' };
  if (error instanceof Error && (error.name === 'InvalidPDFException' || error.name === 'PasswordException')) return { code: 'file.broken' };
  return { code: 'client.offline' };
}
