import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { refuse } from '../../protocol/errors.ts';
import type { ErrorCode, Result } from '../../protocol/errors.ts';
import { limits } from '../../protocol/limits.ts';
import type { KindName } from '../../protocol/kinds.ts';
import type { ParticipantId, SessionId } from '../../protocol/live/ids.ts';
import { reduce } from '../../protocol/live/state.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import type { JoinReply } from '../../protocol/requests/table.ts';
import type {
  ClientToServer, CommandInput, CommandName, Done, NoticeName, NoticePayload, RequestInput, RequestName, RequestReply, ServerToClient,
  SignalName, SignalPayload,
} from '../../protocol/table.ts';
import { isTooLarge } from './frame.ts';
import { newId } from './ids.ts';

/**
 * connecting: the first connection is under way; joined: the state stands (whether before the door, in the lobby or
 * inside says the state); reconnecting: the connection was lost and is being looked for; gone: over, with a code.
 */
type LiveStatus = 'connecting' | 'joined' | 'reconnecting' | 'gone';

export interface LiveSnapshot {
  readonly status: LiveStatus;
  /** Why the seat is gone. */
  readonly code?: ErrorCode;
  /** What these eyes may see; absent until the first join. */
  readonly state?: SessionState;
  readonly you: ParticipantId;
  /** Add to Date.now() for the server's clock, ms. */
  readonly clockOffsetMs: number;
  /** The connection stands, and nothing has come from the server for a while: it is about to be found lost. */
  readonly quiet: boolean;
}

/** Where the screens and the part of the state that a kind of session needs come from; fetched when the kind is known. */
export interface KindLoader {
  readonly isLoaded: (kind: KindName) => boolean;
  readonly load: (kind: KindName) => Promise<void>;
}

type Step = (held: SessionState) => SessionState;
type NoticeListener = { readonly [N in NoticeName]?: Set<(payload: NoticePayload<N>) => void> };
type SignalListener = (name: SignalName, from: ParticipantId, payload: SignalPayload<SignalName>) => void;

const ACK_TIMEOUT_MS = 8_000;
/** The server's heartbeat comes every 2 s (server/live/gateway.ts); two missed ones are worth telling. */
const QUIET_AFTER_MS = 4_500;

/**
 * One page's connection to one session: holds the state for these eyes, sends commands until they are acknowledged
 * (also over a lost connection; the server knows a retry by its id), and comes back by itself. Lives outside React.
 */
export class LiveClient {
  readonly session: SessionId;
  readonly #instance = newId();
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  readonly #listeners = new Set<() => void>();
  readonly #notices: { [N in NoticeName]?: Set<(payload: never) => void> } = {};
  readonly #signals = new Set<SignalListener>();
  readonly #joins = new Set<(reply: JoinReply) => void>();
  #snapshot: LiveSnapshot = { status: 'connecting', you: '', clockOffsetMs: 0, quiet: false };
  #quietTimer: ReturnType<typeof setTimeout> | undefined;
  #scope = '';
  #knock = false;
  #closed = false;
  #joined = Promise.withResolvers<void>();

  /** What came down while the kind's part of the state was being fetched. */
  #early: Step[] = [];
  readonly #kinds: KindLoader;

  constructor(session: SessionId, kinds: KindLoader) {
    this.session = session;
    this.#kinds = kinds;
    this.#socket = io({
      auth: { session }, autoConnect: false, transports: ['websocket', 'polling'], reconnectionDelay: 300, reconnectionDelayMax: 1_500,
      randomizationFactor: 0.6, timeout: 4_000,
    });
    this.#socket.io.on('ping', () => this.#heard());
    this.#socket.on('connect', () => {
      this.#early = [];
      this.#heard();
      // Whoever wants in, or comes back, gets transports in the same reply.
      void this.#join(this.#knock);
    });
    this.#socket.on('disconnect', () => this.#lost());
    this.#socket.on('connect_error', (error) => this.#refusedAtTheDoor(error));
    this.#socket.on('notice', ({ name, payload }) => this.#noticed(name, payload));
    this.#socket.on('signal', ({ name, from, payload }) => {
      for (const listener of this.#signals) listener(name, from, payload);
    });
    this.onNotice('state.events', ({ events }) => this.#advance((state) => events.reduce(reduce, state)));
    this.onNotice('state.sight', ({ events, slices, scope }) => {
      this.#scope = scope;
      this.#advance((state) => ({ ...events.reduce(reduce, state), ...slices }));
    });
    this.onNotice('state.snapshot', ({ state, scope }) => {
      this.#scope = scope;
      this.#advance(() => state);
    });
    this.onNotice('session.gone', ({ code }) => {
      if (code === 'server.stopping') return;
      this.#over(code as ErrorCode);
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly getSnapshot = (): LiveSnapshot => this.#snapshot;

  get you(): ParticipantId {
    return this.#snapshot.you;
  }

  state(): SessionState | undefined {
    return this.#snapshot.state;
  }

  /** Connects and looks, without knocking: for the page before the door. */
  connect(): void {
    this.#socket.connect();
  }

  /** Takes the seat or waits in the lobby; the snapshot says which. The media offer in the reply saves a round trip. */
  async enter(): Promise<void> {
    this.#knock = true;
    const looking = this.#socket.connected;
    await this.#joined.promise;
    // A connection that is still to come knocks by itself.
    if (looking && !this.#closed && this.#snapshot.status !== 'gone') await this.#join(true);
  }

  /** Leaves for good and closes the connection. */
  async leave(): Promise<void> {
    this.#knock = false;
    await this.command('participant.leave', {});
    this.close();
  }

  /** For good: nothing is looked for again, and what waits for an answer is refused. */
  close(): void {
    this.#closed = true;
    this.#socket.disconnect();
    clearTimeout(this.#quietTimer);
    this.#joined.resolve();
  }

  /** Resolves once durable, or with a refusal. Tries again after a lost connection, with the same id; gives up when the seat is gone. */
  async command<N extends CommandName>(name: N, payload: CommandInput<N>, id: string = newId()): Promise<Result<Done>> {
    if (isTooLarge({ id, name, payload })) return refuse('payload.tooLarge');
    for (;;) {
      if (this.#snapshot.status === 'gone') return refuse(this.#snapshot.code ?? 'session.ended');
      if (this.#closed) return refuse('server.stopping');
      await this.#joined.promise;
      try {
        return await this.#socket.timeout(ACK_TIMEOUT_MS).emitWithAck('command', { id, name, payload });
      } catch {
        // No acknowledgement: the next round waits until the connection stands again.
        if (this.#socket.connected) await Promise.resolve();
      }
    }
  }

  /** Asks once. A lost connection answers server.stopping; who asks decides whether it still matters. */
  async request<N extends RequestName>(name: N, payload: RequestInput<N>): Promise<Result<RequestReply<N>>> {
    try {
      return (await this.#socket.timeout(ACK_TIMEOUT_MS).emitWithAck('request', { name, payload })) as Result<RequestReply<N>>;
    } catch {
      return refuse('server.stopping');
    }
  }

  /** Passing; dropped while there is no connection. */
  signal<N extends SignalName>(name: N, payload: SignalPayload<N>): void {
    if (this.#snapshot.status === 'joined') this.#socket.volatile.emit('signal', { name, payload });
  }

  onNotice<N extends NoticeName>(name: N, listener: (payload: NoticePayload<N>) => void): () => void {
    const set = (this.#notices[name] ??= new Set()) as unknown as NonNullable<NoticeListener[N]> & Set<typeof listener>;
    set.add(listener);
    return () => set.delete(listener);
  }

  onSignal(listener: SignalListener): () => void {
    this.#signals.add(listener);
    return () => this.#signals.delete(listener);
  }

  /** Every join that took or kept the seat, the ones after a lost connection included; for the media engine. */
  onJoin(listener: (reply: JoinReply) => void): () => void {
    this.#joins.add(listener);
    return () => this.#joins.delete(listener);
  }

  async #join(media: boolean): Promise<Result<JoinReply>> {
    const { state } = this.#snapshot;
    const known = state && this.#scope !== '' ? { since: state.seq, scope: this.#scope } : {};
    const reply = await this.request('session.join', {
      protocol: limits.protocolVersion, instance: this.#instance, media, knock: this.#knock, ...known,
    });
    if (!reply.ok) {
      this.#joinRefused(reply.error.code);
      return reply;
    }
    const { snapshot, events, scope, you, now } = reply.value;
    this.#scope = scope;
    const offset = now - Date.now();
    if (snapshot && !this.#kinds.isLoaded(snapshot.session.kind)) {
      const connection = this.#socket.id;
      if (!await this.#loaded(snapshot.session.kind) || connection !== this.#socket.id) return reply;
    }
    const early = this.#early;
    this.#early = [];
    const base = snapshot ?? state;
    this.#set({
      status: 'joined', you, clockOffsetMs: offset, code: undefined,
      ...(base ? { state: early.reduce((held, step) => step(held), events.reduce(reduce, base)) } : {}),
    });
    this.#joined.resolve();
    if (this.#knock) for (const listener of this.#joins) listener(reply.value);
    return reply;
  }

  /** Whether the kind's part is here and the page still wants it. What cannot be fetched is tried again over a new connection. */
  async #loaded(kind: KindName): Promise<boolean> {
    try {
      await this.#kinds.load(kind);
      return !this.#closed && this.#snapshot.status !== 'gone';
    } catch {
      this.#socket.io.engine.close();
      return false;
    }
  }

  #joinRefused(code: ErrorCode): void {
    // Refused at a door that may open later: stay before it. A connection that broke meanwhile joins again by itself.
    if (code === 'server.stopping' || code === 'rate.limited') return;
    if (code === 'session.notOpen' || code === 'session.locked') {
      this.#knock = false;
      this.#set({ code });
      if (this.#snapshot.status !== 'joined') void this.#join(false);
      return;
    }
    this.#over(code);
  }

  #heard(): void {
    clearTimeout(this.#quietTimer);
    this.#quietTimer = setTimeout(() => this.#set({ quiet: true }), QUIET_AFTER_MS);
    if (this.#snapshot.quiet) this.#set({ quiet: false });
  }

  #lost(): void {
    clearTimeout(this.#quietTimer);
    if (this.#snapshot.quiet) this.#set({ quiet: false });
    if (this.#snapshot.status === 'gone' || this.#closed) return;
    this.#joined = Promise.withResolvers<void>();
    this.#set({ status: 'reconnecting' });
    // Socket.IO does not come back by itself after the server closed the connection; a restarting server does so.
    if (!this.#socket.active) this.#socket.connect();
  }

  #refusedAtTheDoor(error: Error): void {
    const code = (error as Error & { data?: { code?: string } }).data?.code as ErrorCode | undefined;
    if (code === undefined) return;
    if (code === 'server.stopping' || code === 'store.io') {
      setTimeout(() => !this.#closed && this.#socket.connect(), 2_000);
      return;
    }
    this.#over(code);
  }

  #over(code: ErrorCode): void {
    this.#set({ status: 'gone', code });
    this.#joined.resolve();
    this.#socket.disconnect();
  }

  #advance(step: Step): void {
    if (this.#snapshot.state) this.#set({ state: step(this.#snapshot.state) });
    else this.#early.push(step);
  }

  #noticed(name: NoticeName, payload: unknown): void {
    for (const listener of this.#notices[name] ?? []) listener(payload as never);
  }

  #set(patch: Partial<LiveSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...patch };
    for (const listener of this.#listeners) listener();
  }
}
