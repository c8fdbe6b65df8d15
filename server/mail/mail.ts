import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { mailReasons } from '../../protocol/mail.ts';
import type { MailReason, MailState } from '../../protocol/mail.ts';
import type { Log } from '../log.ts';
import type { Collection, Store } from '../store/store.ts';
import { reasonOf } from './reason.ts';
import type { Deliver, Message } from './transport.ts';

const queued = z.object({
  id: z.string(), to: z.string(), subject: z.string(), text: z.string(),
  attachments: z.array(z.object({ filename: z.string(), content: z.string(), contentType: z.string() })),
  /** What it is about, so that it can be called back while it waits. */
  about: z.string(),
  attempts: z.int(), createdAt: z.number(), nextAt: z.number(),
  /** Of the last attempt. */
  reason: z.enum(mailReasons).optional(),
});
type Queued = z.infer<typeof queued>;

/** What was given up; of the message nothing is kept but what it was about, which is the id. */
const undelivered = z.object({ id: z.string(), at: z.number(), reason: z.enum(mailReasons) });
type Undelivered = z.infer<typeof undelivered>;

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
  readonly #undelivered: Collection<Undelivered>;
  readonly #deliver: Deliver;
  readonly #log: Log;
  readonly #patienceMs: number;
  readonly #underWay = new Map<string, Promise<MailState>>();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  private constructor(queue: Collection<Queued>, gone: Collection<Undelivered>, options: MailOptions) {
    this.#queue = queue;
    this.#undelivered = gone;
    this.#deliver = options.deliver;
    this.#log = options.log;
    this.#patienceMs = options.patienceMs ?? PATIENCE_MS;
  }

  static async open(options: MailOptions): Promise<Mail> {
    const mail = new Mail(await options.store.collection('mail', queued), await options.store.collection('mail-undelivered', undelivered), options);
    mail.#plan();
    return mail;
  }

  /** Waits so long (ms) for the first attempt. Rejects only when the message cannot be written down. */
  async send(message: Message, about: string, patienceMs = this.#patienceMs): Promise<MailState> {
    const now = Date.now();
    const one: Queued = { ...message, attachments: [...message.attachments], id: randomUUID(), about, attempts: 0, createdAt: now, nextAt: now };
    await this.#queue.put(one);
    // What is sent anew is no longer what was given up.
    if (this.#undelivered.has(about)) await this.#undelivered.remove(about);
    return Promise.race([this.#attempt(one), after(patienceMs)]);
  }

  /** Calls back what still waits. */
  async cancel(about: string): Promise<void> {
    await this.#queue.remove(...[...this.#queue.all()].filter((one) => one.about === about).map((one) => one.id));
  }

  /** What has become of the mail about this, and why it is not delivered yet or will not be. */
  stateOf(about: string): { readonly state: MailState; readonly reason?: MailReason } {
    const waits = this.#queue.find((one) => one.about === about);
    if (waits) return { state: 'queued', ...(waits.reason ? { reason: waits.reason } : {}) };
    const gone = this.#undelivered.get(about);
    return gone ? { state: 'failed', reason: gone.reason } : { state: 'sent' };
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

  #attempt(one: Queued): Promise<MailState> {
    const underWay = this.#underWay.get(one.id);
    if (underWay) return underWay;
    const work = this.#try(one).finally(() => this.#underWay.delete(one.id));
    this.#underWay.set(one.id, work);
    return work;
  }

  async #try(one: Queued): Promise<MailState> {
    try {
      await this.#deliver(one);
    } catch (error) {
      const { reason, isFinal } = reasonOf(error);
      const isOver = isFinal || Date.now() - one.createdAt > GIVE_UP_MS;
      await (isOver ? this.#giveUp(one, reason) : this.#postpone(one, reason));
      return isOver ? 'failed' : 'queued';
    }
    await this.#quietly(() => this.#queue.remove(one.id));
    return 'sent';
  }

  async #postpone(one: Queued, reason: MailReason): Promise<void> {
    const attempts = one.attempts + 1;
    this.#log.warn({ mail: one.id, attempts, reason }, 'a mail could not be sent yet');
    await this.#quietly(async () => {
      if (this.#queue.has(one.id)) await this.#queue.put({ ...one, attempts, reason, nextAt: Date.now() + retryDelay(attempts) });
    });
    this.#plan();
  }

  /** Written down before it leaves the queue: otherwise what was not delivered would pass for sent. */
  async #giveUp(one: Queued, reason: MailReason): Promise<void> {
    this.#log.error({ mail: one.id, attempts: one.attempts + 1, reason }, 'a mail is given up');
    await this.#quietly(async () => {
      if (!this.#queue.has(one.id)) return;
      await this.#undelivered.put({ id: one.about, at: Date.now(), reason });
      await this.#queue.remove(one.id);
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

function after(ms: number): Promise<'queued'> {
  return new Promise((resolve) => setTimeout(resolve, ms, 'queued' as const).unref());
}
