import type { Server, Socket } from 'socket.io';
import type { ParticipantId, SessionId } from '../../protocol/live/ids.ts';
import type { ClientToServer, NoticeName, NoticePayload, ServerToClient } from '../../protocol/table.ts';
import { FrameRate } from './rate.ts';

/** What the handshake established and nobody can change afterwards. */
export interface Bound {
  readonly session: SessionId;
  readonly participant: ParticipantId;
  /** The sign-in (cookie) behind it; when that ends, so does the connection. */
  readonly signIn: string;
}

export type LiveSocket = Socket<ClientToServer, ServerToClient, Record<never, never>, Bound>;
export type LiveServer = Server<ClientToServer, ServerToClient, Record<never, never>, Bound>;

/** new: has not joined; looking: before the door (device check); seated: knocked, so waits in the lobby or is inside. */
export type ConnectionStage = 'new' | 'looking' | 'seated';

export class Connection implements Bound {
  readonly socket: LiveSocket;
  readonly session: SessionId;
  readonly participant: ParticipantId;
  readonly signIn: string;
  readonly rate = new FrameRate();
  stage: ConnectionStage = 'new';
  /** The opened page behind it; survives a lost connection, not a reload. */
  instance = '';
  /** What the client holds was built for this scope (protocol/live/audience.ts). */
  scope = '';

  constructor(socket: LiveSocket) {
    this.socket = socket;
    ({ session: this.session, participant: this.participant, signIn: this.signIn } = socket.data);
  }

  notify<N extends NoticeName>(name: N, payload: NoticePayload<N>): void {
    this.socket.emit('notice', { name, payload } as Parameters<ServerToClient['notice']>[0]);
  }

  /** Tells why, and closes. */
  end(code: string): void {
    this.notify('session.gone', { code });
    this.socket.disconnect(true);
  }
}

/** Who is connected to which session. */
export class Connections {
  readonly #bySession = new Map<SessionId, Set<Connection>>();

  add(connection: Connection): void {
    const set = this.#bySession.get(connection.session) ?? new Set();
    set.add(connection);
    this.#bySession.set(connection.session, set);
  }

  remove(connection: Connection): void {
    const set = this.#bySession.get(connection.session);
    set?.delete(connection);
    if (set?.size === 0) this.#bySession.delete(connection.session);
  }

  of(session: SessionId): Iterable<Connection> {
    return this.#bySession.get(session) ?? [];
  }

  *all(): Iterable<Connection> {
    for (const set of this.#bySession.values()) yield* set;
  }

  /** The one connection that holds the seat. */
  seated(session: SessionId, participant: ParticipantId): Connection | undefined {
    for (const connection of this.of(session)) {
      if (connection.participant === participant && connection.stage === 'seated') return connection;
    }
    return undefined;
  }

  get count(): number {
    let count = 0;
    for (const set of this.#bySession.values()) count += set.size;
    return count;
  }
}
