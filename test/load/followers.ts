import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { WebSocket } from 'ws';
import { limits } from '../../protocol/limits.ts';

/** One presenter and its followers on a measured server, of whichever make. */
export interface Audience {
  /** Turns to a page; resolves when every follower has it, with the milliseconds each needed since the turn was asked for. */
  turn(page: number): Promise<number[]>;
  close(): Promise<void>;
}

/** Collects "page n reached follower i" until all have it. */
class Arrivals {
  readonly #expected: number;
  #page = 0;
  #startedAt = 0;
  #times: number[] = [];
  #done: (times: number[]) => void = () => {};

  constructor(expected: number) {
    this.#expected = expected;
  }

  expect(page: number): Promise<number[]> {
    this.#page = page;
    this.#times = [];
    this.#startedAt = performance.now();
    return new Promise((resolve) => {
      this.#done = resolve;
    });
  }

  arrived(page: number): void {
    if (page !== this.#page) return;
    this.#times.push(performance.now() - this.#startedAt);
    if (this.#times.length === this.#expected) this.#done(this.#times);
  }
}

export async function productAudience(port: number, followers: number): Promise<Audience> {
  const arrivals = new Arrivals(followers);
  const sockets = await connectAll(followers + 1, (index) => io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'], forceNew: true, auth: { session: 'bench' }, extraHeaders: { cookie: `seat=p${index}` },
  }));
  for (const socket of sockets) {
    await socket.emitWithAck('request', {
      name: 'session.join', payload: { protocol: limits.protocolVersion, instance: randomUUID(), media: false, knock: true },
    });
  }
  const [presenter, ...others] = sockets;
  for (const socket of others) {
    socket.on('notice', ({ name, payload }: { name: string; payload: { events: { type: string; data: { page: number } }[] } }) => {
      if (name !== 'state.events') return;
      for (const event of payload.events) if (event.type === 'stage.page') arrivals.arrived(event.data.page);
    });
  }
  const command = async (name: string, payload: unknown): Promise<void> => {
    const answer = await presenter!.emitWithAck('command', { id: randomUUID(), name, payload }) as { ok: boolean };
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  };
  await command('stage.present', { deck: 'deck', page: 500 });
  return {
    async turn(page) {
      const reached = arrivals.expect(page);
      const [times] = await Promise.all([reached, command('stage.page', { page })]);
      return times;
    },
    close: async () => disconnect(sockets),
  };
}

export async function relayAudience(port: number, followers: number): Promise<Audience> {
  const arrivals = new Arrivals(followers);
  const sockets = await connectAll(followers + 1, () => io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true }));
  const [presenter, ...others] = sockets;
  for (const socket of others) socket.on('turned', ({ page }: { page: number }) => arrivals.arrived(page));
  return {
    async turn(page) {
      const reached = arrivals.expect(page);
      const [times] = await Promise.all([reached, presenter!.emitWithAck('turn', turnOf(page))]);
      return times;
    },
    close: async () => disconnect(sockets),
  };
}

export async function socketAudience(port: number, followers: number): Promise<Audience> {
  const arrivals = new Arrivals(followers);
  const sockets = await Promise.all(Array.from({ length: followers + 1 }, () => new Promise<WebSocket>((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false });
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  })));
  const [presenter, ...others] = sockets;
  for (const socket of others) socket.on('message', (data) => arrivals.arrived((JSON.parse(String(data)) as { page: number }).page));
  return {
    turn(page) {
      const reached = arrivals.expect(page);
      presenter!.send(JSON.stringify(turnOf(page)));
      return reached;
    },
    async close() {
      for (const socket of sockets) socket.close();
    },
  };
}

/** As large as the product's own event, so that the baselines carry the same bytes. */
function turnOf(page: number): object {
  return {
    seq: page, at: Date.now(), actor: 'p0', room: 'floor', audience: { room: 'floor' }, type: 'stage.page', data: { page }, page, command: randomUUID(),
  };
}

async function connectAll(count: number, open: (index: number) => Socket): Promise<Socket[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => new Promise<Socket>((resolve, reject) => {
    const socket = open(index);
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  })));
}

function disconnect(sockets: readonly Socket[]): void {
  for (const socket of sockets) socket.disconnect();
}
