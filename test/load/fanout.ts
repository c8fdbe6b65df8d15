import { setTimeout as wait } from 'node:timers/promises';
import { MeasuredServer } from './child.ts';
import { percentile, sum } from './figures.ts';
import { productAudience, relayAudience, socketAudience } from './followers.ts';
import type { Audience } from './followers.ts';
import type { BenchRow } from './row.ts';

const TURNS = 200;
const WARM_UP = 20;
/** Below the rate at which the product takes a presenter's turns. */
const PACE_MS = 55;

interface Taken {
  readonly times: readonly number[];
  readonly cpuMicrosPerDelivery: number;
}

/** Page turns to 50 and 200 followers, durable, and the CPU of a delivery, beside bare servers in the same run. */
export async function benchFanout(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const followers of [50, 200]) {
    const relay = await take('relay', [], followers, relayAudience);
    const product = await take('live', [String(followers + 1)], followers, productAudience);
    const sockets = await take('sockets', [], followers, socketAudience);
    for (const [name, share] of [['p50', 0.5], ['p95', 0.95], ['p99', 0.99]] as const) {
      const value = percentile(product.times, share);
      const baseline = percentile(relay.times, share);
      rows.push({
        figure: `page turn to ${followers} followers, ${name}`, value, unit: 'ms', baseline, baselineName: 'bare Socket.IO + fsync',
        ...(name === 'p99' ? { gate: '<= 1.3 x', ok: value <= baseline * 1.3 } : {}),
      });
    }
    rows.push({
      figure: `CPU per delivery, ${followers} followers`, value: product.cpuMicrosPerDelivery, unit: 'us', baseline: sockets.cpuMicrosPerDelivery,
      baselineName: 'bare ws', gate: '<= 1.6 x', ok: product.cpuMicrosPerDelivery <= sockets.cpuMicrosPerDelivery * 1.6,
    });
  }
  rows.push(await benchMemory());
  return rows;
}

async function take(
  program: string, parameters: string[], followers: number, open: (port: number, followers: number) => Promise<Audience>,
): Promise<Taken> {
  const server = await MeasuredServer.start(program, ...parameters);
  try {
    const audience = await open(server.port, followers);
    for (let page = 1; page <= WARM_UP; page += 1) await paced(audience.turn(page));
    await server.usage();
    const times: number[] = [];
    for (let page = WARM_UP + 1; page <= WARM_UP + TURNS; page += 1) times.push(...await paced(audience.turn(page)));
    const { cpuMicros } = await server.usage();
    await audience.close();
    return { times, cpuMicrosPerDelivery: cpuMicros / (TURNS * followers) };
  } finally {
    await server.stop();
  }
}

async function paced<T>(work: Promise<T>): Promise<T> {
  const [result] = await Promise.all([work, wait(PACE_MS)]);
  return result;
}

/** Resident memory that 30 participants add, each. */
async function benchMemory(): Promise<BenchRow> {
  const participants = 30;
  const grown = async (program: string, parameters: string[], open: (port: number, followers: number) => Promise<Audience>): Promise<number> => {
    const samples: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const server = await MeasuredServer.start(program, ...parameters);
      const before = (await server.usage()).rssBytes;
      const audience = await open(server.port, participants - 1);
      for (let page = 1; page <= 20; page += 1) await paced(audience.turn(page));
      const after = (await server.usage()).rssBytes;
      samples.push((after - before) / participants);
      await audience.close();
      await server.stop();
    }
    return sum(samples) / samples.length / 1024;
  };
  const baseline = await grown('relay', [], relayAudience);
  const value = await grown('live', [String(participants)], productAudience);
  return {
    figure: 'server memory per participant at 30', value, unit: 'kB', baseline, baselineName: 'bare Socket.IO + fsync', gate: '<= baseline + 1 MB',
    ok: value <= baseline + 1024,
  };
}
