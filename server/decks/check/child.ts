/**
 * The process that opens a stranger's PDF: one file in, one line of JSON out. It is started by check.ts with limits on
 * memory, time and files, without the server's environment, and whatever happens to it happens to it alone.
 */
import { readFile } from 'node:fs/promises';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Verdict } from './verdict.ts';

const [file = '', maxPages = '0'] = process.argv.slice(2);

/** A file that stops in the middle has lost its end; readers guess such files together and then lack pages or fonts. */
const TAIL_BYTES = 2_048;

async function judge(): Promise<Verdict> {
  const bytes = await readFile(file);
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') return { ok: false, code: 'file.notPdf' };
  const tail = bytes.toString('latin1', Math.max(0, lastByte(bytes) - TAIL_BYTES));
  if (!tail.includes('startxref') || !tail.includes('%%EOF')) return { ok: false, code: 'file.broken' };
  // The library wants this class at import, for drawing; nothing is drawn here, and no native module may be loaded.
  Object.assign(globalThis, { DOMMatrix: class {}, Path2D: class {}, ImageData: class {} });
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  try {
    const document = await getDocument({
      data: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), verbosity: VerbosityLevel.ERRORS, useWasm: false,
      isOffscreenCanvasSupported: false, isImageDecoderSupported: false, disableFontFace: true, enableXfa: false,
    }).promise;
    if (document.numPages > Number(maxPages)) return { ok: false, code: 'file.tooManyPages' };
    return await readable(document) ? { ok: true, pages: document.numPages } : { ok: false, code: 'file.broken' };
  } catch (error) {
    return { ok: false, code: error instanceof Error && error.name === 'PasswordException' ? 'file.encrypted' : 'file.broken' };
  }
}

/** Every page is there and has a size. */
async function readable(document: PDFDocumentProxy): Promise<boolean> {
  for (let number = 1; number <= document.numPages; number++) {
    const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 });
    if (!(width > 0 && height > 0)) return false;
  }
  return document.numPages > 0;
}

/** Some writers pad the end with line breaks or zeros. */
function lastByte(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1]! <= 0x20)) end--;
  return end;
}

process.stdout.write(`${JSON.stringify(await judge())}\n`, () => process.exit(0));
