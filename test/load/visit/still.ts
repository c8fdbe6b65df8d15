import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { TestBrowser } from '../../harness/browser.ts';
import type { LiveTestClient } from '../../harness/liveClient.ts';
import { startTestServer } from '../../harness/server.ts';
import type { TestServer } from '../../harness/server.ts';
import { percentile } from '../figures.ts';
import type { BenchRow } from '../row.ts';

const RUNS = 8;
const PHOTO = { width: 4032, height: 3024 };
const GATE_MS = 2_000;
const PATIENCE = { timeout: 60_000 };

declare global {
  interface Window {
    /** Date.now() of the press and of each small picture that was there; and what the device's camera gives next. */
    still: { pressed?: number; readonly shown: number[]; photo?: Blob };
  }
}

/**
 * From the press on the shutter in the camera view to the small picture in the observer's panel, both real pages. The device's own
 * photo is there at once, and so is the operator's consent to release: both take time of their own, which is not the platform's.
 */
export async function benchStill(): Promise<BenchRow[]> {
  const server = await startTestServer();
  const browser = await TestBrowser.launch(server.url);
  try {
    const { camera, observer, operator } = await gather(server, browser);
    const times: number[] = [];
    const bare: number[] = [];
    let bytes = 0;
    // The first does not count: everything is loaded and compiled for the first time.
    for (let run = 0; run <= RUNS; run += 1) {
      const photo = await develop(camera);
      const took = await once(camera, observer, operator);
      const baseline = await bareUpload(photo);
      if (run === 0) continue;
      times.push(took);
      bare.push(baseline);
      bytes = photo.length;
    }
    const figure = `still of ${Math.round(PHOTO.width * PHOTO.height / 1e6)} megapixels (${(bytes / 1e6).toFixed(1)} MB) from shutter to released thumbnail at the observer`;
    const baselineName = 'bare HTTP upload of the same bytes to a file';
    const most = Math.max(...times);
    return [
      { figure: `${figure}, p50 of ${RUNS}`, value: percentile(times, 0.5), unit: 'ms', baseline: percentile(bare, 0.5), baselineName },
      { figure: `${figure}, slowest`, value: most, unit: 'ms', baseline: Math.max(...bare), baselineName, gate: `<= ${GATE_MS} ms`, ok: most <= GATE_MS },
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}

async function gather(server: TestServer, browser: TestBrowser) {
  const partner = await server.administration('Customs of the South', 'SN');
  const [ana, ben, rae] = [await server.person('Ana Lead'), await server.person('Ben Camera'), await server.person('Rae Operator')];
  const oda = await server.person('Oda Observer', { administration: partner });
  const session = await server.session(ana, [[ben, 'fieldCamera'], [rae, 'operatorRepresentative'], [oda, 'observer']], { kind: 'observation', lobby: false });
  const lead = await server.connect(ana.cookie, session);
  await lead.must('visit.zone', { kind: 'dock', name: 'Loading dock', noRecord: false, remark: '' });
  const operator = await server.connect(rae.cookie, session);
  await operator.must('consent.zone', { zone: Object.keys(lead.state.observation.plan.zones)[0]!, state: 'given' });

  const { context: phone, page: camera } = await browser.person({ cookie: ben.cookie, isPhone: true });
  await giveCamera(phone);
  await enter(camera, session);
  await camera.locator('header').getByRole('button').first().click();
  await camera.getByRole('dialog', { name: 'Choose the zone' }).getByRole('button', { name: /^Loading dock/u }).click();
  await camera.getByText('Capture allowed').waitFor(PATIENCE);

  const { context: far, page: observer } = await browser.person({ cookie: oda.cookie });
  await watch(far);
  await enter(observer, session);
  const tab = observer.getByRole('tab', { name: 'Evidence' });
  await observer.getByRole('toolbar', { name: 'Controls' }).waitFor(PATIENCE);
  if (!(await tab.isVisible())) await observer.getByRole('button', { name: 'Panel' }).click();
  await tab.click();
  return { camera, observer, operator };
}

async function enter(page: Page, session: string): Promise<void> {
  await page.goto(`/room/${session}`);
  await page.getByRole('button', { name: 'Join now' }).click(PATIENCE);
}

async function once(camera: Page, observer: Page, operator: LiveTestClient): Promise<number> {
  const before = await observer.evaluate(() => window.still.shown.length);
  await camera.getByRole('button', { name: 'Take a still' }).click();
  const waiting = () => Object.values(operator.state.observation.evidence.items).find((one) => one.state === 'review');
  await operator.until(() => waiting() !== undefined, 'a still before the operator');
  const { id } = waiting()!;
  await operator.must('evidence.release', { evidence: id, version: id });
  const shown = await (await observer.waitForFunction((seen) => window.still.shown[seen], before, PATIENCE)).jsonValue();
  const pressed = await camera.evaluate(() => window.still.pressed);
  return shown! - pressed!;
}

/** The fake camera of a test has no photo of this size: it is put in the device's place, where ImageCapture would take it from. */
function giveCamera(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(({ width, height }) => {
    window.still = { shown: [] };
    addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('button')?.getAttribute('aria-label') === 'Take a still') window.still.pressed = Date.now();
    }, { capture: true });
    class Photo {
      getPhotoCapabilities = () => Promise.resolve({ imageWidth: { max: width }, imageHeight: { max: height } });
      takePhoto = () => Promise.resolve(window.still.photo);
    }
    Object.assign(window, { ImageCapture: Photo });
  }, PHOTO);
}

function watch(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    window.still = { shown: [] };
    // Not at the window, which an element's "load" does not reach.
    document.addEventListener('load', ({ target }) => {
      if (target instanceof HTMLImageElement && target.src.endsWith('/thumbnail')) window.still.shown.push(Date.now());
    }, { capture: true });
  });
}

/** A photo as detailed as one of a place: another one each time, because the same content would be stored already. */
async function develop(camera: Page): Promise<Buffer> {
  const text = await camera.evaluate(async ({ width, height }) => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d')!;
    const tile = context.createImageData(512, 512);
    for (let at = 0; at < tile.data.length; at += 4) {
      const light = 90 + 60 * Math.sin(at / 9_000) + 70 * Math.random();
      tile.data.set([light, light * 0.95, light * 0.85, 255], at);
    }
    for (let y = 0; y < height; y += 512) for (let x = 0; x < width; x += 512) context.putImageData(tile, x, y);
    window.still.photo = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
    const bytes = new Uint8Array(await window.still.photo.arrayBuffer());
    let binary = '';
    for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(binary);
  }, PHOTO);
  return Buffer.from(text, 'base64');
}

/** The least that any upload costs: received, written, synced, answered. */
async function bareUpload(bytes: Buffer): Promise<number> {
  const directory = await mkdtemp(join(tmpdir(), 'gangway-bench-'));
  const server = createServer((request, response) => void (async () => {
    const file = await open(join(directory, 'upload'), 'w');
    for await (const chunk of request) await file.write(chunk as Buffer);
    await file.sync();
    await file.close();
    response.end();
  })());
  try {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const start = performance.now();
    await (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { method: 'POST', body: new Uint8Array(bytes) })).arrayBuffer();
    return performance.now() - start;
  } finally {
    server.closeAllConnections();
    server.close();
    await rm(directory, { recursive: true });
  }
}
