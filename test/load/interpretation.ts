import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { FLOOR_CHANNEL } from '../../protocol/live/publications.ts';
import { goIn, ready } from '../browser/media-page/scene.ts';
import { buildMediaPage } from '../browser/media-page/serve.ts';
import { TestBrowser } from '../harness/browser.ts';
import type { LiveTestClient } from '../harness/liveClient.ts';
import { ProcessServer } from '../harness/processServer.ts';
import type { TestPerson, TestServer } from '../harness/server.ts';
import { percentile } from './figures.ts';
import { Crowd } from './interpretation/crowd.ts';
import { changeLanguages } from './interpretation/switches.ts';
import { cpuOf, memoryOf } from './processes.ts';
import type { BenchRow } from './row.ts';

const LANGUAGES = ['en', 'fr', 'zh', 'ru'] as const;
const EACH = 2;
const LISTENERS = 60;
const SWITCHES = 16;
/** The other languages are set up three seconds after the room; then everything has come to rest. */
const SETTLE_MS = 5_000;
const MEASURE_MS = 10_000;

/**
 * Four booths of two interpreters, one of each pair speaking without a pause, and sixty listeners, a quarter in each language, over a
 * floor where somebody speaks; beside the same people who listen to the floor, before anything is interpreted.
 */
export async function benchInterpretation(): Promise<BenchRow[]> {
  const running = await ProcessServer.start();
  const browser = await TestBrowser.launch(running.server.url);
  try {
    const { server } = running;
    const [chair, speaker, ...interpreters] = await people(server, 2 + LANGUAGES.length * EACH, 'Interpreter') as [TestPerson, TestPerson, ...TestPerson[]];
    // One who is measured, with a page as the product has it; two whose pages the others share.
    const [measured, ...listeners] = await people(server, LISTENERS + 2, 'Listener') as [TestPerson, ...TestPerson[]];
    const seats = [[speaker, 'speaker'], ...interpreters.map((one) => [one, 'interpreter'] as const), ...[measured, ...listeners].map((one) => [one, 'attendee'] as const)] as const;
    const session = await server.session(chair, seats, { lobby: false });
    const servePage = await buildMediaPage();
    const open = async (person: TestPerson): Promise<Page> => {
      const { context, page } = await browser.person({ cookie: person.cookie });
      await servePage(context);
      await page.goto(`/media-page/?session=${session}`);
      await ready(page);
      return page;
    };
    const join = (one: TestPerson): Promise<LiveTestClient> => server.connect(one.cookie, session, { media: true });
    const host = await join(chair);
    const page = await open(measured);
    await goIn(page);
    const voices = await Crowd.open(await open(listeners.pop()!));
    const crowd = await Crowd.open(await open(listeners.pop()!));
    await voices.speaks(await join(speaker), FLOOR_CHANNEL, 300);
    const seated = await Promise.all(interpreters.map(join));
    for (const one of listeners) await crowd.listens(await join(one));
    await crowd.hear();
    await rest(SETTLE_MS);
    const floor = { cpu: await cpuOf(running.pid, MEASURE_MS), memory: await memoryOf(running.pid) };

    for (const [index, language] of LANGUAGES.entries()) {
      const booth = randomUUID();
      const team = seated.slice(index * EACH, (index + 1) * EACH);
      const opened = await host.command('interpretation.open', { languages: [language], interpreters: team.map((one) => ({ participant: one.you, between: [] })) }, booth);
      if (!opened.ok) throw new Error(opened.error.code);
      for (const [seat, one] of team.entries()) await voices.speaks(one, language, 600 + 200 * (index * EACH + seat));
      await voices.interprets(team[0]!, booth, language);
    }
    await crowd.hear(...LANGUAGES);
    await page.evaluate((channel) => window.bench.engine.listen({ channel, floor: 0.2 }), LANGUAGES[0]);
    await page.waitForFunction(() => window.bench.engine.getSnapshot().heard === 'interpreter');
    await rest(SETTLE_MS);
    const interpreted = { cpu: await cpuOf(running.pid, MEASURE_MS), memory: await memoryOf(running.pid) };
    const switches = await changeLanguages(page, LANGUAGES, SWITCHES);

    const figure = `${LANGUAGES.length} languages, ${EACH} interpreters each, ${LISTENERS} listeners`;
    const baselineName = 'the same people on the floor alone';
    const times = switches.map((one) => one.time);
    const gap = Math.max(...switches.map((one) => one.gap));
    const slowest = Math.max(...times);
    return [
      { figure: `${figure}: CPU of server and media worker`, value: interpreted.cpu, unit: '% of a core', baseline: floor.cpu, baselineName },
      { figure: `${figure}: memory of server and media worker`, value: interpreted.memory, unit: 'MB', baseline: floor.memory, baselineName },
      { figure: `${figure}: another language, p50 of ${SWITCHES}`, value: percentile(times, 0.5), unit: 'ms' },
      { figure: `${figure}: another language, the slowest`, value: slowest, unit: 'ms', gate: '<= 300 ms', ok: slowest <= 300 },
      { figure: `${figure}: the longest silence meanwhile`, value: gap, unit: 'ms', gate: '<= 500 ms', ok: gap <= 500 },
    ];
  } finally {
    await browser.close();
    await running.close();
  }
}

async function people(server: TestServer, count: number, what: string): Promise<readonly TestPerson[]> {
  const found: TestPerson[] = [];
  for (let index = 0; index < count; index += 1) found.push(await server.person(`${what} ${letter(Math.floor(index / 26))}${letter(index % 26)}`));
  return found;
}

function letter(index: number): string {
  return String.fromCharCode(65 + index);
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
