import type { BrowserContext, Page } from 'playwright-core';
import { workerBinary } from '../../tools/setup/worker-place.mjs';
import { buildMediaPage } from '../browser/media-page/serve.ts';
import { TestBrowser } from '../harness/browser.ts';
import { startTestServer } from '../harness/server.ts';
import { percentile } from './figures.ts';
import { serveBareMedia } from './programs/bare-media/serve.ts';
import type { BenchRow } from './row.ts';

const RUNS = 12;
const PATIENCE_MS = 60_000;

declare global {
  interface Window {
    /** performance.now() of the first click, and of the first picture after it that came over the network. */
    stopwatch: { readonly connections: RTCPeerConnection[]; clicked?: number; seen?: number };
  }
}

/** One side of the comparison: somebody who sends, and somebody who comes in. */
interface Side {
  /** The one who sends begins, or stops, so that only one of the two sides takes the machine's time. */
  send(on: boolean): Promise<void>;
  /** Opens the page before the door, as it is when nothing is under way any more. Answers the click and the way out. */
  arrive(): Promise<{ readonly page: Page; click(): Promise<void>; leave(): Promise<void> }>;
}

/** From the click on Join to the first picture of somebody else, in a real browser, beside a bare page with the same codecs. */
export async function benchJoin(): Promise<BenchRow[]> {
  const bareMedia = await serveBareMedia(process.env['MEDIASOUP_WORKER_BIN'] ?? workerBinary());
  const server = await startTestServer();
  const browser = await TestBrowser.launch(server.url);
  try {
    const sides = { product: await product(server, browser), bare: await bare(bareMedia.url, browser) };
    const times: Record<keyof typeof sides, number[]> = { product: [], bare: [] };
    // One run of each that does not count: files are loaded and compiled for the first time.
    for (let run = 0; run <= RUNS; run += 1) {
      for (const name of run % 2 === 0 ? ['product', 'bare'] as const : ['bare', 'product'] as const) {
        const took = await once(sides[name]);
        if (run > 0) times[name].push(took);
      }
    }
    if (process.env['BENCH_VERBOSE']) console.error(times);
    return (['p50', 'p95'] as const).map((name): BenchRow => {
      const share = name === 'p50' ? 0.5 : 0.95;
      const value = percentile(times.product, share);
      const baseline = percentile(times.bare, share);
      return {
        figure: `click on Join to the first remote picture, ${name} of ${RUNS}`, value, unit: 'ms', baseline, baselineName: 'bare mediasoup page',
        ...(name === 'p50' ? { gate: '<= 1.5 x', ok: value <= baseline * 1.5 } : {}),
      };
    });
  } finally {
    await browser.close();
    await server.close();
    await bareMedia.close();
  }
}

async function once(side: Side): Promise<number> {
  await side.send(true);
  const { page, click, leave } = await side.arrive();
  await click();
  const took = await (await page.waitForFunction(() => {
    const { clicked, seen } = window.stopwatch;
    return clicked !== undefined && seen !== undefined ? seen - clicked : undefined;
  }, undefined, { timeout: PATIENCE_MS })).jsonValue();
  await leave();
  await side.send(false);
  return took!;
}

async function product(server: Awaited<ReturnType<typeof startTestServer>>, browser: TestBrowser): Promise<Side> {
  const servePage = await buildMediaPage();
  const ann = await server.person('Ann Early');
  const bo = await server.person('Bo Late');
  const session = await server.session(ann, [[bo, 'attendee']], { lobby: false });
  const { context, page: sender } = await browser.person({ cookie: ann.cookie });
  await watch(context);
  await servePage(context);
  await sender.goto(`/media-page/?session=${session}`);
  await sender.evaluate(() => window.bench.live.enter());
  const { context: coming, page: blank } = await browser.person({ cookie: bo.cookie });
  await blank.close();
  await watch(coming);
  return {
    async send(on) {
      await sender.evaluate((desire) => Promise.all((['camera', 'microphone'] as const).map((source) => window.bench.engine.set(source, desire))), on ? 'on' as const : 'off' as const);
      if (on) await encodes(sender);
    },
    async arrive() {
      const page = await coming.newPage();
      await page.goto(`/room/${session}`);
      // The test of the line is over: a picture that it sends would take the machine's time from one side alone.
      await page.getByRole('button', { name: 'Test again' }).waitFor({ timeout: PATIENCE_MS });
      await page.waitForLoadState('networkidle');
      return {
        page,
        click: () => page.getByRole('button', { name: 'Join now' }).click(),
        async leave() {
          await page.getByRole('button', { name: 'Leave' }).click();
          await page.getByRole('toolbar', { name: 'Controls' }).waitFor({ state: 'detached' });
          await page.close();
        },
      };
    },
  };
}

async function bare(url: string, browser: TestBrowser): Promise<Side> {
  const { context, page: sender } = await browser.person();
  await watch(context);
  await sender.goto(url);
  await sender.waitForFunction(() => 'bare' in window);
  const { context: coming, page: blank } = await browser.person();
  await blank.close();
  await watch(coming);
  return {
    async send(on) {
      await sender.evaluate((start) => start ? window.bare.send() : window.bare.stop(), on);
      if (on) await encodes(sender);
    },
    async arrive() {
      const page = await coming.newPage();
      await page.goto(url);
      await page.locator('button:enabled').waitFor({ timeout: PATIENCE_MS });
      await page.waitForLoadState('networkidle');
      return { page, click: () => page.getByRole('button', { name: 'Join' }).click(), leave: () => page.close() };
    },
  };
}

/** Puts the stopwatch into every page: both sides are measured by the same means. */
function watch(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    const stopwatch: Window['stopwatch'] = { connections: [] };
    const remote = new Set<MediaStreamTrack>();
    window.stopwatch = stopwatch;
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        stopwatch.connections.push(this);
        this.addEventListener('track', ({ track }) => remote.add(track));
      }
    };
    addEventListener('click', ({ timeStamp }) => {
      stopwatch.clicked ??= timeStamp;
    }, { capture: true });
    const own = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject')!;
    Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
      ...own,
      set(this: HTMLMediaElement, stream: MediaProvider | null) {
        own.set!.call(this, stream);
        if (!(this instanceof HTMLVideoElement) || !(stream instanceof MediaStream) || !stream.getVideoTracks().some((track) => remote.has(track))) return;
        this.requestVideoFrameCallback((_now, { presentationTime }) => {
          // Before the click it is the test of the line, which shows a page its own picture.
          if (stopwatch.clicked !== undefined) stopwatch.seen ??= presentationTime;
        });
      },
    });
  });
}

/** Waits until pictures have been leaving this page for a second or so. */
async function encodes(page: Page): Promise<void> {
  const frames = (): Promise<number> => page.evaluate(async () => {
    const reports = await Promise.all(window.stopwatch.connections.filter((one) => one.connectionState === 'connected').map((one) => one.getStats()));
    return reports.flatMap((report) => [...report.values()] as { type: string; framesEncoded?: number }[])
      .filter((one) => one.type === 'outbound-rtp').reduce((sum, one) => sum + (one.framesEncoded ?? 0), 0);
  });
  const until = Date.now() + PATIENCE_MS;
  const before = await frames();
  while (await frames() < before + 40) {
    if (Date.now() > until) throw new Error('no pictures leave the sending page');
    await page.waitForTimeout(100);
  }
}
