import type { IncomingMessage } from 'node:http';
import { RefusalError } from '../../../protocol/errors.ts';
import { limits } from '../../../protocol/limits.ts';
import { bodyOf } from '../../files/receive.ts';
import { Lanes } from '../../store/lanes.ts';

interface Reading {
  readonly request: IncomingMessage;
  stop(refusal: RefusalError): void;
}

/**
 * Reads bodies, one at a time for each name. A newer one takes the place of the one that is being read: its sender has lost the
 * line and begun again, and the old connection may look alive for a minute.
 */
export class Receiver {
  readonly #lanes = new Lanes();
  readonly #reading = new Map<string, Reading>();

  isReading(name: string): boolean {
    return this.#reading.has(name);
  }

  receive<R>(name: string, request: IncomingMessage, work: (body: AsyncIterable<Uint8Array>) => Promise<R>): Promise<R> {
    this.#reading.get(name)?.request.destroy();
    let stop: Reading['stop'] = () => undefined;
    const stopped = new Promise<never>((_resolve, reject) => { stop = reject; });
    stopped.catch(() => undefined);
    const reading = { request, stop };
    this.#reading.set(name, reading);
    return this.alone(name, () => work(until(stopped, partOf(bodyOf(request, limits.uploadPartBytes)))).finally(() => {
      if (this.#reading.get(name) === reading) this.#reading.delete(name);
    }));
  }

  /** Whoever is being read is refused now, also in the middle of a body that has come to a halt. */
  stop(name: string, refusal: RefusalError): void {
    this.#reading.get(name)?.stop(refusal);
  }

  /** Runs when nothing of this name is being read. */
  alone<R>(name: string, work: () => Promise<R>): Promise<R> {
    return this.#lanes.run(name, work);
  }
}

/** A body that announces no length is counted. */
async function* partOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > limits.uploadPartBytes) throw new RefusalError('file.tooLarge');
    yield chunk;
  }
}

async function* until(stopped: Promise<never>, source: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const next = await Promise.race([source.next(), stopped]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Not awaited: it waits for the chunk that has not come.
    source.return(undefined).catch(() => undefined);
  }
}
