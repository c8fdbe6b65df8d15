import { AnnotationMode, getDocument, GlobalWorkerOptions, version } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
// The build for browsers that are some years old: what officers have on their desks.
import rendererUrl from 'pdfjs-dist/legacy/build/pdf.renderer.min.mjs?url';
// oxlint-disable-next-line import/default -- The file's address, which Vite makes.
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { address } from '../../app/address.ts';
import { fit } from '../view/geometry.ts';
import type { Size } from '../view/geometry.ts';

GlobalWorkerOptions.workerSrc = workerUrl;
// Pages are drawn in a worker of their own, so that a heavy one does not hold up voice and buttons.
GlobalWorkerOptions.rendererSrc = rendererUrl;

/** Fonts, character maps and decoders that PDFs lean on; copied beside the client (pdfFiles.ts). */
const files = `${import.meta.env.BASE_URL}pdf/${version}/`;

/** Up to here a file is fetched whole; of a larger one only the parts that the shown pages need. */
const WHOLE_BYTES = 8 * 1024 * 1024;
const PART_BYTES = 512 * 1024;
/** An image in a PDF that unpacks to more pixels is left out instead of taking the browser down. */
const MAX_IMAGE_PIXELS = 120_000_000;
/** What Safari draws at most on one canvas. */
const MAX_CANVAS_PIXELS = 16_700_000;

export interface FileAddress {
  readonly session: string;
  readonly deck: string;
  readonly language: string;
  /** SHA-256 of the content, and its length in bytes. */
  readonly file: string;
  readonly bytes: number;
  /** Where it is, if it is no deck's. */
  readonly url?: string | undefined;
}

/** Begins to fetch and open a PDF. It runs no scripts and opens no forms: the library is not told how. */
export function openDocument({ session, deck, language, file, bytes, url = address('deckFile', { session, deck, language }, { v: file }) }: FileAddress): PDFDocumentLoadingTask {
  const large = bytes > WHOLE_BYTES;
  return getDocument({
    url,
    disableStream: large, disableAutoFetch: large, rangeChunkSize: PART_BYTES,
    cMapUrl: `${files}cmaps/`, standardFontDataUrl: `${files}standard_fonts/`, wasmUrl: `${files}wasm/`, iccUrl: `${files}iccs/`,
    maxImageSize: MAX_IMAGE_PIXELS, enableXfa: false, verbosity: 0,
  });
}

/** Draws a whole page onto a canvas of its own, to fit into so many pixels. */
export async function drawPage(document: PDFDocumentProxy, number: number, area: Size, signal: AbortSignal): Promise<HTMLCanvasElement> {
  const size = (await document.getPage(number)).getViewport({ scale: 1 });
  const within = fit(area, size);
  const less = Math.min(1, Math.sqrt(MAX_CANVAS_PIXELS / (within.width * within.height)));
  const width = Math.max(1, Math.round(within.width * less));
  const height = Math.max(1, Math.round(within.height * less));
  // The page reaches beyond whole pixels rather than leaving a pale edge before them.
  const scale = Math.max(width / size.width, height / size.height);
  return draw(document, number, scale, { x: 0, y: 0, width, height }, signal);
}

/** Draws a part of a page; `part` in pixels of the page at this scale. */
export async function draw(
  document: PDFDocumentProxy, number: number, scale: number, part: Size & { readonly x: number; readonly y: number }, signal: AbortSignal,
): Promise<HTMLCanvasElement> {
  const page = await document.getPage(number);
  signal.throwIfAborted();
  const canvas = globalThis.document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(part.width));
  canvas.height = Math.max(1, Math.round(part.height));
  const task = page.render({
    canvas, viewport: page.getViewport({ scale, offsetX: -part.x, offsetY: -part.y }), annotationMode: AnnotationMode.ENABLE, background: '#ffffff',
  });
  const stop = (): void => task.cancel();
  signal.addEventListener('abort', stop);
  try {
    await task.promise;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  signal.throwIfAborted();
  return canvas;
}

/** Gives the memory of a canvas back at once, unless somebody still looks at it. */
export function disposeCanvas(canvas: HTMLCanvasElement): void {
  if (canvas.isConnected) return;
  canvas.width = 0;
  canvas.height = 0;
}
