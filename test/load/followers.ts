import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { limits } from '../../protocol/limits.ts';
import { LeanClient } from './leanClient.ts';

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
  const clients = await Promise.all(Array.from({ length: followers + 1 }, (_, index) =>
    LeanClient.open(port, { session: 'bench' }, `seat=p${index}`)));
  for (const client of clients) {
    await client.ask('request', {
      name: 'session.join', payload: { protocol: limits.protocolVersion, instance: randomUUID(), media: false, knock: true },
    });
  }
  const [presenter, ...others] = clients;
  for (const client of others) {
    client.onEvent = (event, data) => {
      const { name, payload } = data as { name: string; payload: { events: { type: string; data: { page: number } }[] } };
      if (event !== 'notice' || name !== 'state.events') return;
      for (const one of payload.events) if (one.type === 'stage.page') arrivals.arrived(one.data.page);
    };
  }
  const command = async (name: string, payload: unknown): Promise<void> => {
    const answer = await presenter!.ask('command', { id: randomUUID(), name, payload }) as { ok: boolean };
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  };
  await command('stage.present', { deck: 'deck', page: 500 });
  return {
    async turn(page) {
      const reached = arrivals.expect(page);
      const [times] = await Promise.all([reached, command('stage.page', { page })]);
      return times;
    },
    close: async () => closeAll(clients),
  };
}

export async function relayAudience(port: number, followers: number): Promise<Audience> {
  const arrivals = new Arrivals(followers);
  const clients = await Promise.all(Array.from({ length: followers + 1 }, () => LeanClient.open(port)));
  const [presenter, ...others] = clients;
  for (const client of others) client.onEvent = (_event, data) => arrivals.arrived((data as { page: number }).page);
  return {
    async turn(page) {
      const reached = arrivals.expect(page);
      const [times] = await Promise.all([reached, presenter!.ask('turn', turnOf(page))]);
      return times;
    },
    close: async () => closeAll(clients),
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

function closeAll(clients: readonly LeanClient[]): void {
  for (const client of clients) client.close();
}
