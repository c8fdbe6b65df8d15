import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hears, watch } from './media-page/acts.ts';
import { Scene, goIn } from './media-page/scene.ts';
import { buildMediaPage } from './media-page/serve.ts';

let servePage: Awaited<ReturnType<typeof buildMediaPage>>;
let scene: Scene;
/** Chromium sends nothing over UDP, as behind a strict firewall. */
const NO_UDP = ['--webrtc-ip-handling-policy=disable_non_proxied_udp', '--force-webrtc-ip-handling-policy'];

beforeAll(async () => {
  servePage = await buildMediaPage();
});
afterEach(() => scene.close());

async function meet(flags: readonly string[] = []) {
  scene = await Scene.open(servePage, flags);
  const ann = await scene.server.person('Ann');
  const bo = await scene.server.person('Bo');
  return { ann, bo, session: await scene.server.session(ann, [[bo, 'attendee']], { lobby: false }) };
}

describe('the test before the door', () => {
  test.each([['udp', []], ['tcp', NO_UDP]] as const)('finds the line: %s', async (transport, flags) => {
    const { bo, session } = await meet(flags);
    const page = await scene.open(bo, session);
    const { report, shares } = await page.evaluate(async () => {
      const progress: number[] = [];
      const found = await window.bench.runConnectionTest(window.bench.live, { onProgress: (share) => progress.push(share) });
      return { report: found, shares: progress };
    });
    expect(report.transport).toBe(transport);
    expect(report.roundTripMs).toBeLessThan(1_000);
    expect(report.upKbps).toBeGreaterThan(300);
    expect(report.downKbps).toBeGreaterThan(300);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
    // Nobody else has learnt of it.
    expect(await page.evaluate(() => window.bench.live.state()?.publications)).toEqual({});
  });

  test('ends at once when it is given up', async () => {
    const { bo, session } = await meet();
    const page = await scene.open(bo, session);
    expect(await page.evaluate(async () => {
      const stop = new AbortController();
      const testing = window.bench.runConnectionTest(window.bench.live, { signal: stop.signal, onProgress: (share) => share > 0.1 && stop.abort() });
      return testing.then(() => 'went on', (error: Error) => error.name);
    })).toBe('AbortError');
  });
});

test('without UDP people see and hear each other over TCP', async () => {
  const { ann, bo, session } = await meet(NO_UDP);
  const one = await scene.enter(ann, session, 'camera', 'microphone');
  const two = await scene.enter(bo, session, 'camera', 'microphone');
  await Promise.all([watch(one, bo.id, 'camera'), watch(two, ann.id, 'camera'), hears(one), hears(two)]);
  await expect.poll(() => two.evaluate(() => window.bench.engine.getSnapshot().connection.protocol)).toBe('tcp');
});

test('a browser that plays nothing before a click says so, and plays after any click', async () => {
  const { ann, bo, session } = await meet();
  await scene.enter(ann, session, 'microphone');
  // Driving a page counts as a gesture in Chromium, so the page gets the rule of a browser that nobody has touched.
  const two = await scene.open(bo, session, {}, (page) => page.addInitScript(() => {
    const play = HTMLMediaElement.prototype.play;
    let touched = false;
    addEventListener('pointerdown', () => {
      touched = true;
    });
    HTMLMediaElement.prototype.play = function playOnceTouched(): Promise<void> {
      return touched ? play.call(this) : Promise.reject(new DOMException('not touched yet', 'NotAllowedError'));
    };
  }));
  await goIn(two);
  await two.waitForFunction(() => window.bench.engine.getSnapshot().needsGesture);
  await two.mouse.click(10, 10);
  await two.waitForFunction(() => !window.bench.engine.getSnapshot().needsGesture);
  expect(await two.evaluate(() => [...document.querySelectorAll('audio')].map((player) => player.paused))).toEqual([false]);
  await hears(two);
});
