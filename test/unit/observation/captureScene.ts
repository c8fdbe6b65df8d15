import { IDBFactory } from 'fake-indexeddb';
import type { Part } from '../../../protocol/observation/evidence.ts';
import type { Arrived, CaptureServer, Target } from '../../../client/observation/capture/captureServer.ts';
import { IndexedStore } from '../../../client/observation/capture/deviceStore.ts';
import { sha256 } from '../../../client/observation/capture/hash.ts';
import type { Blobs, CapturePayload } from '../../../client/observation/capture/item.ts';
import type { Line } from '../../../client/observation/capture/line.ts';
import { PartSize } from '../../../client/observation/capture/pace.ts';
import { CaptureQueue } from '../../../client/observation/capture/queue.ts';
import type { Answer, Problem } from '../../../client/app/problem.ts';

/**
 * What becomes of one question to the server. lost: it never arrives; unheard: it arrives, the answer does not; cut: half of
 * the bytes arrive; reload: the page goes away while it is on the wire.
 */
export type Fate = 'through' | 'lost' | 'unheard' | 'cut' | 'reload';

export const SESSION = 'session-1';
export const ME = 'camera-1';

/** Keeps what it is sent as the real one does: by parts, each from where the last one ended, checked against its hash. */
class FakeServer implements CaptureServer {
  readonly registered = new Map<string, CapturePayload>();
  readonly discarded: string[] = [];
  readonly bytes = new Map<string, Uint8Array>();
  readonly stored = new Map<string, Uint8Array>();
  readonly asked: string[] = [];
  registrations = 0;
  fates: Fate[] = [];
  /** Refuses the next questions of a kind. */
  readonly refusals = new Map<'register' | 'arrived' | 'send', Problem>();
  onReload: () => void = () => undefined;

  async register(id: string, capture: CapturePayload, signal: AbortSignal): Promise<Answer<unknown>> {
    return this.#by('register', signal, () => {
      // As the session does it: a retry of a done command changes nothing.
      if (this.registered.has(id)) return { ok: true, value: {} };
      this.registrations += 1;
      this.registered.set(id, capture);
      return { ok: true, value: {} };
    });
  }

  async discard(evidence: string): Promise<Answer<unknown>> {
    this.discarded.push(evidence);
    return { ok: true, value: {} };
  }

  async arrived({ version }: Target, part: Part, signal: AbortSignal): Promise<Answer<Arrived>> {
    return this.#by('arrived', signal, () => this.#absent(version) ?? { ok: true, value: this.#state(`${version}/${part}`) });
  }

  async send({ version }: Target, part: Part, offset: number, blob: Blob, signal: AbortSignal): Promise<Answer<Arrived>> {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    this.asked.push(part);
    const key = `${version}/${part}`;
    const wanted = this.registered.get(version)?.pictured[part];
    return this.#by<Arrived>('send', signal, async (share) => {
      const absent = this.#absent(version);
      if (absent) return absent;
      const before = this.bytes.get(key) ?? new Uint8Array();
      if (this.stored.has(key)) return { ok: true, value: this.#state(key) };
      if (offset !== before.length) return { ok: false, error: { code: 'upload.offset', detail: String(before.length) } };
      const after = new Uint8Array(Buffer.concat([before, bytes.subarray(0, Math.floor(bytes.length * share))]));
      this.bytes.set(key, after);
      if (wanted && after.length === wanted.bytes) {
        if ((await sha256(new Blob([after]))) !== wanted.hash) {
          this.bytes.delete(key);
          return { ok: false, error: { code: 'file.hashDiffers' } };
        }
        this.stored.set(key, after);
      }
      return { ok: true, value: this.#state(key) };
    });
  }

  #absent(version: string): Answer<Arrived> | undefined {
    return this.registered.has(version) ? undefined : { ok: false, error: { code: 'evidence.absent' } };
  }

  #state(key: string): Arrived {
    return { received: this.bytes.get(key)?.length ?? 0, stored: this.stored.has(key) };
  }

  async #by<T>(kind: 'register' | 'arrived' | 'send', signal: AbortSignal, act: (share: number) => Answer<T> | Promise<Answer<T>>): Promise<Answer<T>> {
    if (signal.aborted) return { ok: false, error: { code: 'client.stopped' } };
    const refusal = this.refusals.get(kind);
    if (refusal) return { ok: false, error: refusal };
    const fate = this.fates.shift() ?? 'through';
    if (fate === 'lost') return { ok: false, error: { code: 'client.offline' } };
    const answer = await act(fate === 'cut' ? 0.5 : 1);
    if (fate === 'reload') this.onReload();
    if (fate === 'through') return answer;
    return { ok: false, error: { code: signal.aborted ? 'client.stopped' : 'client.offline' } };
  }
}

/** Rests are over at once; how long they would have been is kept. */
class FakeLine implements Line {
  readonly rests: number[] = [];
  online = true;
  elsewhere = false;
  readonly #listeners = new Set<() => void>();

  isOnline(): boolean {
    return this.online;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Offline it lasts until somebody wakes it. */
  rest(ms: number, signal: AbortSignal): Promise<void> {
    this.rests.push(ms);
    if (this.online && !this.elsewhere) return new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    return new Promise((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve());
    });
  }

  async alone(_id: string, act: () => Promise<void>): Promise<boolean> {
    if (!this.elsewhere) await act();
    return !this.elsewhere;
  }

  back(): void {
    this.online = true;
    for (const listener of this.#listeners) listener();
  }
}

/** A device with its disk, and the page that is open on it. */
export class Device {
  readonly factory = new IDBFactory();
  readonly server = new FakeServer();
  readonly line = new FakeLine();
  /** Steps of the disk that are to fail, by name. */
  readonly faults: string[] = [];
  queue = this.#open();

  /** The page goes away, and another one comes. */
  reload(): void {
    this.queue.close();
    this.queue = this.#open();
    void this.queue.look();
  }

  store(): IndexedStore {
    const store = new IndexedStore(this.factory);
    const { faults } = this;
    return new Proxy(store, {
      get(target, name: keyof IndexedStore) {
        const value = target[name];
        return typeof value !== 'function' ? value : (...given: never[]) => {
          const at = faults.indexOf(name);
          if (at >= 0) {
            faults.splice(at, 1);
            return Promise.reject(new DOMException('the disk', name === 'add' ? 'QuotaExceededError' : 'UnknownError'));
          }
          return (value as (...all: never[]) => unknown).apply(target, given);
        };
      },
    });
  }

  /** Until nothing moves any more: everything was sent, or rests. */
  async settled(): Promise<void> {
    for (;;) {
      const { queue } = this;
      const kept = await this.store().list(SESSION, ME);
      if (queue === this.queue && kept.every((one) => one.stopped !== undefined || one.refused !== undefined) && queue.getSnapshot().items.length === kept.length) return;
      await new Promise((resolve) => {
        setTimeout(resolve, 0);
      });
    }
  }

  #open(): CaptureQueue {
    this.server.onReload = () => this.reload();
    return new CaptureQueue({
      session: SESSION, participant: ME, store: this.store(), server: this.server, line: this.line, size: new PartSize(64, 512), random: () => 0.5, now: Date.now,
    });
  }
}

export async function still(size: number, seed: number): Promise<{ readonly payload: CapturePayload; readonly blobs: Required<Blobs> }> {
  const content = blobOf(size, seed);
  const thumbnail = blobOf(Math.max(1, Math.floor(size / 10)), seed + 1);
  return {
    payload: {
      kind: 'still', title: '', capturedAt: 1, zone: 'dock', criterion: 'G',
      pictured: {
        content: { hash: await sha256(content), bytes: content.size, mime: 'image/jpeg' },
        thumbnail: { hash: await sha256(thumbnail), bytes: thumbnail.size, mime: 'image/jpeg' },
      },
    },
    blobs: { content, thumbnail },
  };
}

export async function bytesOf(blob: Blob): Promise<readonly number[]> {
  return [...new Uint8Array(await blob.arrayBuffer())];
}

function blobOf(size: number, seed: number): Blob {
  return new Blob([Uint8Array.from({ length: size }, (_, index) => (index * 31 + seed * 17) % 256)], { type: 'image/jpeg' });
}
