import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { z } from 'zod';
import { refuse } from '../../protocol/errors.ts';
import type { ErrorCode, Result } from '../../protocol/errors.ts';
import { limits } from '../../protocol/limits.ts';
import { holds } from '../../protocol/live/audience.ts';
import { commandId } from '../../protocol/fields.ts';
import { commandRow, isCommand, isRequest, isSignal, requestRow, signalRow } from '../../protocol/table.ts';
import type { ClientToServer, Done, SignalName } from '../../protocol/table.ts';
import type { Log } from '../log.ts';
import { failure } from '../refusal.ts';
import { authorise } from './authorise.ts';
import { Broadcast } from './broadcast.ts';
import { Connection, Connections } from './connection.ts';
import type { Bound, LiveServer } from './connection.ts';
import type { MediaSeats, RequestHandler, RequestHandlers } from './handlers.ts';
import type { LiveHost } from './host.ts';
import { joinHandler } from './join.ts';
import { parse } from './parse.ts';
import { Presence } from './presence.ts';
import { mayPass } from './signals.ts';
import { tellAll } from './tell.ts';

const commandFrame = z.strictObject({ id: commandId, name: z.string().max(64), payload: z.unknown() });
const frame = z.strictObject({ name: z.string().max(64), payload: z.unknown() });
const events: ReadonlySet<string> = new Set<keyof ClientToServer>(['command', 'request', 'signal']);
const handshakeAuth = z.object({ session: z.string().max(64) });

export interface GatewayOptions {
  readonly http: HttpServer;
  readonly host: LiveHost;
  readonly connections: Connections;
  readonly media: MediaSeats;
  readonly mediaRequests: Omit<RequestHandlers, 'session.join'>;
  /** Whether a page of this origin may connect: the handshake's own check, since CORS does not cover WebSockets. */
  readonly originAllowed: (headers: NodeJS.Dict<string | string[]>) => boolean;
  /** Finds the seat behind a cookie; undefined when nobody is signed in. Throws session.absent for who has none. */
  readonly seatOf: (cookie: string | undefined, session: string) => Promise<Bound | undefined>;
  /** Told of every acknowledgement, for the figures. */
  readonly answered?: (direction: 'command' | 'request', name: string, code: string, seconds: number) => void;
  readonly log: Log;
}

/** The live door: Socket.IO with one frame for each direction of the protocol table. */
export function openGateway(options: GatewayOptions): { readonly io: LiveServer; close(): Promise<void> } {
  const { http, host, connections, media, log } = options;
  const io: LiveServer = new Server(http, {
    serveClient: false, cookie: false, transports: ['websocket', 'polling'], perMessageDeflate: false, httpCompression: false,
    maxHttpBufferSize: limits.frameBytes, pingInterval: 2_000, pingTimeout: 5_000, connectTimeout: limits.joinTimeoutMs,
    allowRequest: (request, answer) => answer(null, options.originAllowed(request.headers)),
  });
  const broadcast = new Broadcast(connections);
  const presence = new Presence(connections, media);
  const requests: RequestHandlers = { ...options.mediaRequests, 'session.join': joinHandler(connections, presence, media) };
  host.onChange((live, change) => broadcast.changed(live, change));

  io.use(async (socket, next) => {
    const auth = handshakeAuth.safeParse(socket.handshake.auth);
    let refusal: ErrorCode | undefined;
    try {
      const bound = await options.seatOf(socket.handshake.headers.cookie, auth.success ? auth.data.session : '');
      if (bound) Object.assign(socket.data, bound);
      else refusal = 'identity.required';
    } catch (error) {
      refusal = failure(error).error.code;
    }
    next(refusal && handshakeError(refusal));
  });

  io.on('connection', (socket) => {
    const connection = new Connection(socket);
    connections.add(connection);
    // The sign-in may have ended while its session was being opened, before anybody could close this connection.
    guard(log, async () => {
      const stillBound = await options.seatOf(socket.handshake.headers.cookie, connection.session).catch(() => undefined);
      if (!stillBound) connection.end('identity.required');
    });
    const joinTimer = setTimeout(() => connection.stage === 'new' && socket.disconnect(true), limits.joinTimeoutMs);
    socket.on('error', (error) => log.warn({ code: 'socket.error', reason: error.message }, 'socket'));
    // A client names its frames as it likes, also as Socket.IO and Node name what they tell themselves ("error" above).
    socket.use(([event], next) => {
      if (events.has(event)) next();
      else pass(connection, 'control');
    });
    socket.on('disconnect', () => {
      clearTimeout(joinTimer);
      connections.remove(connection);
      guard(log, async () => presence.lost(await host.get(connection.session), connection));
    });
    socket.on('command', (data: unknown, ack: unknown) => answer(options, 'command', data, ack, () => onCommand(host, connection, data)));
    socket.on('request', (data: unknown, ack: unknown) => answer(options, 'request', data, ack, () => onRequest(host, connection, requests, data)));
    socket.on('signal', (data: unknown) => guard(log, () => onSignal(host, connections, connection, data)));
  });

  return {
    io,
    async close() {
      presence.stop();
      for (const connection of connections.all()) connection.end('server.stopping');
      await io.close();
    },
  };
}

async function onCommand(host: LiveHost, connection: Connection, data: unknown): Promise<Result<Done>> {
  const parsed = parse(commandFrame, data);
  if (!parsed.ok) return countBad(connection, parsed);
  const { id, name, payload } = parsed.value;
  if (!isCommand(name)) return countBad(connection, refuse('name.unknown', name));
  if (!pass(connection, commandRow(name).rate)) return refuse('rate.limited');
  if (connection.stage === 'new') return refuse('lobby.waiting');
  return (await host.get(connection.session)).run(connection.participant, id, name, payload);
}

async function onRequest(host: LiveHost, connection: Connection, handlers: RequestHandlers, data: unknown): Promise<Result<unknown>> {
  const parsed = parse(frame, data);
  if (!parsed.ok) return countBad(connection, parsed);
  const { name } = parsed.value;
  if (!isRequest(name)) return countBad(connection, refuse('name.unknown', name));
  const row = requestRow(name);
  if (!pass(connection, row.rate)) return refuse('rate.limited');
  if (connection.stage === 'new' && name !== 'session.join') return refuse('lobby.waiting');
  const payload = parse(row.payload, parsed.value.payload);
  if (!payload.ok) return countBad(connection, payload);
  const live = await host.get(connection.session);
  const actor = authorise(live.state, connection.participant, row);
  if (!actor.ok) return actor;
  // The table pairs the schema that parsed the payload with its handler; a name known at run time hides that from TypeScript.
  return (handlers[name] as RequestHandler<typeof name>)(live, connection, payload.value as never);
}

async function onSignal(host: LiveHost, connections: Connections, connection: Connection, data: unknown): Promise<void> {
  const parsed = parse(frame, data);
  if (!parsed.ok || !isSignal(parsed.value.name)) return void countBad(connection, refuse('payload.invalid'));
  const name: SignalName = parsed.value.name;
  const row = signalRow(name);
  if (!pass(connection, row.rate) || connection.stage !== 'seated') return;
  const payload = parse(row.payload, parsed.value.payload);
  if (!payload.ok) return void countBad(connection, payload);
  const { state } = await host.get(connection.session);
  const actor = authorise(state, connection.participant, row);
  // The table pairs name and payload; a name known at run time hides that from TypeScript.
  if (!actor.ok || !mayPass(name, state, actor.value, payload.value as never)) return;
  const room = actor.value.room;
  const others: Connection[] = [];
  for (const other of connections.of(connection.session)) {
    const one = state.participants[other.participant];
    if (other !== connection && other.stage === 'seated' && one?.presence === 'in' && (one.room === room || row.anywhere === true) && (row.to === undefined || holds(state, one, row.to))) others.push(other);
  }
  tellAll(others, 'signal', { name, from: connection.participant, payload: payload.value } as never, { volatile: true });
}

function pass(connection: Connection, rate: Parameters<Connection['rate']['take']>[0]): boolean {
  const passes = connection.rate.take(rate, Date.now());
  if (!passes && connection.rate.floods) connection.end('rate.limited');
  return passes;
}

/** A frame that no client of ours sends counts against the sender as a press of a button does. */
function countBad<R extends Result<never>>(connection: Connection, refusal: R): R {
  pass(connection, 'control');
  return refusal;
}

/** Runs a handler so that nothing it throws can leave the socket layer, and acknowledges if there is anything to call. */
function answer(
  { log, answered }: GatewayOptions, direction: 'command' | 'request', data: unknown, ack: unknown, work: () => Promise<Result<unknown>>,
): void {
  const since = performance.now();
  guard(log, async () => {
    const result = await work().catch((error: unknown) => {
      const refusal = failure(error);
      if (refusal.error.code === 'server.fault') log.error({ err: error }, 'a handler failed');
      return refusal;
    });
    answered?.(direction, knownName(data), result.ok ? 'ok' : result.error.code, (performance.now() - since) / 1000);
    if (typeof ack === 'function') ack(result);
  });
}

/** A name of the table; what else was sent stays out of the figures. */
function knownName(data: unknown): string {
  const name = typeof data === 'object' && data !== null && 'name' in data && typeof data.name === 'string' ? data.name : '';
  return isCommand(name) || isRequest(name) ? name : 'unknown';
}

function guard(log: Log, work: () => Promise<void>): void {
  work().catch((error: unknown) => {
    if (failure(error).error.code === 'server.fault') log.error({ err: error }, 'a handler failed');
  });
}

function handshakeError(code: ErrorCode): Error & { data: { code: string } } {
  return Object.assign(new Error(code), { data: { code } });
}
