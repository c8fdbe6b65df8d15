import type { Consumer, Device, Producer, ProducerOptions, Transport, TransportOptions } from 'mediasoup-client/types';
import { accept, refuse } from '../../protocol/errors.ts';
import type { Result } from '../../protocol/errors.ts';
import type { PublicationId, RoomId } from '../../protocol/live/ids.ts';
import type { Channel, Source } from '../../protocol/live/publications.ts';
import type { ConsumerOffer, MediaOffer } from '../../protocol/requests/table.ts';
import type { RequestInput } from '../../protocol/table.ts';
import { openDevice } from './handler.ts';
import { Mender } from './mender.ts';
import { RefusedError } from './refused.ts';
import type { Signalling } from './signalling.ts';

export interface LinkHooks {
  /** Transports stand: what was on is sent again, what is wanted is received again. */
  opened(): void;
  /** They are gone, with everything that ran over them. */
  lost(): void;
  changed(): void;
}

/** What a stream is sent as. */
export interface Sent {
  readonly source: Source;
  readonly paused: boolean;
  /** The alongside room that it goes to. */
  readonly room?: RoomId;
  /** The language of a booth; absent: the floor. */
  readonly channel?: Channel;
}

interface Open {
  readonly device: Device;
  readonly send: Transport;
  readonly receive: Transport;
  readonly menders: readonly Mender[];
  toldCapabilities: boolean;
}

/** Tries between two attempts to open transports, ms; the last one again and again. */
const RETRIES_MS = [300, 700, 1_500, 3_000, 5_000];
/** After opening, streams are set up and the line stands within this time, or there is nothing to carry yet. */
const FRESH_MS = 700;
/** So many attempts in vain, and people are told that it failed. */
const FAILED_AFTER = 5;

/** The two transports of this page: opens them, keeps them, and opens new ones when they cannot be kept. */
export class Link {
  readonly #signalling: Signalling;
  readonly #purpose: 'session' | 'test';
  readonly #hooks: LinkHooks;
  #open: Open | undefined;
  /** Raised whenever what is under way is of no use any more. */
  #round = 0;
  #opening = false;
  #failures = 0;
  #stood = false;
  #fresh: ReturnType<typeof setTimeout> | undefined;

  constructor(signalling: Signalling, purpose: 'session' | 'test', hooks: LinkHooks) {
    this.#signalling = signalling;
    this.#purpose = purpose;
    this.#hooks = hooks;
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  get isOpening(): boolean {
    return this.#opening;
  }

  /** Whether packets may come in already. */
  get receives(): boolean {
    return this.#open !== undefined && this.#open.receive.connectionState !== 'new';
  }

  get transports(): readonly Transport[] {
    return this.#open ? [this.#open.send, this.#open.receive] : [];
  }

  get state(): 'new' | 'connecting' | 'connected' | 'reconnecting' | 'failed' {
    if (!this.#open) {
      if (!this.#opening) return this.#stood ? 'reconnecting' : 'new';
      return this.#failures >= FAILED_AFTER ? 'failed' : this.#stood ? 'reconnecting' : 'connecting';
    }
    const states = this.transports.map((one) => one.connectionState);
    if (states.some((one) => one === 'disconnected' || one === 'failed')) return 'reconnecting';
    if (states.includes('connecting') || (this.#fresh !== undefined && !states.includes('connected'))) return this.#stood ? 'reconnecting' : 'connecting';
    return 'connected';
  }

  /** Opens transports, from an offer when there is one, and goes on trying. Does nothing while it is under way. */
  async open(offer?: MediaOffer): Promise<void> {
    if (this.#opening || this.#open) return;
    this.#opening = true;
    const round = ++this.#round;
    this.#hooks.changed();
    for (let attempt = 0; ; attempt += 1) {
      const opened = await this.#attempt(attempt === 0 ? offer : undefined, round).catch(() => false);
      if (round !== this.#round) return;
      if (opened) break;
      this.#failures += 1;
      this.#hooks.changed();
      await new Promise((resolve) => setTimeout(resolve, RETRIES_MS[Math.min(attempt, RETRIES_MS.length - 1)]));
      if (round !== this.#round) return;
    }
    this.#opening = false;
    this.#failures = 0;
    this.#fresh = setTimeout(() => {
      this.#fresh = undefined;
      this.#hooks.changed();
    }, FRESH_MS);
    this.#hooks.opened();
    this.#hooks.changed();
  }

  /** New transports in place of these. */
  async reopen(offer?: MediaOffer): Promise<void> {
    this.close();
    await this.open(offer);
  }

  /** The network may be another one: the transports find their way anew. */
  restart(): void {
    for (const mender of this.#open?.menders ?? []) mender.restartNow();
  }

  /** Throws a RefusedError when the server does not want it. */
  async send(options: ProducerOptions, as: Sent): Promise<Producer> {
    if (!this.#open) throw new RefusedError({ code: 'media.absent' });
    return this.#open.send.produce({ ...options, appData: { ...as } });
  }

  /** Asks for streams; those that one may not receive are left out. */
  async ask(publications: PublicationId[]): Promise<Result<readonly ConsumerOffer[]>> {
    const open = this.#open;
    if (!open) return refuse('media.absent');
    const capabilities = open.toldCapabilities ? {} : { rtpCapabilities: open.device.recvRtpCapabilities as RequestInput<'media.receive'>['rtpCapabilities'] };
    const reply = await this.#signalling.request('media.receive', { publications, ...capabilities });
    if (open !== this.#open) return refuse('media.absent');
    if (!reply.ok) return reply;
    open.toldCapabilities = true;
    return accept(reply.value.consumers);
  }

  async receive({ id, publication, kind, rtpParameters }: ConsumerOffer): Promise<Consumer> {
    if (!this.#open) throw new RefusedError({ code: 'media.absent' });
    return this.#open.receive.consume({
      id, producerId: publication, kind, rtpParameters: rtpParameters as never,
      // Each by itself: the browser would hold pictures back to match a sound that it plays elsewhere.
      streamId: publication,
    });
  }

  close(): void {
    this.#round += 1;
    this.#opening = false;
    clearTimeout(this.#fresh);
    this.#fresh = undefined;
    const open = this.#open;
    this.#open = undefined;
    if (!open) return;
    for (const mender of open.menders) mender.close();
    open.send.close();
    open.receive.close();
    this.#hooks.lost();
    this.#hooks.changed();
  }

  async #attempt(given: MediaOffer | undefined, round: number): Promise<boolean> {
    // While there is no connection to the server; the join that ends that time begins anew.
    if (!given && this.#signalling.getSnapshot().status !== 'joined') return false;
    const reply = given ? accept(given) : await this.#signalling.request('media.open', { purpose: this.#purpose });
    if (!reply.ok || round !== this.#round) return false;
    const device = await openDevice(reply.value);
    if (round !== this.#round) return false;
    const { send, receive, iceServers } = reply.value;
    const options = (one: MediaOffer['send']): TransportOptions => ({ ...(one as object as TransportOptions), iceServers });
    const sending = device.createSendTransport(options(send));
    const receiving = device.createRecvTransport(options(receive));
    this.#connect(sending);
    this.#connect(receiving);
    this.#publishOver(sending);
    this.#open = { device, send: sending, receive: receiving, menders: [sending, receiving].map((one) => this.#mend(one)), toldCapabilities: false };
    return true;
  }

  /**
   * The answer is not waited for: the server knows the fingerprint before the first packet of the handshake can reach
   * it, and so nothing is lost and a round trip is saved. Should it refuse, everything is opened anew.
   */
  #connect(transport: Transport): void {
    transport.on('connect', ({ dtlsParameters }, done) => {
      void this.#signalling.request('media.connect', { transport: transport.id, dtlsParameters }).then((reply) => {
        if (!reply.ok && !transport.closed) void this.reopen();
      });
      done();
    });
  }

  #publishOver(transport: Transport): void {
    transport.on('produce', ({ kind, rtpParameters, appData }, done, failed) => {
      const { source, paused, room, channel } = appData as unknown as Sent;
      const publish = async (): Promise<void> => {
        const reply = await this.#signalling.request('media.publish', {
          transport: transport.id, kind, source, paused, rtpParameters: rtpParameters as RequestInput<'media.publish'>['rtpParameters'],
          ...(room === undefined ? {} : { alongside: room }), ...(channel === undefined ? {} : { channel }),
        });
        if (reply.ok) done(reply.value);
        else failed(new RefusedError(reply.error));
      };
      void publish();
    });
  }

  #mend(transport: Transport): Mender {
    return new Mender(transport, {
      canAsk: () => this.#signalling.getSnapshot().status === 'joined',
      restart: async (one) => {
        const reply = await this.#signalling.request('media.restart', { transport: one.id });
        if (!reply.ok) return reply.error.code === 'server.stopping' || reply.error.code === 'rate.limited';
        if (!one.closed) await one.restartIce({ iceParameters: reply.value.iceParameters as never });
        return true;
      },
      giveUp: () => void this.reopen(),
      changed: () => {
        if (this.transports.some((one) => one.connectionState === 'connected')) this.#stood = true;
        this.#hooks.changed();
      },
    });
  }
}
