import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page, WebSocketRoute } from 'playwright-core';
import type { TestPerson } from '../harness/server.ts';
import { hears, moving, publications, transportIds, watch } from './media-page/acts.ts';
import { Scene, goIn, ready } from './media-page/scene.ts';
import { buildMediaPage } from './media-page/serve.ts';

let servePage: Awaited<ReturnType<typeof buildMediaPage>>;
let scene: Scene;
let ann: TestPerson;
let bo: TestPerson;
let session: string;
/** A connection that goes is a line in the console of Chromium. */
const expected = [/WebSocket connection to .* failed/, /Failed to load resource/];

beforeAll(async () => {
  servePage = await buildMediaPage();
});
beforeEach(async () => {
  scene = await Scene.open(servePage);
  ann = await scene.server.person('Ann');
  bo = await scene.server.person('Bo');
  session = await scene.server.session(ann, [[bo, 'attendee']], { lobby: false });
});
afterEach(() => scene.close());

/** The page has opened transports in place of these. */
function renewed(page: Page, before: readonly string[]): Promise<unknown> {
  return page.waitForFunction((old) => {
    const now = window.bench.engine.transports().map((transport) => transport.id);
    return now.length === 2 && !old.some((id) => now.includes(id));
  }, before);
}

test('a worker that is killed: pictures and sound come back by themselves, and another session goes on', async () => {
  const cy = await scene.server.person('Cy');
  const di = await scene.server.person('Di');
  const other = await scene.server.session(cy, [[di, 'attendee']], { lobby: false });
  const one = await scene.enter(ann, session, 'camera', 'microphone');
  const two = await scene.enter(bo, session, 'camera', 'microphone');
  const spared = await scene.enter(cy, other, 'microphone');
  const sparedTwo = await scene.enter(di, other);
  await Promise.all([watch(one, bo.id, 'camera'), watch(two, ann.id, 'camera'), hears(sparedTwo)]);
  const before = await Promise.all([transportIds(spared), transportIds(sparedTwo), transportIds(one), transportIds(two)]);
  const { workers } = await scene.server.api().call('health');
  process.kill(workers[0]!.pid, 'SIGKILL');
  await Promise.all([renewed(one, before[2]!), renewed(two, before[3]!)]);
  await Promise.all([watch(one, bo.id, 'camera'), watch(two, ann.id, 'camera'), hears(one), hears(two), hears(sparedTwo)]);
  expect(await publications(one)).toEqual(['camera', 'camera', 'microphone', 'microphone']);
  expect(await Promise.all([transportIds(spared), transportIds(sparedTwo)])).toEqual(before.slice(0, 2));
});

test('the connection to the server breaks: media goes on meanwhile and is the same afterwards', async () => {
  const sockets: WebSocketRoute[] = [];
  const one = await scene.enter(ann, session, 'camera', 'microphone');
  const two = await scene.open(bo, session, { expected }, (page) => page.routeWebSocket(/socket\.io/, (route) => {
    sockets.push(route);
    route.connectToServer();
  }));
  await goIn(two, 'camera', 'microphone');
  await Promise.all([watch(two, ann.id, 'camera'), watch(one, bo.id, 'camera')]);
  const before = await transportIds(two);
  await sockets.at(-1)!.close();
  await two.waitForFunction(() => window.bench.live.getSnapshot().status === 'reconnecting');
  await ready(two);
  const shown = (page: Page) => page.evaluate(() => document.querySelector('video')!.dataset['from']!);
  await Promise.all([moving(two, await shown(two)), moving(one, await shown(one)), hears(one), hears(two)]);
  expect(await transportIds(two)).toEqual(before);
  expect(await publications(one)).toEqual(['camera', 'camera', 'microphone', 'microphone']);
});

test('a page that is loaded again has its camera and microphone back without a question', async () => {
  const one = await scene.enter(ann, session);
  const two = await scene.enter(bo, session, 'camera');
  await two.evaluate(() => window.bench.engine.set('microphone', 'muted'));
  await watch(one, bo.id, 'camera');
  await two.reload();
  await ready(two);
  await two.evaluate(() => Promise.all([window.bench.engine.restore(), window.bench.live.enter()]));
  await expect.poll(() => publications(one)).toEqual(['camera', 'microphone paused']);
  await watch(one, bo.id, 'camera');
});

test('the server is started again: everybody is back with what they sent', async () => {
  const one = await scene.open(ann, session, { expected });
  await goIn(one, 'camera', 'microphone');
  const two = await scene.open(bo, session, { expected });
  await goIn(two, 'camera', 'microphone');
  await Promise.all([watch(two, ann.id, 'camera'), hears(one)]);
  const before = await Promise.all([transportIds(one), transportIds(two)]);
  await scene.server.restart();
  await Promise.all([renewed(one, before[0]), renewed(two, before[1])]);
  await Promise.all([watch(two, ann.id, 'camera'), watch(one, bo.id, 'camera'), hears(one), hears(two)]);
  expect(await publications(one)).toEqual(['camera', 'camera', 'microphone', 'microphone']);
});
