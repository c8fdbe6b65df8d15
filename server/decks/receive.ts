import type { IncomingMessage } from 'node:http';
import { RefusalError } from '../../protocol/errors.ts';
import { limits } from '../../protocol/limits.ts';

const SIGNATURE = Buffer.from('%PDF-', 'latin1');
/** A sender that says nothing for so long has gone. */
const SILENCE_MS = 60_000;
/** A refused body is read on to here, so that the sender gets to read the refusal; then the connection is cut. */
const LINGER_BYTES = 32 * 1024 * 1024;
const LINGER_MS = 20_000;

/**
 * The body of an upload, looked at before any of it is passed on: refuses file.tooLarge by the length that it announces
 * and file.notPdf by its first bytes. Throws payload.invalid when the sender goes away in the middle.
 */
export async function* pdfBody(request: IncomingMessage): AsyncGenerator<Uint8Array> {
  if (Number(request.headers['content-length'] ?? 0) > limits.deckBytes) throw new RefusalError('file.tooLarge');
  request.setTimeout(SILENCE_MS, () => request.destroy());
  try {
    // Leaving the loop early must not cut the connection: the refusal still has to go out on it.
    yield* pdfBytes(request.iterator({ destroyOnReturn: false }));
  } catch (error) {
    throw error instanceof RefusalError ? error : new RefusalError('payload.invalid', 'body', { cause: error });
  } finally {
    request.setTimeout(0);
  }
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

/** What is left of a refused body is read and thrown away, within bounds. */
export function discardRest(request: IncomingMessage): void {
  if (request.readableEnded || request.destroyed) return;
  let bytes = 0;
  const cut = (): void => void request.destroy();
  const timer = setTimeout(cut, LINGER_MS);
  timer.unref();
  request.on('close', () => clearTimeout(timer)).on('error', () => undefined);
  request.on('data', (chunk: Uint8Array) => {
    bytes += chunk.length;
    if (bytes > LINGER_BYTES) cut();
  });
  request.resume();
}
