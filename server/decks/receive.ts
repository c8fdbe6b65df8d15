import type { IncomingMessage } from 'node:http';
import { RefusalError } from '../../protocol/errors.ts';
import { limits } from '../../protocol/limits.ts';
import { bodyOf } from '../files/receive.ts';

const SIGNATURE = Buffer.from('%PDF-', 'latin1');

/**
 * The body of an upload, looked at before any of it is passed on: refuses file.tooLarge by the length that it announces
 * and file.notPdf by its first bytes. Throws payload.invalid when the sender goes away in the middle.
 */
export function pdfBody(request: IncomingMessage): AsyncGenerator<Uint8Array> {
  return bodyOf(request, limits.deckBytes, pdfBytes);
}

/** Passes a PDF's bytes on, or refuses by the first five. */
export async function* pdfBytes(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head = Buffer.alloc(0);
  let known = false;
  for await (const chunk of source) {
    if (known) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    const seen = Math.min(head.length, SIGNATURE.length);
    if (!head.subarray(0, seen).equals(SIGNATURE.subarray(0, seen))) throw new RefusalError('file.notPdf');
    if (seen < SIGNATURE.length) continue;
    known = true;
    yield head;
  }
  if (!known) throw new RefusalError('file.notPdf');
}
