import type { IncomingMessage } from 'node:http';
import { RefusalError } from '../../protocol/errors.ts';

/** A sender that says nothing for so long has gone. */
const SILENCE_MS = 60_000;
/** A refused body is read on to here, so that the sender gets to read the refusal; then the connection is cut. */
const LINGER_BYTES = 32 * 1024 * 1024;
const LINGER_MS = 20_000;

/**
 * The body of an upload, `look` at before any of it is passed on. Refuses file.tooLarge by the length that the body announces.
 * Throws payload.invalid when the sender goes away in the middle.
 */
export async function* bodyOf(
  request: IncomingMessage, maxBytes: number, look: (source: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array> = (source) => source,
): AsyncGenerator<Uint8Array> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw new RefusalError('file.tooLarge');
  request.setTimeout(SILENCE_MS, () => request.destroy());
  try {
    // Leaving the loop early must not cut the connection: the refusal still has to go out on it.
    yield* look(request.iterator({ destroyOnReturn: false }));
  } catch (error) {
    throw error instanceof RefusalError ? error : new RefusalError('payload.invalid', 'body', { cause: error });
  } finally {
    request.setTimeout(0);
  }
}

/** Never more than a few uploads at once for one thing, a session for instance; and after a refusal nothing is left hanging on the connection. */
export class UploadGate<T> {
  readonly #atOnce: number;
  readonly #underWay = new Map<T, number>();

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** Throws rate.limited, or what the work throws. */
  async pass<R>(thing: T, request: IncomingMessage, work: () => Promise<R>): Promise<R> {
    const count = this.#underWay.get(thing) ?? 0;
    try {
      if (count >= this.#atOnce) throw new RefusalError('rate.limited');
      this.#underWay.set(thing, count + 1);
      try {
        return await work();
      } finally {
        const left = this.#underWay.get(thing)! - 1;
        if (left > 0) this.#underWay.set(thing, left);
        else this.#underWay.delete(thing);
      }
    } catch (error) {
      discardRest(request);
      throw error;
    }
  }
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
