import { RefusalError } from '../../protocol/errors.ts';
import type { Draft, SessionEvent } from '../../protocol/live/event.ts';
import { SYSTEM } from '../../protocol/live/ids.ts';
import type { SessionId } from '../../protocol/live/ids.ts';
import { limits } from '../../protocol/limits.ts';
import type { Store } from '../store/store.ts';
import { decideTimeout } from './decide/knock.ts';
import { LiveSession } from './session.ts';
import type { Change } from './session.ts';

/** Opens sessions from their logs when they are first asked for and keeps them; tells one set of listeners of every change. */
export class LiveHost {
  readonly #store: Store;
  readonly #sessions = new Map<SessionId, Promise<LiveSession>>();
  readonly #listeners = new Set<(live: LiveSession, change: Change) => void>();
  readonly #exists: (id: SessionId) => boolean;

  /** `exists` says whether a session was ever scheduled, so that a made-up id does not create a log. */
  constructor(store: Store, exists: (id: SessionId) => boolean) {
    this.#store = store;
    this.#exists = exists;
  }

  onChange(listener: (live: LiveSession, change: Change) => void): void {
    this.#listeners.add(listener);
  }

  /** Throws session.absent, or a StoreError when its log is damaged beyond use. */
  get(id: SessionId): Promise<LiveSession> {
    if (!this.#exists(id)) throw new RefusalError('session.absent');
    return this.#open(id);
  }

  /** A new session from its first events. */
  async create(id: SessionId, ...drafts: readonly Draft[]): Promise<LiveSession> {
    const live = await this.#open(id);
    const done = await live.record(...drafts);
    if (!done.ok) {
      this.#sessions.delete(id);
      await live.close();
      throw new RefusalError(done.error.code, done.error.detail);
    }
    return live;
  }

  /** Those that are open in memory. */
  async *opened(): AsyncIterable<LiveSession> {
    for (const opening of this.#sessions.values()) yield await opening;
  }

  get openCount(): number {
    return this.#sessions.size;
  }

  #open(id: SessionId): Promise<LiveSession> {
    const known = this.#sessions.get(id);
    if (known) return known;
    const opening = this.#replay(id);
    this.#sessions.set(id, opening);
    opening.catch(() => this.#sessions.delete(id));
    return opening;
  }

  async #replay(id: SessionId): Promise<LiveSession> {
    const live = await LiveSession.open(id, await this.#store.log<SessionEvent>(id));
    live.onChange((change) => {
      for (const listener of this.#listeners) listener(live, change);
    });
    if (!live.damaged) await afterRestart(live);
    return live;
  }
}

/**
 * A log that was just opened may end in the middle of a session: the process died. Its streams are gone and nobody is
 * connected, but every seat is kept for those who come back in time.
 */
async function afterRestart(live: LiveSession): Promise<void> {
  const { participants, publications } = live.state;
  const drafts: Draft[] = Object.keys(publications).length > 0 ? [{ type: 'media.reset', data: {} }] : [];
  const inside = Object.values(participants).filter((one) => one.presence === 'in');
  for (const one of inside) if (one.connected) drafts.push({ type: 'participant.dropped', data: { participant: one.id } });
  for (const one of Object.values(participants)) {
    if (one.lobby === 'waiting') {
      drafts.push({ type: 'participant.gaveUp', data: { participant: one.id }, audience: { permission: 'lobby.manage' } });
    }
  }
  if (drafts.length > 0) await live.record(...drafts);
  for (const one of inside) {
    setTimeout(() => void live.decide(SYSTEM, (state) => decideTimeout(state, one.id)), limits.seatGraceMs).unref();
  }
}
