import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { refuse, RefusalError } from '../../protocol/errors.ts';
import type { ErrorCode, Result } from '../../protocol/errors.ts';
import { limits } from '../../protocol/limits.ts';
import '../../protocol/parts.ts';
import { initialState, reduce } from '../../protocol/live/state.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import type { JoinReply } from '../../protocol/requests/table.ts';
import type {
  ClientToServer, CommandInput, CommandName, Done, NoticeName, NoticePayload, RequestInput, RequestName, RequestReply, ServerToClient,
  SignalName, SignalPayload,
} from '../../protocol/table.ts';

export type Notice = { [N in NoticeName]: { readonly name: N; readonly payload: NoticePayload<N> } }[NoticeName];
export type Signal = { [N in SignalName]: { readonly name: N; readonly from: string; readonly payload: SignalPayload<N> } }[SignalName];

export interface ConnectOptions {
  /** The opened page; another one for another page. */
  readonly instance?: string;
  /** false: stay before the door. Default true. */
  readonly knock?: boolean;
  readonly media?: boolean;
  /** What the client held before, when it comes back. */
  readonly since?: { readonly state: SessionState; readonly scope: string };
  readonly headers?: Readonly<Record<string, string>>;
}

const ACK_MS = 10_000;
const WAIT_MS = 15_000;

/** One connection as the protocol has it, with the state that follows from what came down. */
export class LiveTestClient {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  readonly instance: string;
  /** Everything that came down, in order. */
  readonly notices: Notice[] = [];
  readonly signals: Signal[] = [];
  state: SessionState = initialState();
  scope = '';
  you = '';
  /** The answer to the join. */
  joined: JoinReply | undefined;
  readonly #waiting = new Set<() => void>();

  constructor(url: string, cookie: string | undefined, session: string, { instance = randomUUID(), headers = {} }: ConnectOptions = {}) {
    this.instance = instance;
    this.socket = io(url, {
      auth: { session }, transports: ['websocket'], reconnection: false, forceNew: true, autoConnect: false,
      extraHeaders: { Origin: new URL(url).origin, ...(cookie === undefined ? {} : { Cookie: cookie }), ...headers },
      rejectUnauthorized: false,
    });
    this.socket.on('notice', (notice) => this.#noticed(notice as Notice));
    this.socket.on('signal', (signal) => {
      this.signals.push(signal as Signal);
      this.#wake();
    });
    this.socket.on('disconnect', () => this.#wake());
  }

  /** Rejects with the code by which the handshake was refused. */
  connect(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.socket.once('connect', resolve);
      this.socket.once('connect_error', (error) => reject(handshakeRefusal(error)));
      this.socket.connect();
    });
  }

  async join({ knock = true, media = false, since }: ConnectOptions = {}): Promise<Result<JoinReply>> {
    const joined = await this.request('session.join', {
      protocol: limits.protocolVersion, instance: this.instance, media, knock,
      ...(since ? { since: since.state.seq, scope: since.scope } : {}),
    });
    if (!joined.ok) return joined;
    this.joined = joined.value;
    this.you = joined.value.you;
    this.scope = joined.value.scope;
    this.state = joined.value.events.reduce(reduce, joined.value.snapshot ?? since?.state ?? initialState());
    this.#wake();
    return joined;
  }

  command<N extends CommandName>(name: N, payload: CommandInput<N>, id: string = randomUUID()): Promise<Result<Done>> {
    return this.#acknowledged((ack) => this.socket.emit('command', { id, name, payload }, ack));
  }

  request<N extends RequestName>(name: N, payload: RequestInput<N>): Promise<Result<RequestReply<N>>> {
    return this.#acknowledged((ack) => this.socket.emit('request', { name, payload }, ack as (result: Result<unknown>) => void));
  }

  signal<N extends SignalName>(name: N, payload: SignalPayload<N>): void {
    this.socket.emit('signal', { name, payload });
  }

  /** The command's last event, where a refusal would be a mistake of the test. */
  async must<N extends CommandName>(name: N, payload: CommandInput<N>): Promise<number> {
    const done = await this.command(name, payload);
    if (!done.ok) throw new RefusalError(done.error.code, done.error.detail);
    return done.value.seq;
  }

  /** Waits for what comes down to make this true. `what` names it when it does not come. */
  until(condition: (client: this) => boolean, what = condition.toString()): Promise<void> {
    if (condition(this)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const check = (): void => {
        if (!condition(this)) return;
        this.#waiting.delete(check);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(check);
        reject(new Error(`waited in vain for: ${what}; last notices: ${this.notices.slice(-5).map((one) => one.name).join(', ')}`));
      }, WAIT_MS);
      this.#waiting.add(check);
    });
  }

  /** Waits until everything up to this event has come down; `seq` as a command answers it. */
  untilSeq(seq: number): Promise<void> {
    return this.until(() => this.state.seq >= seq, `event ${seq}, holding ${this.state.seq}`);
  }

  /** Why the server ended the connection, once it has. */
  async gone(): Promise<string> {
    await this.until(() => this.notices.some((one) => one.name === 'session.gone'), 'session.gone');
    const notice = this.notices.findLast((one) => one.name === 'session.gone')!;
    return (notice.payload as NoticePayload<'session.gone'>).code;
  }

  async closed(): Promise<void> {
    await this.until(() => !this.socket.connected, 'the end of the connection');
  }

  close(): void {
    this.socket.disconnect();
  }

  #acknowledged<T>(send: (ack: (result: Result<T>) => void) => void): Promise<Result<T>> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(refuse('server.fault', 'no acknowledgement')), ACK_MS);
      send((result) => {
        clearTimeout(timer);
        resolve(result);
      });
    });
  }

  #noticed(notice: Notice): void {
    this.notices.push(notice);
    if (notice.name === 'state.events') this.state = notice.payload.events.reduce(reduce, this.state);
    if (notice.name === 'state.sight') {
      const { events, slices, scope } = notice.payload;
      this.state = { ...events.reduce(reduce, this.state), ...slices };
      this.scope = scope;
    }
    if (notice.name === 'state.snapshot') {
      this.state = notice.payload.state;
      this.scope = notice.payload.scope;
    }
    this.#wake();
  }

  #wake(): void {
    for (const check of this.#waiting) check();
  }
}

function handshakeRefusal(error: Error): Error {
  const code = 'data' in error && typeof error.data === 'object' && error.data !== null && 'code' in error.data ? error.data.code : undefined;
  return typeof code === 'string' ? new RefusalError(code as ErrorCode) : error;
}
