import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Log } from '../log.ts';
import type { Collection, Store } from '../store/store.ts';
import type { Deliver, Message } from './transport.ts';

const queued = z.object({
  id: z.string(), to: z.string(), subject: z.string(), text: z.string(),
  attachments: z.array(z.object({ filename: z.string(), content: z.string(), contentType: z.string() })),
  /** What it is about, so that it can be called back while it waits. */
  about: z.string(),
  attempts: z.int(), createdAt: z.number(), nextAt: z.number(),
});
type Queued = z.infer<typeof queued>;

/** What becomes of a message while its sender waits: gone, or kept to be tried again. */
export type MailState = 'sent' | 'queued';

export interface MailOptions {
  readonly store: Store;
  readonly deliver: Deliver;
  readonly log: Log;
  /** How long a sender waits for the first attempt, ms. */
  readonly patienceMs?: number;
}

/** Nobody waits longer than this for a mail server. */
const PATIENCE_MS = 3_000;
const FIRST_RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 6 * 3_600_000;
const GIVE_UP_MS = 48 * 3_600_000;

/** The time of the next attempt after so many that failed: one minute, four, sixteen, at most six hours apart. */
export function retryDelay(attempts: number): number {
  return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 4 ** (attempts - 1));
}

/** Mail that survives a restart: written down first, then sent, tried again with growing pauses for two days. */
export class Mail {
  readonly #queue: Collection<Queued>;
  readonly #deliver: Deliver;
  readonly #log: Log;
  readonly #patienceMs: number;
  readonly #underWay = new Map<string, Promise<boolean>>();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  private constructor(queue: Collection<Queued>, options: MailOptions) {
    this.#queue = queue;
    this.#deliver = options.deliver;
    this.#log = options.log;
    this.#patienceMs = options.patienceMs ?? PATIENCE_MS;
  }

  static async open(options: MailOptions): Promise<Mail> {
    const mail = new Mail(await options.store.collection('mail', queued), options);
    mail.#plan();
    return mail;
  }

  /** Rejects only when the message cannot be written down. */
  async send(message: Message, about: string): Promise<MailState> {
    const now = Date.now();
    const one: Queued = { ...message, attachments: [...message.attachments], id: randomUUID(), about, attempts: 0, createdAt: now, nextAt: now };
    await this.#queue.put(one);
    const sent = await Promise.race([this.#attempt(one), after(this.#patienceMs)]);
    return sent ? 'sent' : 'queued';
  }

  /** Calls back what still waits. */
  async cancel(about: string): Promise<void> {
    await this.#queue.remove(...[...this.#queue.all()].filter((one) => one.about === about).map((one) => one.id));
  }

  /** Whether something about this still waits for the mail server. */
  isWaiting(about: string): boolean {
    return this.#queue.find((one) => one.about === about) !== undefined;
  }

  get waiting(): number {
    return this.#queue.size;
  }

  /** Tries everything that is due at `now` (ms) again. */
  async retry(now: number): Promise<void> {
    await Promise.all([...this.#queue.all()].filter((one) => one.nextAt <= now).map((one) => this.#attempt(one)));
    this.#plan();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await Promise.race([Promise.allSettled(this.#underWay.values()), after(this.#patienceMs)]);
  }

  #attempt(one: Queued): Promise<boolean> {
    const underWay = this.#underWay.get(one.id);
    if (underWay) return underWay;
    const work = this.#try(one).finally(() => this.#underWay.delete(one.id));
    this.#underWay.set(one.id, work);
    return work;
  }

  async #try(one: Queued): Promise<boolean> {
    try {
      await this.#deliver(one);
    } catch (error) {
      await this.#postpone(one, error);
      return false;
    }
    await this.#quietly(() => this.#queue.remove(one.id));
    return true;
  }

  async #postpone(one: Queued, error: unknown): Promise<void> {
    const now = Date.now();
    const attempts = one.attempts + 1;
    // The message of a mail server may hold the address.
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
    const isOver = now - one.createdAt > GIVE_UP_MS;
    this.#log[isOver ? 'error' : 'warn']({ mail: one.id, attempts, reason }, isOver ? 'a mail is given up' : 'a mail could not be sent yet');
    await this.#quietly(async () => {
      if (isOver) await this.#queue.remove(one.id);
      else if (this.#queue.has(one.id)) await this.#queue.put({ ...one, attempts, nextAt: now + retryDelay(attempts) });
    });
    this.#plan();
  }

  /** The message itself is gone or waits; a queue that cannot be written now is no reason to fail its sender. */
  async #quietly(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!this.#closed) this.#log.warn({ err: error }, 'the queue of mail cannot be written');
    }
  }

  #plan(): void {
    clearTimeout(this.#timer);
    if (this.#closed) return;
    const next = Math.min(...[...this.#queue.all()].map((one) => one.nextAt));
    if (!Number.isFinite(next)) return;
    this.#timer = setTimeout(() => void this.retry(Date.now()), Math.max(1_000, next - Date.now())).unref();
  }
}

function after(ms: number): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, ms, false).unref());
}
