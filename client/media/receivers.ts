import type { Consumer } from 'mediasoup-client/types';
import { mayReceive } from '../../protocol/live/audience.ts';
import type { PublicationId } from '../../protocol/live/ids.ts';
import type { Publication } from '../../protocol/live/publications.ts';
import type { ConsumerOffer } from '../../protocol/requests/table.ts';
import type { Link } from './link.ts';
import type { Stat } from './line.ts';
import type { RemoteStream } from './model.ts';
import { qualityOfScore } from './quality.ts';
import { Steering } from './steering.ts';
import type { Signalling } from './signalling.ts';
import { decide } from './wishes.ts';
import type { Wishes } from './wishes.ts';

/** A stream that the server left out may be one that is just being set up; it is asked for again, ever less often. */
const AGAIN_MS = 500;
const DOUBLINGS = 4;
/** As many as one request takes. */
const MOST = 100;

interface Received {
  readonly consumer: Consumer;
  readonly publication: Publication;
  readonly steering: Steering;
  score: number;
}

/** What this page receives: always exactly what it may, wants and can show. */
export class Receivers {
  readonly #signalling: Signalling;
  readonly #link: Link;
  readonly #wishes: Wishes;
  readonly #changed: (remote: Readonly<Record<PublicationId, RemoteStream>>) => void;
  readonly #received = new Map<PublicationId, Received>();
  readonly #ends: readonly (() => void)[];
  #asking = false;
  #again = false;
  #vain = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #remote: Readonly<Record<PublicationId, RemoteStream>> = {};

  constructor(signalling: Signalling, link: Link, wishes: Wishes, changed: (remote: Readonly<Record<PublicationId, RemoteStream>>) => void) {
    this.#signalling = signalling;
    this.#link = link;
    this.#wishes = wishes;
    this.#changed = changed;
    this.#ends = [
      signalling.onNotice('media.consumerClosed', ({ consumer }) => this.#drop(this.#byConsumer(consumer))),
      signalling.onNotice('media.consumerScore', ({ consumer, score, producerScore }) => {
        const one = this.#byConsumer(consumer);
        if (!one) return;
        one.score = Math.min(score, producerScore);
        this.#report();
      }),
    ];
  }

  get consumers(): readonly Consumer[] {
    return [...this.#received.values()].map((one) => one.consumer);
  }

  /** Packets of a stream so far. */
  async packets(publication: PublicationId): Promise<number | undefined> {
    const report = await this.#received.get(publication)?.consumer.getStats().catch(() => undefined);
    for (const one of (report?.values() ?? []) as Iterable<Stat>) if (one.type === 'inbound-rtp') return one.packetsReceived;
    return undefined;
  }

  /** Receives what is missing, ends what is not wanted or allowed, and steers the rest. */
  sync(): void {
    for (const [id, one] of this.#received) {
      if (!this.#allowed(id)) {
        this.#forget(one);
        continue;
      }
      this.#steer(one.publication, one.steering);
    }
    this.#report();
    void this.#ask();
  }

  /** The connection to the server was lost for a while; what it did meanwhile is found out. */
  rejoined(): void {
    for (const one of this.#received.values()) one.steering.repeat();
    this.sync();
  }

  /** The transports are gone, and every stream with them. */
  lost(): void {
    for (const one of this.#received.values()) one.consumer.close();
    this.#received.clear();
    this.#report();
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const end of this.#ends) end();
    this.lost();
  }

  /** One request at a time for everything that is missing. */
  async #ask(): Promise<void> {
    this.#again = true;
    if (this.#asking) return;
    this.#asking = true;
    while (this.#again) {
      this.#again = false;
      const missing = this.#missing();
      if (missing.length === 0) break;
      const reply = await this.#link.ask(missing.slice(0, MOST));
      if (reply.ok) await Promise.all(reply.value.map((offer) => this.#take(offer)));
      this.#report();
      const left = this.#missing();
      if (left.length > 0) {
        if (reply.ok && left.length < missing.length) this.#again = true;
        else this.#later();
      } else {
        this.#vain = 0;
      }
    }
    this.#asking = false;
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), AGAIN_MS * 2 ** Math.min(this.#vain, DOUBLINGS));
    this.#vain += 1;
  }

  #missing(): PublicationId[] {
    const state = this.#signalling.state();
    if (!state || !this.#link.isOpen || this.#signalling.getSnapshot().status !== 'joined') return [];
    return Object.values(state.publications)
      .filter((one) => !this.#received.has(one.id) && mayReceive(state, this.#signalling.you, one) && decide(one, this.#wishes).receive)
      .map((one) => one.id);
  }

  async #take(offer: ConsumerOffer): Promise<void> {
    const publication = this.#signalling.state()?.publications[offer.publication];
    const steering = new Steering(this.#signalling, offer.id, () => this.#drop(this.#byConsumer(offer.id)));
    // Before the line stands nothing can come too early and be lost, so the first streams are set going at once.
    if (publication && !this.#link.receives) this.#steer(publication, steering);
    const consumer = await this.#link.receive(offer).catch(() => undefined);
    if (!consumer || !publication || !this.#allowed(publication.id)) {
      consumer?.close();
      void this.#signalling.request('media.consumer', { consumer: offer.id, close: true });
      return;
    }
    const one: Received = { consumer, publication, score: 10, steering };
    this.#received.set(publication.id, one);
    consumer.on('transportclose', () => {
      if (this.#received.get(publication.id) === one) this.#received.delete(publication.id);
    });
    this.#steer(publication, steering);
  }

  #steer(publication: Publication, steering: Steering): void {
    const { receive, ...how } = decide(publication, this.#wishes);
    steering.steer({ ...how, paused: !receive || how.paused });
  }

  #allowed(id: PublicationId): boolean {
    const state = this.#signalling.state();
    const publication = state?.publications[id];
    return state !== undefined && publication !== undefined && mayReceive(state, this.#signalling.you, publication);
  }

  #byConsumer(id: string): Received | undefined {
    return [...this.#received.values()].find((one) => one.consumer.id === id);
  }

  #drop(one: Received | undefined): void {
    if (!one) return;
    this.#forget(one);
    this.#report();
    // It may have been replaced, or be allowed again by now.
    void this.#ask();
  }

  #forget(one: Received): void {
    one.consumer.close();
    this.#received.delete(one.publication.id);
  }

  /** Streams that did not change keep their identity, so that their tiles do not draw again. */
  #report(): void {
    const now = [...this.#received].map(([id, one]) => {
      const before = this.#remote[id];
      const stream = describe(one);
      return [id, before && same(before, stream) ? before : stream] as const;
    });
    if (now.length === Object.keys(this.#remote).length && now.every(([id, stream]) => this.#remote[id] === stream)) return;
    this.#remote = Object.fromEntries(now);
    this.#changed(this.#remote);
  }
}

function describe({ consumer, publication, steering, score }: Received): RemoteStream {
  const { id, participant, source, channel, room } = publication;
  return { publication: id, participant, source, channel, beside: room !== undefined, track: consumer.track, held: steering.paused, quality: qualityOfScore(score) };
}

function same(a: RemoteStream, b: RemoteStream): boolean {
  return a.track === b.track && a.held === b.held && a.quality === b.quality;
}
