import { limits } from '../../protocol/limits.ts';
import { SYSTEM } from '../../protocol/live/ids.ts';
import type { Connection, Connections } from './connection.ts';
import { decideDrop, decideTimeout } from './decide/knock.ts';
import type { MediaSeats } from './handlers.ts';
import type { LiveSession } from './session.ts';

/** Keeps the seat, and the streams, of who lost the connection for a while. */
export class Presence {
  readonly #connections: Connections;
  readonly #media: MediaSeats;
  readonly #timers = new Map<string, NodeJS.Timeout>();

  constructor(connections: Connections, media: MediaSeats) {
    this.#connections = connections;
    this.#media = media;
  }

  seated(connection: Connection): void {
    const key = keyOf(connection);
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }

  async lost(live: LiveSession, connection: Connection): Promise<void> {
    // The same page may have come back before its old connection was given up; then its media is in use.
    const isBack = (): boolean => this.#connections.seated(live.id, connection.participant)?.instance === connection.instance;
    if (isBack()) return;
    if (connection.stage !== 'seated' || this.#connections.seated(live.id, connection.participant)) {
      return this.#media.release(live, connection.participant, connection.instance);
    }
    await live.decide(connection.participant, (state) => decideDrop(state, connection.participant));
    if (isBack()) return;
    if (live.state.participants[connection.participant]?.presence !== 'in') {
      return this.#media.release(live, connection.participant, connection.instance);
    }
    const key = keyOf(connection);
    clearTimeout(this.#timers.get(key));
    this.#timers.set(key, setTimeout(() => void this.#over(live, connection, key), limits.seatGraceMs).unref());
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  async #over(live: LiveSession, connection: Connection, key: string): Promise<void> {
    this.#timers.delete(key);
    await this.#media.release(live, connection.participant, connection.instance);
    await live.decide(SYSTEM, (state) => decideTimeout(state, connection.participant));
  }
}

function keyOf(connection: Connection): string {
  return `${connection.session} ${connection.participant}`;
}
