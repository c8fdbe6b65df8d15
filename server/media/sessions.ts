import type { ParticipantId, SessionId } from '../../protocol/live/ids.ts';
import type { LiveSession } from '../live/session.ts';
import { mediaCodecs } from './codecs.ts';
import type { Notify } from './notify.ts';
import type { MediaPeer, Purpose } from './peer.ts';
import type { WorkerPool } from './pool.ts';
import { isGone, SessionMedia } from './session.ts';
import type { MediaWorker } from './worker.ts';

/** A test is over after this time, whatever its client does. */
const TEST_MS = 60_000;
/** Pages of one participant that may test at the same time. */
const MOST_TESTS = 3;

/** The sessions that have media open. Each appears with its first peer and goes with its last. */
export class MediaSessions {
  readonly #pool: () => WorkerPool;
  readonly #notify: Notify;
  readonly #sessions = new Map<SessionId, SessionMedia>();
  readonly #opening = new Map<SessionId, Promise<SessionMedia | undefined>>();
  /** Peers under way, which keep their session from being closed as unused. */
  readonly #underWay = new Map<SessionId, number>();

  constructor(pool: () => WorkerPool, notify: Notify) {
    this.#pool = pool;
    this.#notify = notify;
  }

  get(id: SessionId): SessionMedia | undefined {
    return this.#sessions.get(id);
  }

  all(): Iterable<SessionMedia> {
    return this.#sessions.values();
  }

  /**
   * A new peer in place of the one that this page had; with a seat, in place of every one that this participant had,
   * since the seat has one page. Undefined: there is no worker for it just now.
   */
  async openPeer(live: LiveSession, participant: ParticipantId, instance: string, purpose: Purpose): Promise<MediaPeer | undefined> {
    this.#count(live.id, 1);
    try {
      const session = await this.#ensure(live);
      const peer = await session?.openPeer({ participant, instance, purpose });
      if (!session || !peer) return undefined;
      const timer = purpose === 'test' ? setTimeout(() => peer.close(), TEST_MS).unref() : undefined;
      peer.onClose(() => {
        clearTimeout(timer);
        this.#closeIfUnused(live.id);
      });
      await this.closePeers(live, replaced(session, peer));
      // Shown out while it was being made.
      if (isGone(live.state, peer)) peer.close();
      return peer.closed ? undefined : peer;
    } catch {
      // The worker died under it; its replacement takes the next attempt.
      return undefined;
    } finally {
      this.#count(live.id, -1);
      this.#closeIfUnused(live.id);
    }
  }

  /** Closes peers, and lets the log know that their streams are over. */
  async closePeers(live: LiveSession, peers: readonly MediaPeer[]): Promise<void> {
    const session = this.get(live.id);
    const publications = peers.flatMap((peer) => peer.purpose === 'session' ? [...peer.sent.keys()].map((id) => ({ id })) : []);
    for (const peer of peers) peer.close();
    if (publications.length > 0) await session?.withdraw(publications);
  }

  /** A worker died: forgets its sessions and answers them. Their peers are closed. */
  lose(worker: MediaWorker): SessionMedia[] {
    const lost = [...this.#sessions.values()].filter((session) => session.worker === worker);
    for (const session of lost) this.#sessions.delete(session.live.id);
    return lost;
  }

  close(): void {
    for (const session of this.#sessions.values()) session.close();
    this.#sessions.clear();
  }

  #ensure(live: LiveSession): Promise<SessionMedia | undefined> {
    const known = this.#sessions.get(live.id);
    if (known) return Promise.resolve(known);
    const opening = this.#opening.get(live.id) ?? this.#open(live).finally(() => this.#opening.delete(live.id));
    this.#opening.set(live.id, opening);
    return opening;
  }

  async #open(live: LiveSession): Promise<SessionMedia | undefined> {
    const worker = this.#pool().leastLoaded;
    if (!worker) return undefined;
    const router = await worker.worker.createRouter({ mediaCodecs });
    const session = new SessionMedia(live, worker, router, this.#notify);
    this.#sessions.set(live.id, session);
    return session;
  }

  #count(id: SessionId, by: 1 | -1): void {
    const count = (this.#underWay.get(id) ?? 0) + by;
    if (count > 0) this.#underWay.set(id, count);
    else this.#underWay.delete(id);
  }

  #closeIfUnused(id: SessionId): void {
    const session = this.#sessions.get(id);
    if (!session || session.peers.length > 0 || this.#underWay.has(id)) return;
    this.#sessions.delete(id);
    session.close();
  }
}

/** The peers that a new one takes the place of. */
function replaced(session: SessionMedia, peer: MediaPeer): MediaPeer[] {
  const others = session.peersOf(peer.participant).filter((one) => one !== peer && one.purpose === peer.purpose);
  if (peer.purpose === 'session') return others;
  const otherPages = others.filter((one) => one.instance !== peer.instance);
  return others.filter((one) => one.instance === peer.instance || otherPages.indexOf(one) < otherPages.length - MOST_TESTS + 1);
}
