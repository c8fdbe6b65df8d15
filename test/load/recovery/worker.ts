import { TestBrowser } from '../../harness/browser.ts';
import { ProcessServer } from '../../harness/processServer.ts';
import type { BenchRow } from '../row.ts';
import { between, flowing, framesOf, resumed } from './frames.ts';
import { enter, pause } from './room.ts';
import { line } from './samples.ts';

/** How long is looked before and after. */
const WINDOW_MS = 5_000;
const names = ['Ana Keller', 'Ben Okafor', 'Cai Lin'];
const others = ['Dana Roth', 'Emil Sand'];

interface Crash {
  /** Until every page of the room that was hit saw everybody again, ms. */
  readonly back: number;
  /** Pictures that the other room had fewer in the seconds after than in those before. */
  readonly missing: number;
  /** The longest pause between two pictures in the other room, ms. */
  readonly pause: number;
}

/** R4: a worker is killed under a room of three while another room runs on the other worker. */
export async function workerCrash(runs: number): Promise<BenchRow[]> {
  const crashes: Crash[] = [];
  for (let run = 0; run < runs; run += 1) {
    crashes.push(await crash());
    console.error(`worker: run ${run + 1} of ${runs}`, crashes.at(-1));
  }
  return [
    ...line('R4 worker killed: everybody sees everybody again', crashes.map((one) => one.back), 'ms', '<= 3000', (p95) => p95 <= 3_000),
    ...line('R4 the other room: pictures missing', crashes.map((one) => one.missing), 'frames', '<= 2', (p95) => p95 <= 2),
    ...line('R4 the other room: longest pause between pictures', crashes.map((one) => one.pause), 'ms', 'none', () => true),
  ];
}

/** A server of its own for each: several deaths within a minute make the next start wait, on purpose. */
async function crash(): Promise<Crash> {
  const house = await ProcessServer.start({ MEDIA_WORKERS: '2' });
  const browser = await TestBrowser.launch(house.server.url);
  try {
    const { server, pid } = house;
    const people = await Promise.all([...names, ...others].map((name) => server.person(name)));
    const hit = await server.session(people[0]!, people.slice(1, 3).map((one) => [one, 'speaker'] as const), { lobby: false });
    const spared = await server.session(people[3]!, [[people[4]!, 'speaker']], { lobby: false });
    const workers = async () => (await server.api().call('health')).workers;
    const pages = [];
    for (const person of people.slice(0, 3)) pages.push(await enter(browser, person, hit));
    const victim = (await workers()).find((one) => one.sessions === 1)!.pid;
    const otherPages = [];
    for (const person of people.slice(3)) otherPages.push(await enter(browser, person, spared));
    if ((await workers()).some((one) => one.sessions !== 1)) throw new Error('the rooms are not on two workers');
    const before = Date.now();
    await Promise.all(pages.map((page, index) => flowing(page, names.filter((_name, one) => one !== index), before)));
    await Promise.all(otherPages.map((page, index) => flowing(page, [others[1 - index]!], before)));
    await pause(WINDOW_MS);

    const at = Date.now();
    process.kill(victim, 'SIGKILL');
    await Promise.all(pages.map((page, index) => flowing(page, names.filter((_name, one) => one !== index), at + 300)));
    await pause(WINDOW_MS);
    const back: number[] = [];
    for (const [index, page] of pages.entries()) {
      for (const name of names.filter((_name, one) => one !== index)) back.push(resumed(await framesOf(page, name), at, at + 1_000));
    }
    const missing: number[] = [];
    const pauses: number[] = [];
    for (const [index, page] of otherPages.entries()) {
      const frames = await framesOf(page, others[1 - index]!);
      missing.push(between(frames, at - WINDOW_MS, at) - between(frames, at, at + WINDOW_MS));
      const around = frames.filter((one) => one > at - 100 && one < at + WINDOW_MS);
      pauses.push(Math.max(...around.slice(1).map((one, step) => one - around[step]!)));
    }
    if (house.pid !== pid) throw new Error('the server is another process');
    return { back: Math.max(...back), missing: Math.max(...missing), pause: Math.max(...pauses) };
  } finally {
    await browser.close();
    await house.close();
  }
}
