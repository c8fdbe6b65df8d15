import { setTimeout as wait } from 'node:timers/promises';
import { MeasuredServer } from './child.ts';
import { percentile, sum } from './figures.ts';
import { productAudience, relayAudience, socketAudience } from './followers.ts';
import type { Audience } from './followers.ts';
import type { BenchRow } from './row.ts';

const ROUNDS = 250;
const WARM_UP = 50;
/** Below the rate at which the product takes a presenter's turns. */
const PACE_MS = 55;

const contenders = ['product', 'relay', 'sockets'] as const;
type Contender = (typeof contenders)[number];

interface Running {
  readonly server: MeasuredServer;
  readonly audience: Audience;
  readonly times: number[];
}

/** Page turns to 50 and 200 followers, durable, and the CPU of a delivery, beside bare servers in the same run. */
export async function benchFanout(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const followers of [50, 200]) rows.push(...await turnsTo(followers));
  rows.push(await benchMemory());
  return rows;
}

/** All servers stand at once and take turns, so that whatever else the machine does falls on each of them alike. */
async function turnsTo(followers: number): Promise<BenchRow[]> {
  const running: Partial<Record<Contender, Running>> = {};
  try {
    for (const name of contenders) running[name] = await open(name, followers);
    const { product, relay, sockets } = running as Record<Contender, Running>;
    const all = [product, relay, sockets];
    for (let page = 1; page <= WARM_UP; page += 1) await round(all, page);
    for (const { server, times } of all) {
      times.length = 0;
      await server.usage();
    }
    for (let page = WARM_UP + 1; page <= WARM_UP + ROUNDS; page += 1) await round(all, page);
    const cpu = async ({ server }: Running): Promise<number> => (await server.usage()).cpuMicros / (ROUNDS * followers);
    const cpuOfProduct = await cpu(product);
    const cpuOfSockets = await cpu(sockets);
    return [
      ...([['p50', 0.5], ['p95', 0.95], ['p99', 0.99]] as const).map(([name, share]): BenchRow => {
        const value = percentile(product.times, share);
        const baseline = percentile(relay.times, share);
        return {
          figure: `page turn to ${followers} followers, ${name}`, value, unit: 'ms', baseline, baselineName: 'bare Socket.IO + fdatasync',
          ...(name === 'p99' ? { gate: '<= 1.3 x', ok: value <= baseline * 1.3 } : {}),
        };
      }),
      {
        figure: `CPU per delivery, ${followers} followers`, value: cpuOfProduct, unit: 'us', baseline: cpuOfSockets,
        baselineName: 'bare ws', gate: '<= 1.6 x', ok: cpuOfProduct <= cpuOfSockets * 1.6,
      },
      { figure: `CPU per delivery of the bare relay, ${followers} followers`, value: await cpu(relay), unit: 'us', baseline: cpuOfSockets, baselineName: 'bare ws' },
    ];
  } finally {
    for (const one of Object.values(running)) {
      await one.audience.close();
      await one.server.stop();
    }
  }
}

async function open(name: Contender, followers: number): Promise<Running> {
  const server = await MeasuredServer.start(...programOf(name, followers + 1));
  return { server, audience: await audienceOf[name](server.port, followers), times: [] };
}

const audienceOf = { product: productAudience, relay: relayAudience, sockets: socketAudience } as const;

function programOf(name: Contender, participants: number): [string, ...string[]] {
  return name === 'product' ? ['live', String(participants)] : [name];
}

/** One turn of each, one after the other, in another order every time. */
async function round(all: readonly Running[], page: number): Promise<void> {
  const pause = wait(PACE_MS);
  for (let index = 0; index < all.length; index += 1) {
    const { audience, times } = all[(index + page) % all.length]!;
    times.push(...await audience.turn(page));
  }
  await pause;
}

/** Resident memory that 30 participants add, each: connections that follow pages, without media. */
async function benchMemory(): Promise<BenchRow> {
  const participants = 30;
  const grown = async (name: 'product' | 'relay'): Promise<number> => {
    const samples: number[] = [];
    for (let sample = 0; sample < 3; sample += 1) {
      const server = await MeasuredServer.start(...programOf(name, participants));
      const before = (await server.usage()).rssBytes;
      const audience = await audienceOf[name](server.port, participants - 1);
      for (let page = 1; page <= 20; page += 1) await Promise.all([audience.turn(page), wait(PACE_MS)]);
      const after = (await server.usage()).rssBytes;
      samples.push((after - before) / participants);
      await audience.close();
      await server.stop();
    }
    return sum(samples) / samples.length / 1024;
  };
  const baseline = await grown('relay');
  const value = await grown('product');
  return {
    figure: 'server memory per participant at 30, without media', value, unit: 'kB', baseline, baselineName: 'bare Socket.IO + fdatasync',
    gate: '<= baseline + 1 MB', ok: value <= baseline + 1024,
  };
}
