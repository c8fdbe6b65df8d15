import type { TestBrowser } from '../../harness/browser.ts';
import { ProcessServer } from '../../harness/processServer.ts';
import type { BenchRow } from '../row.ts';
import { firstAfter, flowing, framesOf } from './frames.ts';
import { Network } from './network.ts';
import { enter, pause } from './room.ts';
import { line } from './samples.ts';

/** How long the network is gone, and how soon after it pictures have to move again, ms. */
const blackouts = [{ forMs: 5_000, mostMs: 1_000 }, { forMs: 15_000, mostMs: 1_500 }, { forMs: 45_000, mostMs: 4_000 }];
/** The page has to say so by then. */
const TOLD_MS = 6_000;

interface Blackout {
  readonly incoming: number;
  readonly outgoing: number;
  /** From the cut until the page says "connection lost"; NaN when it did not. */
  readonly told: number;
  /** Tiles that are there twice, or whose picture stands still. */
  readonly wrong: number;
}

/** R6: the network of one browser is gone for a while, in the kernel; another one, elsewhere, looks on. */
export async function networkBlackout(runs: number): Promise<BenchRow[]> {
  const network = await Network.open();
  try {
    return await measure(network, runs);
  } finally {
    await network.close();
  }
}

async function measure(network: Network, runs: number): Promise<BenchRow[]> {
  const house = await ProcessServer.start({ HOST: network.host, MEDIA_ADDRESS: network.host });
  const secure = [`--unsafely-treat-insecure-origin-as-secure=${house.server.url}`];
  const inside = await launch(house.server.url, secure, network.chromium);
  const outside = await launch(house.server.url, secure);
  try {
    const { server } = house;
    const [ana, ben] = [await server.person('Ana Keller'), await server.person('Ben Okafor')];
    const session = await server.session(ana, [[ben, 'speaker']], { lobby: false });
    const witness = await enter(outside, ana, session);
    const cut = await enter(inside, ben, session);
    const rows: BenchRow[] = [];
    for (const { forMs, mostMs } of blackouts) {
      const seen: Blackout[] = [];
      for (let run = 0; run < runs; run += 1) {
        await Promise.all([flowing(cut, ['Ana Keller'], Date.now()), flowing(witness, ['Ben Okafor'], Date.now())]);
        const from = Date.now();
        await network.cut();
        await pause(forMs);
        await network.mend();
        const to = Date.now();
        await Promise.all([flowing(cut, ['Ana Keller'], to), flowing(witness, ['Ben Okafor'], to)]);
        const lost = await cut.evaluate((since) => window.seen.lost.find((at) => at > since), from);
        const tiles = await Promise.all([cut, witness].map((page) => page.locator('li[data-participant]').count()));
        const videos = await Promise.all([cut, witness].map((page) => page.locator('li[data-participant] video').count()));
        seen.push({
          incoming: firstAfter(await framesOf(cut, 'Ana Keller'), to), outgoing: firstAfter(await framesOf(witness, 'Ben Okafor'), to),
          told: (lost ?? Number.NaN) - from, wrong: [...tiles, ...videos].reduce((sum, count) => sum + Math.abs(count - 2), 0),
        });
        console.error(`blackout of ${forMs / 1000} s: run ${run + 1} of ${runs}`, seen.at(-1));
      }
      const gate = `<= ${mostMs}`;
      rows.push(
        ...line(`R6 ${forMs / 1000} s without network: pictures come again`, seen.map((one) => one.incoming), 'ms', gate, (p95) => p95 <= mostMs),
        ...line(`R6 ${forMs / 1000} s without network: others see one again`, seen.map((one) => one.outgoing), 'ms', gate, (p95) => p95 <= mostMs),
        ...line(`R6 ${forMs / 1000} s without network: the page says so`, seen.map((one) => one.told), 'ms', `<= ${TOLD_MS}`, (p95) => p95 <= TOLD_MS),
        { figure: `R6 ${forMs / 1000} s without network: tiles twice or standing still`, value: Math.max(...seen.map((one) => one.wrong)), unit: '', gate: '0', ok: seen.every((one) => one.wrong === 0) },
      );
    }
    return rows;
  } finally {
    await Promise.all([inside.close(), outside.close()]);
    await house.close();
  }
}

/** The harness takes its Chromium from the environment when it is loaded, so each kind of browser loads it anew. */
async function launch(url: string, flags: readonly string[], program?: string): Promise<TestBrowser> {
  const before = process.env['CHROMIUM_BIN'];
  if (program !== undefined) process.env['CHROMIUM_BIN'] = program;
  const { TestBrowser: Kind } = await import(`../../harness/browser.ts?${program === undefined ? 'usual' : 'inside'}`) as typeof import('../../harness/browser.ts');
  if (before === undefined) delete process.env['CHROMIUM_BIN'];
  else process.env['CHROMIUM_BIN'] = before;
  return Kind.launch(url, flags);
}
