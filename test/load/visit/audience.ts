import type { Page } from 'playwright-core';
import { goIn, ready } from '../../browser/media-page/scene.ts';
import { buildMediaPage } from '../../browser/media-page/serve.ts';
import { TestBrowser } from '../../harness/browser.ts';
import { ProcessServer } from '../../harness/processServer.ts';
import type { TestPerson } from '../../harness/server.ts';
import { percentile } from '../figures.ts';
import { cpuOf } from '../processes.ts';
import type { BenchRow } from '../row.ts';

const OBSERVERS = 20;
const ARRIVALS = 5;
const SETTLE_MS = 4_000;
const MEASURE_MS = 15_000;
/** A small view: twenty pages decode it on the same machine, and what they take is not there for the server. */
const WIDTH_PX = 320;

interface Figures {
  /** Of one core, per cent: the server and its media worker. */
  readonly cpu: number;
  readonly firstPicture: number;
}

/**
 * One field camera before twenty observers, whose pages receive and show its picture and nothing else; beside a plain session of the
 * same people with the same camera in the same run, which is what the foundation does without a visit.
 */
export async function benchAudience(): Promise<BenchRow[]> {
  const running = await ProcessServer.start();
  const browser = await TestBrowser.launch(running.server.url);
  try {
    const { server } = running;
    const partner = await server.administration('Customs of the South', 'SN');
    const [lead, camera] = [await server.person('Ana Lead'), await server.person('Ben Camera')];
    const observers: TestPerson[] = [];
    for (let count = 0; count < OBSERVERS; count += 1) observers.push(await server.person(`Observer ${String.fromCharCode(65 + count)}`, { administration: partner }));
    const servePage = await buildMediaPage();
    const open = async (person: TestPerson, session: string): Promise<Page> => {
      const { context, page } = await browser.person({ cookie: person.cookie });
      await servePage(context);
      await page.goto(`/media-page/?session=${session}`);
      await ready(page);
      return page;
    };
    const measure = async (kind: 'plain' | 'observation'): Promise<Figures> => {
      const roles = kind === 'plain' ? ['speaker', 'attendee'] as const : ['fieldCamera', 'observer'] as const;
      const seats = [[camera, roles[0]], ...observers.map((one) => [one, roles[1]] as const)] as const;
      const session = await server.session(lead, seats, { kind, lobby: false });
      await lead.api.call('command', { params: { session }, body: { id: crypto.randomUUID(), name: 'session.open', payload: {} } });
      await goIn(await open(camera, session), 'camera');
      const last = observers.at(-1)!;
      for (const one of observers.slice(0, -1)) await firstPicture(await open(one, session));
      const times: number[] = [];
      for (let arrival = 0; arrival < ARRIVALS; arrival += 1) {
        const page = await open(last, session);
        times.push(await firstPicture(page));
        if (arrival < ARRIVALS - 1) {
          await page.evaluate(() => window.bench.live.command('participant.leave', {}));
          await page.context().close();
        } else {
          await page.waitForTimeout(SETTLE_MS);
        }
      }
      const cpu = await cpuOf(running.pid, MEASURE_MS);
      await browser.clear();
      return { cpu, firstPicture: percentile(times, 0.5) };
    };
    const plain = await measure('plain');
    const visit = await measure('observation');
    const figure = `visit with a field camera and ${OBSERVERS} observers`;
    const baselineName = 'plain session of as many';
    return [
      { figure: `${figure}: CPU of server and media worker`, value: visit.cpu, unit: '% of a core', baseline: plain.cpu, baselineName, gate: '<= 1.3 x', ok: visit.cpu <= plain.cpu * 1.3 },
      {
        figure: `${figure}: entering to the first picture, p50 of ${ARRIVALS}`, value: visit.firstPicture, unit: 'ms', baseline: plain.firstPicture, baselineName,
        gate: '<= 1.3 x', ok: visit.firstPicture <= plain.firstPicture * 1.3,
      },
    ];
  } finally {
    await browser.close();
    await running.close();
  }
}

/** Enters and shows the camera's picture; ms until its first frame. */
function firstPicture(page: Page): Promise<number> {
  return page.evaluate(async (width) => {
    const { live, show } = window.bench;
    const start = performance.now();
    await live.enter();
    const id = await new Promise<string>((resolve) => {
      const look = (): void => {
        const found = Object.values(live.state()?.publications ?? {}).find((one) => one.source === 'camera');
        if (!found) return;
        stop();
        resolve(found.id);
      };
      const stop = live.subscribe(look);
      look();
    });
    const video = show(id, width);
    return new Promise<number>((resolve) => {
      video.requestVideoFrameCallback(() => resolve(performance.now() - start));
    });
  }, WIDTH_PX);
}

