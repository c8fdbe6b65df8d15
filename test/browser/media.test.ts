import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Source } from '../../protocol/live/publications.ts';
import { TestBrowser } from '../harness/browser.ts';
import { startTestServer } from '../harness/server.ts';
import type { TestPerson, TestServer } from '../harness/server.ts';
import { buildMediaPage } from './media-page/serve.ts';

let server: TestServer;
let browser: TestBrowser;
let ann: TestPerson;
let bo: TestPerson;
let servePage: Awaited<ReturnType<typeof buildMediaPage>>;

beforeAll(async () => {
  servePage = await buildMediaPage();
});
beforeEach(async () => {
  server = await startTestServer({ MEDIA_WORKERS: '2' });
  browser = await TestBrowser.launch(server.url, [
    // The test page is not served by the server itself, so Chromium does not know it to be of this machine.
    '--disable-features=LocalNetworkAccessChecks', '--auto-select-desktop-capture-source=Entire screen',
  ]);
  ann = await server.person('Ann');
  bo = await server.person('Bo');
});
afterEach(async () => {
  browser.assertNoFaults();
  await browser.close();
  await server.close();
});

/** Opens the bare page of the live connection and the media engine; the person stands before the door. */
async function open(person: TestPerson, session: string): Promise<Page> {
  const { context, page } = await browser.person({ cookie: person.cookie });
  await servePage(context);
  await page.goto(`/media-page/?session=${session}`);
  await page.waitForFunction(() => window.bench.live.getSnapshot().status === 'joined');
  return page;
}

async function enter(person: TestPerson, session: string, ...on: Exclude<Source, 'screenAudio'>[]): Promise<Page> {
  const page = await open(person, session);
  await page.evaluate(async (sources) => {
    await Promise.all(sources.map((source) => window.bench.engine.set(source, 'on')));
    await window.bench.live.enter();
  }, on);
  await inside(page);
  return page;
}

const inside = (page: Page) => page.waitForFunction(() => {
  const { live } = window.bench;
  return live.state()?.participants[live.you]?.presence === 'in';
});

/** Waits for a stream of this source from this participant, and for its pictures to be decoded. */
async function watch(page: Page, from: string, source: Source): Promise<void> {
  const id = await (await page.waitForFunction(([who, what]) =>
    Object.values(window.bench.live.state()?.publications ?? {}).find((one) => one.participant === who && one.source === what)?.id, [from, source] as const)).jsonValue();
  await page.evaluate((publication) => {
    const video = window.bench.show(publication!, 320);
    video.dataset['from'] = publication;
  }, id);
  await moving(page, id!);
}

/** Its pictures come, now and not only once before. */
async function moving(page: Page, publication: string): Promise<void> {
  const frames = (): Promise<number> => page.evaluate((id) =>
    document.querySelector<HTMLVideoElement>(`video[data-from="${id}"]`)?.getVideoPlaybackQuality().totalVideoFrames ?? 0, publication);
  const before = await frames();
  await expect.poll(frames, { timeout: 20_000 }).toBeGreaterThan(before + 5);
}

/** The energy of the sound that was received and played, as the browser counts it. */
const soundEnergy = (page: Page): Promise<number> => page.evaluate(async () => {
  const reports = await Promise.all(window.bench.engine.transports().map((transport) => transport.getStats()));
  return reports.flatMap((report) => [...report.values()] as { type: string; kind?: string; totalAudioEnergy?: number }[])
    .filter((one) => one.type === 'inbound-rtp' && one.kind === 'audio').reduce((sum, one) => sum + (one.totalAudioEnergy ?? 0), 0);
});

async function hears(page: Page): Promise<void> {
  const before = await soundEnergy(page);
  await expect.poll(() => soundEnergy(page), { timeout: 20_000 }).toBeGreaterThan(before);
}

const publications = (page: Page): Promise<string[]> => page.evaluate(() =>
  Object.values(window.bench.live.state()?.publications ?? {}).map((one) => `${one.source}${one.paused ? ' paused' : ''}`).toSorted());

describe('two pages', () => {
  test('see and hear each other', async () => {
    const session = await server.session(ann, [[bo, 'attendee']], { lobby: false });
    const one = await enter(ann, session, 'camera', 'microphone');
    const two = await enter(bo, session, 'camera', 'microphone');
    await Promise.all([watch(one, bo.id, 'camera'), watch(two, ann.id, 'camera'), hears(one), hears(two)]);
    const { connection } = await two.evaluate(() => ({ connection: window.bench.engine.getSnapshot().connection }));
    expect(connection.state).toBe('connected');
    await expect.poll(() => two.evaluate(() => window.bench.engine.getSnapshot().connection.protocol)).toBe('udp');
    await two.waitForFunction((who) => window.bench.engine.getSnapshot().speaking.includes(who), ann.id);
  });
});
