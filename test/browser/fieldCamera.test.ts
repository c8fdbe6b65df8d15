import { createHash } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Evidence } from '../../protocol/observation/evidence.ts';
import type { LiveTestClient } from '../harness/liveClient.ts';
import type { TestPerson } from '../harness/server.ts';
import { inside, RoomScene, sees } from './room-scene.ts';

let scene: RoomScene;
let ana: TestPerson;
let ben: TestPerson;
let rae: TestPerson;
let oda: TestPerson;

const patience = { timeout: 60_000 };

beforeAll(async () => {
  scene = await RoomScene.open();
  const partner = await scene.server.administration('Customs of the South', 'SN');
  [ana, ben, rae] = [await scene.server.person('Ana Keller'), await scene.server.person('Ben Okafor'), await scene.server.person('Rae Novak')];
  oda = await scene.server.person('Oda Sarr', { administration: partner });
});
afterEach(() => scene.clear());
afterAll(() => scene.close());

interface Visit {
  readonly session: string;
  readonly lead: LiveTestClient;
  readonly operator: LiveTestClient;
  readonly dock: string;
}

/** A visit under way with a dock, whose consent is open, and a room where nothing may be captured. */
async function visit(): Promise<Visit> {
  const session = await scene.server.session(
    ana, [[ben, 'fieldCamera'], [rae, 'operatorRepresentative'], [oda, 'observer']], { kind: 'observation', title: 'Harbour Cold Store', lobby: false },
  );
  await ana.api.call('command', { params: { session }, body: { id: crypto.randomUUID(), name: 'session.open', payload: {} } });
  const lead = await scene.server.connect(ana.cookie, session);
  await lead.must('visit.zone', { kind: 'dock', name: 'Loading dock', noRecord: false, remark: 'High-visibility vest' });
  await lead.must('visit.zone', { kind: 'itRoom', name: 'IT room', noRecord: true, remark: '' });
  const dock = Object.values(lead.state.observation.plan.zones).find((zone) => zone.kind === 'dock')!.id;
  return { session, lead, dock, operator: await scene.server.connect(rae.cookie, session) };
}

/** Ben with his phone, in the camera view. */
async function phone(session: string, expected: readonly RegExp[] = []): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const { page, context } = await scene.visit(ben, session, { isPhone: true, expected });
  await page.getByRole('button', { name: 'Join now' }).click();
  await inside(page);
  await page.getByRole('main', { name: 'Camera' }).locator('video').waitFor();
  return { page, context };
}

async function goTo(page: Page, zone: string): Promise<void> {
  await page.locator('header').getByRole('button').first().click();
  await page.getByRole('dialog', { name: 'Choose the zone' }).getByRole('button', { name: new RegExp(`^${zone}`, 'u') }).click();
}

function shutter(page: Page) {
  return page.getByRole('button', { name: 'Take a still' });
}

function itemsOf(client: LiveTestClient): readonly Evidence[] {
  return Object.values(client.state.observation.evidence.items);
}

/** The hash of what the server holds of an item's content; the status when it gives nothing. */
async function held(session: string, { id }: Evidence): Promise<string | number> {
  const response = await rae.api.raw('evidenceFile', { params: { session, evidence: id, version: id, part: 'content' } });
  return response.ok ? createHash('sha256').update(Buffer.from(await response.arrayBuffer())).digest('hex') : response.status;
}

/** What rests in the browser's database. */
function onDevice(page: Page): Promise<{ readonly items: number; readonly bytes: number }> {
  return page.evaluate(() => new Promise((resolve, reject) => {
    const open = indexedDB.open('gangway.captures');
    open.onerror = () => reject(new Error('no database'));
    open.onsuccess = () => {
      const transaction = open.result.transaction(['items', 'bytes']);
      const items = transaction.objectStore('items').count();
      const bytes = transaction.objectStore('bytes').count();
      transaction.oncomplete = () => {
        open.result.close();
        resolve({ items: items.result, bytes: bytes.result });
      };
    };
  }));
}

test('a zone is chosen, nothing is captured without consent, then a still at full size; requests are answered with one thumb', async () => {
  const { session, lead, operator, dock } = await visit();
  const { page } = await phone(session);
  const main = page.getByRole('main', { name: 'Camera' });
  await main.getByText('Say first where the camera is').waitFor();

  await goTo(page, 'IT room');
  await main.getByText('No record here').waitFor();
  await shutter(page).click({ force: true });
  await goTo(page, 'Loading dock');
  await main.getByText('No consent yet').waitFor();
  await shutter(page).click({ force: true });
  await operator.must('consent.zone', { zone: dock, state: 'given' });
  await main.getByText('Capture allowed').waitFor();

  await shutter(page).click();
  await main.getByText('1 capture').waitFor();
  await lead.until((client) => itemsOf(client)[0]?.state === 'review');
  // The two presses before have left nothing.
  const [first] = itemsOf(lead);
  expect(itemsOf(lead)).toHaveLength(1);
  expect(first).toMatchObject({ kind: 'still', zone: dock });
  const { content, thumbnail } = first!.versions[0]!.pictured!;
  expect(await held(session, first!)).toBe(content.hash);
  expect(content.mime).toBe('image/jpeg');
  expect(Math.max(content.width!, content.height!)).toBeGreaterThanOrEqual(1280);
  expect(Math.max(thumbnail!.width!, thumbnail!.height!)).toBe(480);
  await main.getByText('All sent').waitFor();
  expect(await onDevice(page)).toEqual({ items: 0, bytes: 0 });

  // What is asked, and how it goes on.
  const observer = await scene.server.connect(oda.cookie, session);
  const camera = Object.values(lead.state.participants).find((one) => one.name === 'Ben Okafor')!.id;
  await lead.must('camera.turn', { participant: observer.you });
  await main.getByText('Oda Sarr directs').waitFor();
  await observer.must('camera.request', { camera, kind: 'readLabel', text: 'seal on the left door' });
  const ask = page.getByRole('region', { name: 'Request to your camera' });
  await ask.getByText('Read the label aloud: seal on the left door').waitFor();
  await page.getByRole('alert').getByText('Oda Sarr asks: Read the label aloud: seal on the left door.').waitFor();
  await ask.getByRole('button', { name: 'Got it' }).click();
  await observer.until((client) => states(client).join() === 'acknowledged');
  await ask.getByRole('button', { name: 'Done' }).click();
  await observer.until((client) => states(client).join() === 'done');
  await ask.waitFor({ state: 'detached' });

  await observer.must('camera.request', { camera, kind: 'still', criterion: 'G' });
  await ask.getByRole('button', { name: 'Take it' }).click();
  await observer.until((client) => states(client).join() === 'done,done');
  await lead.until((client) => itemsOf(client).length === 2);
  const asked = Object.values(observer.state.observation.cameras.requests).at(-1)!;
  expect(itemsOf(lead).find((one) => one.request === asked.id)).toMatchObject({ criterion: 'G', zone: dock });

  // Where to look, and how the device is.
  await expect.poll(async () => {
    observer.signal('camera.pointed', { camera, x: 0.5, y: 0.5 });
    return main.getByText('Oda Sarr', { exact: true }).count();
  }, patience).toBe(1);
  await lead.until((client) => client.signals.some((one) => one.name === 'camera.told' && 'torch' in one.payload && one.payload.torch === 'none'));

  // The others see what it films.
  const host = await scene.enter(oda, session);
  await sees(host, 'Ben Okafor');
});

test('what is captured without a line survives a closed page, and is sent when the line is back', async () => {
  const { session, lead, operator, dock } = await visit();
  await operator.must('consent.zone', { zone: dock, state: 'given' });
  const { page, context } = await phone(session, [/ERR_INTERNET_DISCONNECTED/u, /WebSocket/u, /ERR_NETWORK_CHANGED/u]);
  await goTo(page, 'Loading dock');
  await page.getByText('Capture allowed').waitFor();
  await context.setOffline(true);
  for (const count of ['1 capture', '2 captures']) {
    await shutter(page).click();
    await page.getByText(count).waitFor();
  }
  expect(await onDevice(page)).toEqual({ items: 2, bytes: 4 });
  await page.close();
  expect(itemsOf(lead)).toEqual([]);

  await context.setOffline(false);
  const again = await context.newPage();
  again.setDefaultTimeout(patience.timeout);
  await again.goto(`/room/${session}`);
  await again.getByRole('button', { name: 'Join now' }).click();
  await inside(again);
  await lead.until((client) => itemsOf(client).filter((one) => one.state === 'review').length === 2);
  expect(itemsOf(lead)).toHaveLength(2);
  for (const item of itemsOf(lead)) expect(await held(session, item)).toBe(item.versions[0]!.pictured!.content.hash);
  await expect.poll(() => onDevice(again), patience).toEqual({ items: 0, bytes: 0 });
  await again.getByRole('button', { name: /^2 captures/u }).click();
  await again.getByRole('dialog', { name: 'Captures from this device' }).getByText('With the operator').nth(1).waitFor();
});

test('consent withdrawn while a still is on its way: the server takes none of it, the device deletes it and says why', async () => {
  const { session, lead, operator, dock } = await visit();
  await operator.must('consent.zone', { zone: dock, state: 'given' });
  const { page } = await phone(session, [/status of 4\d\d/u]);
  await goTo(page, 'Loading dock');
  await page.getByText('Capture allowed').waitFor();
  const reached = Promise.withResolvers<void>();
  const withdrawn = Promise.withResolvers<void>();
  await page.route('**/content/upload?*', async (route) => {
    reached.resolve();
    await withdrawn.promise;
    await route.continue();
  });
  await shutter(page).click();
  await reached.promise;
  await operator.must('consent.zone', { zone: dock, state: 'withdrawn' });
  await page.getByRole('main').getByText('No consent yet').waitFor();
  withdrawn.resolve();
  await page.getByText('1 needs a look').waitFor();
  await expect.poll(() => onDevice(page), patience).toEqual({ items: 1, bytes: 0 });
  await lead.until((client) => itemsOf(client)[0]?.state === 'discarded');
  expect(await held(session, itemsOf(lead)[0]!)).not.toBe(itemsOf(lead)[0]!.versions[0]!.pictured!.content.hash);

  await page.getByRole('button', { name: /^1 capture/u }).click();
  const sheet = page.getByRole('dialog', { name: 'Captures from this device' });
  await sheet.getByText('Deleted', { exact: true }).waitFor();
  await sheet.getByText('A consent was withdrawn while it was on its way.').waitFor();
  await sheet.getByRole('button', { name: 'Understood' }).click();
  await sheet.getByText('No captures yet').waitFor();
  expect(await onDevice(page)).toEqual({ items: 0, bytes: 0 });
});

test('panels, the stage and the way out stay within reach', async () => {
  const { session } = await visit();
  const { page } = await phone(session);
  const more = page.getByRole('button', { name: 'More' });
  await more.click();
  await page.getByRole('menuitem', { name: 'People' }).click();
  await page.getByRole('dialog', { name: 'People' }).getByText('Ana Keller').waitFor();
  await page.keyboard.press('Escape');
  await more.click();
  await page.getByRole('menuitem', { name: 'See what the others see' }).click();
  await page.getByRole('main', { name: 'Stage' }).waitFor();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Field camera' }).click();
  await page.getByRole('main', { name: 'Camera' }).waitFor();
  await page.getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('heading', { name: 'You have left' }).waitFor();
});

function states(client: LiveTestClient): readonly string[] {
  return Object.values(client.state.observation.cameras.requests).map((one) => one.state);
}
