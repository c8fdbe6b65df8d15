import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { FLOOR_CHANNEL } from '../../protocol/live/publications.ts';
import type { RequestInput, RequestName, RequestReply } from '../../protocol/table.ts';
import { toneInstead } from '../browser/interpretation-scene.ts';
import { goIn, ready } from '../browser/media-page/scene.ts';
import { buildMediaPage } from '../browser/media-page/serve.ts';
import { TestBrowser } from '../harness/browser.ts';
import type { LiveTestClient } from '../harness/liveClient.ts';
import { ProcessServer } from '../harness/processServer.ts';
import type { TestPerson } from '../harness/server.ts';
import { percentile } from './figures.ts';
import { cpuOf, memoryOf } from './processes.ts';
import type { BenchRow } from './row.ts';

const LANGUAGES = ['en', 'fr', 'zh', 'ru'] as const;
const LISTENERS = 60;
const SWITCHES = 24;
/** The other languages are set up three seconds after the room; then everything has come to rest. */
const SETTLE_MS = 8_000;
const MEASURE_MS = 15_000;

/** What a switch of language was for the ear of a listener, ms. */
interface Switch {
  /** From the choice to the first sound of the other language. */
  readonly time: number;
  /** The longest in which neither was heard. */
  readonly gap: number;
}

/**
 * Four booths of two interpreters, one of each pair speaking without a pause, and sixty listeners, a quarter in each language, over a
 * floor where somebody speaks; beside the same people who listen to the floor, before anything is interpreted.
 */
export async function benchInterpretation(): Promise<BenchRow[]> {
  const running = await ProcessServer.start();
  const browser = await TestBrowser.launch(running.server.url, ['--disable-features=LocalNetworkAccessChecks']);
  try {
    const { server } = running;
    const [chair, speaker, companion] = [await server.person('Ana Chair'), await server.person('Ben Speaker'), await server.person('Cai Companion')];
    const interpreters: TestPerson[] = [];
    for (let count = 0; count < LANGUAGES.length * 2; count += 1) interpreters.push(await server.person(`Interpreter ${letter(count)}`));
    const listeners: TestPerson[] = [];
    for (let count = 0; count < LISTENERS; count += 1) listeners.push(await server.person(`Listener ${letter(Math.floor(count / 26))}${letter(count % 26)}`));
    const seats = [[speaker, 'speaker'], [companion, 'attendee'], ...interpreters.map((one) => [one, 'interpreter'] as const), ...listeners.map((one) => [one, 'attendee'] as const)] as const;
    const session = await server.session(chair, seats, { lobby: false });
    const servePage = await buildMediaPage();
    const enter = async (person: TestPerson, prepare: (page: Page) => Promise<unknown>, ...on: 'microphone'[]): Promise<Page> => {
      const { context, page } = await browser.person({ cookie: person.cookie });
      await servePage(context);
      await prepare(page);
      await page.goto(`/media-page/?session=${session}`);
      await ready(page);
      await goIn(page, ...on);
      return page;
    };
    const host = await server.connect(chair.cookie, session);
    // The one who is measured has a page of their own, and the others share one, where they take little of the machine.
    const page = await enter(listeners[0]!, async () => undefined);
    const crowd = await Crowd.open(await enter(companion, async () => undefined));
    await enter(speaker, (page) => toneInstead(page, 300), 'microphone');
    const voices: Page[] = [];
    for (const [index, one] of interpreters.entries()) voices.push(await enter(one, (page) => toneInstead(page, 600 + 200 * index)));
    for (const one of listeners.slice(1)) await crowd.add(await server.connect(one.cookie, session, { media: true }));
    await crowd.listen(FLOOR_CHANNEL);
    await rest(SETTLE_MS);
    const floor = { cpu: await cpuOf(running.pid, MEASURE_MS), memory: await memoryOf(running.pid) };

    for (const [index, language] of LANGUAGES.entries()) {
      const booth = randomUUID();
      const team = voices.slice(index * 2, index * 2 + 2);
      const ids = await Promise.all(team.map((page) => page.evaluate(() => window.bench.live.you)));
      const opened = await host.command('interpretation.open', { languages: [language], interpreters: ids.map((participant) => ({ participant, between: [] })) }, booth);
      if (!opened.ok) throw new Error(opened.error.code);
      for (const page of team) await page.evaluate(async (channel) => (await window.bench.engine.interpret()).standBy([channel]), language);
      await team[0]!.evaluate(async ([id, channel]) => {
        const { live, engine } = window.bench;
        const done = await live.command('interpretation.take', { booth: id, language: channel, from: null });
        if (!done.ok) throw new Error(done.error.code);
        await (await engine.interpret()).open(channel);
      }, [booth, language] as const);
    }
    await crowd.listen(FLOOR_CHANNEL, ...LANGUAGES);
    await page.evaluate((channel) => window.bench.engine.listen({ channel, floor: 0.2 }), LANGUAGES[0]);
    await page.waitForFunction(() => window.bench.engine.getSnapshot().heard === 'interpreter');
    await rest(SETTLE_MS);
    const interpreted = { cpu: await cpuOf(running.pid, MEASURE_MS), memory: await memoryOf(running.pid) };
    const switches = await changeLanguages(page);

    const figure = `${LANGUAGES.length} languages, 2 interpreters each, ${LISTENERS} listeners`;
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

/** Goes round the languages and listens to what its players give, every few milliseconds, as loud as they play it. */
function changeLanguages(page: Page): Promise<Switch[]> {
  return page.evaluate(async ([languages, count]) => {
    const { engine } = window.bench;
    const context = new AudioContext();
    await context.resume();
    const samples = new Float32Array(256);
    const ears = Object.values(engine.getSnapshot().remote).filter((one) => one.channel !== 'floor').map(({ channel, publication, track }) => {
      const analyser = new AnalyserNode(context, { fftSize: 256 });
      context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
      return { channel, analyser, player: document.querySelector<HTMLAudioElement>(`audio[data-publication="${publication}"]`)! };
    });
    const hears = (channel: string): boolean => ears.some((one) => {
      if (one.channel !== channel || one.player.muted || one.player.volume < 0.5) return false;
      one.analyser.getFloatTimeDomainData(samples);
      return samples.some((sample) => Math.abs(sample) > 0.02);
    });
    const pause = (ms: number) => new Promise((resolve) => {
      setTimeout(resolve, ms);
    });
    const found: Switch[] = [];
    let now = engine.getSnapshot().listening.channel;
    for (let index = 0; index < count; index += 1) {
      const next = languages[(languages.indexOf(now) + 1) % languages.length]!;
      const before = now;
      const start = performance.now();
      let heardAt: number | undefined;
      let lastSound = start;
      let gap = 0;
      engine.listen({ channel: next, floor: 0.2 });
      // A second longer than it takes: a gap may come after the first sound.
      while (performance.now() - start < 3_000 && (heardAt === undefined || performance.now() - start < heardAt + 1_000)) {
        const isNew = hears(next);
        if (isNew || hears(before)) {
          gap = Math.max(gap, performance.now() - lastSound);
          lastSound = performance.now();
        }
        if (isNew) heardAt ??= performance.now() - start;
        await pause(2);
      }
      found.push({ time: heardAt ?? Number.POSITIVE_INFINITY, gap: Math.max(gap, performance.now() - lastSound) });
      now = next;
      await pause(500);
    }
    await context.close();
    return found;
  }, [LANGUAGES as readonly string[], SWITCHES] as const);
}

interface Member {
  readonly client: LiveTestClient;
  /** By publication. */
  readonly consumers: Map<string, string>;
}

/** Listeners who share a page: each with a seat, a connection and a line of their own, as far as the server can tell. */
class Crowd {
  readonly #page: Page;
  readonly #clients: Member[] = [];

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(page: Page): Promise<Crowd> {
    const crowd = new Crowd(page);
    await page.exposeFunction('leanConnect', async (who: string, transport: string, dtlsParameters: RequestInput<'media.connect'>['dtlsParameters']) => {
      await ask(crowd.#clients.find(({ client }) => client.you === who)!.client, 'media.connect', { transport, dtlsParameters });
    });
    return crowd;
  }

  async add(client: LiveTestClient): Promise<void> {
    this.#clients.push({ client, consumers: new Map() });
    const capabilities = await this.#page.evaluate(([who, offer]) => window.bench.lean.open(who, JSON.parse(offer) as never), [client.you, JSON.stringify(client.joined!.media)] as const);
    // The capabilities are told once, with the first call.
    await this.#receive(this.#clients.at(-1)!, capabilities);
  }

  /** Receives whatever is sent; the floor runs, and of the languages each listener's own, one after the other. The rest is ready, paused. */
  async listen(...channels: readonly string[]): Promise<void> {
    const languages = channels.filter((one) => one !== FLOOR_CHANNEL);
    for (const [index, one] of this.#clients.entries()) {
      await this.#receive(one);
      const own = languages[index % Math.max(1, languages.length)];
      for (const [publication, consumer] of one.consumers) {
        const channel = one.client.state.publications[publication]?.channel;
        if (channel === FLOOR_CHANNEL || channel === own) await ask(one.client, 'media.consumer', { consumer, paused: false });
      }
    }
  }

  async #receive({ client, consumers }: Member, capabilities?: RequestInput<'media.receive'>['rtpCapabilities']): Promise<void> {
    const missing = Object.keys(client.state.publications).filter((id) => !consumers.has(id));
    if (missing.length === 0) return;
    const { consumers: offers } = await ask(client, 'media.receive', { publications: missing, ...(capabilities === undefined ? {} : { rtpCapabilities: capabilities }) });
    await this.#page.evaluate(([who, all]) => window.bench.lean.take(who, JSON.parse(all) as never), [client.you, JSON.stringify(offers)] as const);
    for (const { id, publication } of offers) consumers.set(publication, id);
  }
}

async function ask<N extends RequestName>(client: LiveTestClient, name: N, payload: RequestInput<N>): Promise<RequestReply<N>> {
  const reply = await client.request(name, payload);
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`);
  return reply.value;
}

function letter(index: number): string {
  return String.fromCharCode(65 + index);
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
