import type { Router } from 'mediasoup/types';
import { mayReceive } from '../../protocol/live/audience.ts';
import { SYSTEM } from '../../protocol/live/ids.ts';
import type { ParticipantId, PublicationId } from '../../protocol/live/ids.ts';
import { FLOOR_CHANNEL } from '../../protocol/live/publications.ts';
import type { Publication } from '../../protocol/live/publications.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import { about } from '../live/decide/media.ts';
import type { LiveSession } from '../live/session.ts';
import { MediaPeer } from './peer.ts';
import type { Purpose, Received, Sent } from './peer.ts';
import type { Notify } from './notify.ts';
import { heardIn, listeners, maySend } from './rules.ts';
import { Sizes } from './sizes.ts';
import { Speakers } from './speakers.ts';
import type { MediaWorker } from './worker.ts';

/** Enough for a camera, a document camera and a screen at once; who sends more is asked to send less. Bit/s. */
const MOST_INCOMING_BPS = 8_000_000;
/** Where the estimate of a receiver's line begins, bit/s. */
const FIRST_OUTGOING_BPS = 1_000_000;

/** The media of one session: its router on one worker, and the peers on it. */
export class SessionMedia {
  readonly live: LiveSession;
  readonly worker: MediaWorker;
  readonly router: Router;
  readonly speakers: Speakers;
  readonly notify: Notify;
  readonly sizes = new Sizes(this);
  readonly #peers = new Set<MediaPeer>();
  #closed = false;

  constructor(live: LiveSession, worker: MediaWorker, router: Router, notify: Notify) {
    this.live = live;
    this.worker = worker;
    this.router = router;
    this.notify = notify;
    this.speakers = new Speakers(router, (room, speakers) => {
      for (const one of listeners(live.state, room)) notify(live.id, one, 'media.speakers', { room, speakers });
    });
    worker.sessions += 1;
  }

  get peers(): readonly MediaPeer[] {
    return [...this.#peers];
  }

  peersOf(participant: ParticipantId): MediaPeer[] {
    return this.peers.filter((peer) => peer.participant === participant);
  }

  peer(participant: ParticipantId, instance: string, purpose: Purpose): MediaPeer | undefined {
    return this.peersOf(participant).find((peer) => peer.instance === instance && peer.purpose === purpose && !peer.closed);
  }

  async openPeer(who: Pick<MediaPeer, 'participant' | 'instance' | 'purpose'>): Promise<MediaPeer> {
    const options = { webRtcServer: this.worker.server, preferUdp: true, initialAvailableOutgoingBitrate: FIRST_OUTGOING_BPS };
    const [send, receive] = await Promise.all([this.router.createWebRtcTransport(options), this.router.createWebRtcTransport(options)]);
    await send.setMaxIncomingBitrate(MOST_INCOMING_BPS);
    const peer = new MediaPeer(who, send, receive);
    this.#peers.add(peer);
    this.worker.peers += 1;
    peer.onClose(() => {
      this.#peers.delete(peer);
      this.worker.peers -= 1;
    });
    return peer;
  }

  /** The stream behind a publication. */
  sent(publication: PublicationId): Sent | undefined {
    for (const peer of this.#peers) {
      const one = peer.sent.get(publication);
      if (one) return one;
    }
    return undefined;
  }

  /** Takes a producer in; it leaves by itself when it closes. */
  addSent(peer: MediaPeer, one: Sent): void {
    const { id } = one.producer;
    peer.sent.set(id, one);
    one.producer.observer.once('close', () => {
      peer.sent.delete(id);
      this.speakers.remove(id);
      this.sizes.look(id);
    });
    this.sizes.look(id);
  }

  /** Makes what runs follow from the state: whatever somebody may not send or receive any more ends here, at once. */
  reconcile(state: SessionState): void {
    for (const peer of this.peers) if (isGone(state, peer)) peer.close();
    const forbidden: Publication[] = [];
    for (const peer of this.peers) {
      if (peer.purpose === 'test') continue;
      for (const [id, one] of peer.sent) if (!this.#follow(state, peer, one)) forbidden.push(state.publications[id]!);
      for (const one of peer.received.values()) this.#check(state, peer, one);
    }
    if (forbidden.length > 0) void this.withdraw(forbidden);
  }

  /** Writes into the log that these streams are over, as far as it does not know yet. */
  async withdraw(publications: readonly Pick<Publication, 'id'>[]): Promise<void> {
    await this.live.decide(SYSTEM, (state) => ({
      ok: true,
      value: publications.flatMap(({ id }) => {
        const one = state.publications[id];
        return one ? [about(one, { type: 'media.closed', data: { publication: id } })] : [];
      }),
    }));
  }

  /** The router goes with everything on it. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const peer of this.peers) peer.close();
    this.sizes.close();
    this.router.close();
    this.worker.sessions -= 1;
  }

  /** False: its sender may not go on with it. */
  #follow(state: SessionState, peer: MediaPeer, one: Sent): boolean {
    const publication = state.publications[one.producer.id];
    if (!publication) {
      if (one.recorded) one.producer.close();
      return true;
    }
    one.recorded = true;
    if (!maySend(state, publication).ok) {
      one.producer.close();
      return false;
    }
    if (one.paused !== publication.paused) {
      one.paused = publication.paused;
      (one.paused ? one.producer.pause() : one.producer.resume()).catch(() => {
        // It closed in the meantime.
      });
    }
    if (one.source === 'microphone' && publication.channel === FLOOR_CHANNEL) {
      this.speakers.place(publication.id, peer.participant, heardIn(state, publication));
    }
    return true;
  }

  #check(state: SessionState, peer: MediaPeer, one: Received): void {
    const publication = state.publications[one.publication];
    if (publication && mayReceive(state, peer.participant, publication)) return;
    one.consumer.close();
    peer.received.delete(one.consumer.id);
    this.notify(this.live.id, peer.participant, 'media.consumerClosed', { consumer: one.consumer.id });
  }
}

/** The seat went, or for a test: the place on the list. */
export function isGone(state: SessionState, peer: MediaPeer): boolean {
  const one = state.participants[peer.participant];
  if (!one || state.session.phase === 'ended') return true;
  if (peer.purpose === 'session') return one.presence !== 'in';
  return one.presence === 'banned' || one.presence === 'removed';
}
