import { createServer } from 'node:http';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { ServerToClient } from '../../../protocol/table.ts';
import { Connection } from '../../../server/live/connection.ts';
import type { LiveServer } from '../../../server/live/connection.ts';
import { tellAll } from '../../../server/live/tell.ts';

type Frame = Parameters<ServerToClient['notice']>[0];

let http: HttpServer;
let server: LiveServer;
const connections: Connection[] = [];
const closing: (() => void)[] = [];

beforeEach(async () => {
  http = createServer();
  server = new Server(http, { serveClient: false, perMessageDeflate: false, transports: ['websocket', 'polling'] });
  server.on('connection', (socket) => connections.push(new Connection(socket)));
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
});
afterEach(async () => {
  for (const close of closing.splice(0)) close();
  connections.length = 0;
  await server.close();
});

const address = (): string => `127.0.0.1:${(http.address() as AddressInfo).port}`;

/** Numbered, and with letters of one, two, three and four bytes. */
function frame(n: number, length = 0): Frame {
  return { name: 'session.gone', payload: { code: `${n} e é 港 😀 "\\ ${'x'.repeat(length)}` } };
}

/** Collects what comes, until a frame says that it was the last. */
class Listener {
  readonly frames: Frame[] = [];
  readonly done: Promise<void>;
  #resolve: () => void = () => {};

  constructor() {
    this.done = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  readonly take = (one: Frame): void => {
    if ((one.payload as { code: string }).code === 'last') this.#resolve();
    else this.frames.push(one);
  };

  get numbers(): number[] {
    return this.frames.map((one) => Number.parseInt((one.payload as { code: string }).code, 10));
  }
}

async function browser(transports: string[], event: 'notice' | 'signal' = 'notice'): Promise<Listener & { socket?: Socket }> {
  const socket = io(`http://${address()}`, { transports, reconnection: false, forceNew: true });
  const listener = Object.assign(new Listener(), { socket });
  socket.on(event, listener.take);
  closing.push(() => socket.close());
  const known = connections.length;
  await new Promise<void>((resolve) => {
    socket.on('connect', resolve);
  });
  await expect.poll(() => connections.length).toBe(known + 1);
  return listener;
}

/** A line that its page does not read from until it is told to. */
async function stalled(): Promise<Listener & { resume(): void }> {
  const socket = new WebSocket(`ws://${address()}/socket.io/?EIO=4&transport=websocket`, { perMessageDeflate: false });
  closing.push(() => socket.terminate());
  const listener = new Listener();
  const known = connections.length;
  socket.on('message', (data) => {
    const text = String(data);
    if (text.startsWith('0')) socket.send('40');
    if (text.startsWith('42')) listener.take((JSON.parse(text.slice(2)) as [string, Frame])[1]);
  });
  await expect.poll(() => connections.length).toBe(known + 1);
  socket.pause();
  return Object.assign(listener, { resume: () => socket.resume() });
}

const COUNT = 600;
const expected = (): Frame[] => Array.from({ length: COUNT }, (_, n) => frame(n, sizeOf(n)));
/** Some larger than a socket's buffer takes at once. */
function sizeOf(n: number): number {
  return n % 50 === 0 ? 300_000 : n % 7 * 900;
}

test('every line has all frames, whole and in order: told to all and told to one, fast, stalled, polling and upgraded', async () => {
  const listeners = [await browser(['websocket']), await browser(['polling']), await browser(['polling', 'websocket']), await stalled()];
  let sawWaiting = false;
  for (let n = 0; n < COUNT; n += 1) {
    if (n % 3 === 0) for (const connection of connections) connection.notify('session.gone', frame(n, sizeOf(n)).payload as { code: string });
    else tellAll(connections, 'notice', frame(n, sizeOf(n)));
    sawWaiting ||= !connections[3]!.socket.conn.transport.writable;
    // Now and then the loop turns, so that lines become writable again between two calls.
    if (n % 5 === 4) await new Promise((resolve) => setImmediate(resolve));
  }
  tellAll(connections, 'notice', { name: 'session.gone', payload: { code: 'last' } });
  expect(sawWaiting).toBe(true);
  (listeners[3] as Awaited<ReturnType<typeof stalled>>).resume();
  await Promise.all(listeners.map((listener) => listener.done));
  for (const listener of listeners) expect(listener.frames).toEqual(expected());
  expect(connections.map((connection) => connection.socket.conn.transport.name)).toEqual(['websocket', 'polling', 'websocket', 'websocket']);
});

test('what is volatile goes past a stalled line and piles nothing up', async () => {
  const fast = await browser(['websocket'], 'signal');
  const slow = await stalled();
  const signal = (n: number) => ({ name: 'reaction.sent', from: 'x', payload: frame(n, 60_000).payload }) as never;
  for (let n = 0; n < 300; n += 1) {
    tellAll(connections, 'signal', signal(n), { volatile: true });
    await new Promise((resolve) => setImmediate(resolve));
  }
  const held = (connections[1]!.socket.conn.request as { websocket?: WebSocket }).websocket!.bufferedAmount;
  expect(held).toBeLessThan(200_000);
  tellAll(connections, 'notice', { name: 'session.gone', payload: { code: 'last' } });
  slow.resume();
  await slow.done;
  expect(slow.frames.length).toBeLessThan(300);
  expect(slow.numbers).toEqual(slow.numbers.toSorted((a, b) => a - b));
  await expect.poll(() => fast.numbers.at(-1)).toBe(299);
});

test('a line that is closing is passed over', async () => {
  const one = await browser(['websocket']);
  const two = await browser(['websocket']);
  connections[0]!.end('session.ended');
  tellAll(connections, 'notice', frame(1));
  tellAll(connections, 'notice', { name: 'session.gone', payload: { code: 'last' } });
  await two.done;
  expect(two.numbers).toEqual([1]);
  await expect.poll(() => one.socket?.connected).toBe(false);
  expect(one.frames).toEqual([{ name: 'session.gone', payload: { code: 'session.ended' } }]);
});
