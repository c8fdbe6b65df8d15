import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { LiveTestClient } from '../harness/liveClient.ts';
import type { TestPerson } from '../harness/server.ts';
import { hears, hearsNothing, panel, RoomScene, sees } from './room-scene.ts';

let scene: RoomScene;
let ana: TestPerson;
let ben: TestPerson;
let kai: TestPerson;
let lin: TestPerson;
let oda: TestPerson;

const patience = { timeout: 60_000 };

beforeAll(async () => {
  scene = await RoomScene.open();
  const partner = await scene.server.administration('Customs of the South', 'SN');
  [ana, ben, kai] = [await scene.server.person('Ana Keller'), await scene.server.person('Ben Okafor'), await scene.server.person('Kai Berg')];
  [lin, oda] = [await scene.server.person('Lin Diop', { administration: partner }), await scene.server.person('Oda Sarr', { administration: partner })];
});
afterEach(() => scene.clear());
afterAll(() => scene.close());

async function visit(): Promise<string> {
  const session = await scene.server.session(
    ana, [[ben, 'fieldCamera'], [kai, 'fieldCamera'], [lin, 'leadObserver'], [oda, 'observer']], { kind: 'observation', title: 'Visit to the cold store', lobby: false },
  );
  const lead = await scene.server.connect(ana.cookie, session);
  await lead.must('visit.zone', { kind: 'dock', name: 'Loading dock', noRecord: false, remark: '' });
  lead.close();
  return session;
}

test('the turn, a request and its answer, the main view, a pointer, and a picture that stands still for everybody', async () => {
  const session = await visit();
  const host = await scene.enter(ana, session);
  const camera = await scene.enter(ben, session);
  const observer = await scene.enter(oda, session);
  const second = await scene.server.connect(kai.cookie, session);

  // Nobody has chosen a main view: the camera that is on air is large for everybody by itself.
  for (const page of [host, observer]) await expect.poll(async () => await areaOf(large(page, 'Ben Okafor')) > 4 * await areaOf(large(page, 'Ana Keller')), patience).toBe(true);

  // The turn.
  await panel(observer, 'Cameras');
  await observer.getByText('Nobody has the turn. Whoever leads gives it.').waitFor();
  expect(await requests(observer).getByRole('button', { name: 'Light' }).isDisabled()).toBe(true);
  await panel(host, 'Cameras');
  await host.getByRole('button', { name: /Give the turn to/u }).click();
  await host.getByRole('option', { name: /Oda Sarr/u }).click();
  await observer.getByRole('complementary').getByText('Your turn to direct').waitFor();

  // A request and its answers.
  await observer.getByRole('radio', { name: /Kai Berg/u }).check();
  await requests(observer).getByRole('button', { name: 'Go to zone' }).click();
  await observer.getByRole('menuitemradio', { name: 'Loading dock' }).click();
  await second.until((client) => asked(client).length === 1);
  expect(asked(second)[0]).toMatchObject({ kind: 'goTo', camera: second.you, state: 'sent' });
  const queue = observer.getByRole('list', { name: 'Requests, the newest first' });
  await queue.getByText('Sent').waitFor();
  await second.must('camera.answer', { request: asked(second)[0]!.id, answer: 'acknowledged' });
  await queue.getByText('Acknowledged').waitFor();
  await second.must('camera.answer', { request: asked(second)[0]!.id, answer: 'done' });
  await host.getByRole('list', { name: 'Requests, the newest first' }).getByText('Done').waitFor();
  await expect.poll(() => observer.getByRole('status').allInnerTexts(), patience).toContainEqual(expect.stringContaining('Kai Berg has done: Go to: Loading dock.'));

  // An observer asks that everybody sees a camera large; the host makes it so.
  await card(observer, 'Ben Okafor').getByText('Main view, as nobody chose one').waitFor();
  await card(observer, 'Ben Okafor').getByRole('button', { name: 'Ask to show to all' }).click();
  await host.getByText('Oda Sarr asks to show the camera of Ben Okafor to all.').waitFor();
  await host.locator('[role="status"]').getByRole('button', { name: 'Show to all' }).click();
  await card(observer, 'Ben Okafor').getByText('Main view', { exact: true }).waitFor();
  await Promise.all([sees(host, 'Ben Okafor'), sees(observer, 'Ben Okafor')]);

  // A pointer is at the same place of the picture, whatever the size of the page that shows it.
  await host.setViewportSize({ width: 1240, height: 980 });
  await large(observer, 'Ben Okafor').getByRole('button', { name: 'Point at something' }).click();
  const surface = await observer.locator('[data-pointing]').boundingBox();
  await observer.mouse.move(surface!.x + surface!.width * 0.25, surface!.y + surface!.height * 0.75);
  const dot = host.locator('[data-points]');
  await expect.poll(async () => {
    // It fades when it rests, so it is kept moving a little.
    await observer.mouse.move(surface!.x + surface!.width * 0.25 + 1, surface!.y + surface!.height * 0.75);
    await observer.mouse.move(surface!.x + surface!.width * 0.25, surface!.y + surface!.height * 0.75);
    return await dot.count() === 0 ? [] : whereIn(large(host, 'Ben Okafor').locator('video'), dot);
  }, patience).toEqual([0.25, 0.75]);

  // Frozen: both pages hold a picture that no longer changes while the stream beneath it goes on.
  await large(host, 'Ben Okafor').getByRole('button', { name: 'Freeze for all' }).click();
  for (const page of [host, observer]) {
    const still = large(page, 'Ben Okafor').locator('canvas[data-frozen="held"]');
    await still.waitFor();
    const before = await pixels(still);
    const shown = await frames(page, 'Ben Okafor');
    await expect.poll(() => frames(page, 'Ben Okafor'), patience).toBeGreaterThan(shown + 8);
    expect(await pixels(still)).toBe(before);
  }

  // Marks over it, with the mouse and with the keyboard.
  const hostView = large(host, 'Ben Okafor');
  await hostView.getByRole('button', { name: 'Arrow with a number' }).click();
  const area = await hostView.getByRole('application').boundingBox();
  await host.mouse.move(area!.x + area!.width * 0.3, area!.y + area!.height * 0.3);
  await host.mouse.down();
  await host.mouse.move(area!.x + area!.width * 0.6, area!.y + area!.height * 0.5, { steps: 4 });
  await host.mouse.up();
  await large(observer, 'Ben Okafor').getByRole('img', { name: 'arrow 1' }).waitFor();
  const circle = large(observer, 'Ben Okafor').getByRole('button', { name: 'Circle with a number' });
  await circle.focus();
  await observer.keyboard.press('Enter');
  await observer.keyboard.press('Enter');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter']) await observer.keyboard.press(key);
  await hostView.getByRole('img', { name: 'arrow 1, circle 2' }).waitFor();

  // Who comes later is told, and does not see the picture that goes on.
  const late = await scene.enter(lin, session);
  await large(late, 'Ben Okafor').getByText(/^Frozen at \d{2}:\d{2}:\d{2} before you came$/u).waitFor();
  expect(await large(late, 'Ben Okafor').locator('canvas[data-frozen]').count()).toBe(0);

  await hostView.getByRole('button', { name: 'Let it go on' }).click();
  for (const page of [host, observer, late]) await large(page, 'Ben Okafor').locator('[data-frozen]').waitFor({ state: 'detached' });
  await sees(late, 'Ben Okafor');

  // Taken back, and the observer asks nothing any more.
  await panel(host, 'Cameras');
  await host.getByRole('button', { name: 'Take the turn' }).click();
  await observer.getByText('Ana Keller has the turn.', { exact: false }).waitFor();
  expect(await requests(observer).getByRole('button', { name: 'Light' }).isDisabled()).toBe(true);
  await camera.close();
});

test('what observers say among themselves reaches nobody else; the floor is given and taken back', async () => {
  const session = await visit();
  const host = await scene.enter(ana, session);
  const lead = await scene.enter(lin, session);
  const observer = await scene.enter(oda, session);
  const outsider = await scene.server.connect(kai.cookie, session);
  await Promise.all([host, lead].map((page) => page.getByRole('button', { name: 'Microphone', exact: true }).click()));
  await Promise.all([hearsNothing(host), hearsNothing(lead), hearsNothing(observer)]);

  // A short press latches. The lead hears it, by bytes and by sound; the host receives not one byte of sound.
  const silence = await soundBytes(host);
  const heard = await soundBytes(lead);
  await observer.getByRole('button', { name: 'Observers only' }).click();
  await observer.locator('[data-speaks="backChannel"]').getByText('Speaking to the observers only').waitFor();
  await hears(lead);
  await lead.getByText('Oda Sarr, to the observers only').waitFor();
  await expect.poll(() => soundBytes(lead), patience).toBeGreaterThan(heard + 10_000);
  expect(await soundBytes(host)).toBe(silence);
  await hearsNothing(host);
  expect(Object.values(outsider.state.publications).filter((one) => one.room !== undefined)).toEqual([]);
  expect(await host.getByRole('button', { name: 'Observers only' }).count()).toBe(0);
  await observer.getByRole('button', { name: 'Observers only' }).click();
  await hearsNothing(lead);

  // Held down by who is open on the floor: the floor is muted meanwhile, and hears again afterwards.
  await lead.getByRole('button', { name: 'Muted', exact: true }).click();
  await hears(host);
  const control = await lead.getByRole('button', { name: 'Observers only' }).boundingBox();
  await lead.mouse.move(control!.x + control!.width / 2, control!.y + control!.height / 2);
  await lead.mouse.down();
  await lead.locator('[data-speaks="backChannel"]').getByText('Your microphone on the floor is muted meanwhile.').waitFor();
  await hears(observer);
  await hearsNothing(host);
  await lead.mouse.up();
  await lead.locator('[data-speaks]').waitFor({ state: 'detached' });
  await hears(host);
  await lead.getByRole('button', { name: 'Microphone', exact: true }).click();
  await hearsNothing(host);

  // In writing too.
  await panel(lead, 'Chat');
  await lead.getByRole('button', { name: 'Observers\' back channel' }).click();
  await lead.getByRole('textbox', { name: 'Write to: Observers\' back channel' }).fill('Ask for the seal register');
  await lead.keyboard.press('Enter');
  await expect.poll(() => observer.getByRole('tab', { name: 'Chat' }).innerText(), patience).toMatch(/1/u);
  await panel(observer, 'Chat');
  await observer.getByRole('button', { name: /^Observers' back channel/u }).click();
  await observer.getByRole('log').getByText('Ask for the seal register').waitFor();
  await panel(host, 'Chat');
  expect(await host.getByRole('button', { name: 'Observers\' back channel' }).count()).toBe(0);
  expect(Object.keys(outsider.state.chat)).not.toContain('room:backChannel');

  // The floor: nobody with a silent role has a microphone there until it is given.
  expect(await observer.getByRole('button', { name: /^(Muted|Microphone)$/u }).count()).toBe(0);
  await observer.getByRole('button', { name: 'Raise hand' }).click();
  await panel(host, 'People');
  await host.getByRole('button', { name: 'Give Oda Sarr the floor' }).click();
  await observer.getByText('You have the floor. Open your microphone to speak.').waitFor();
  await observer.getByRole('button', { name: 'Speak', exact: true }).click();
  await hears(host);
  await host.getByRole('button', { name: 'Take the floor back from Oda Sarr' }).click();
  await observer.getByText('The floor was taken back. Your microphone is closed.').waitFor();
  await observer.getByRole('button', { name: /^(Muted|Microphone)$/u }).waitFor({ state: 'detached' });
  await hearsNothing(host);

  // The row of tabs is wider than its panel: the keyboard reaches the last one, which is then in sight, and the edge shows that there is more.
  const tabs = host.getByRole('tablist');
  await host.getByRole('tab', { selected: true }).focus();
  await host.keyboard.press('Home');
  await expect.poll(() => tabs.locator('xpath=..').locator('[data-side]').evaluateAll((all) => all.map((one) => one.getAttribute('data-side'))), patience).toEqual(['after']);
  await host.keyboard.press('End');
  await expect.poll(() => tabs.evaluate((row) => {
    const last = row.lastElementChild!;
    return last.getAttribute('aria-selected') === 'true' && last === document.activeElement && last.getBoundingClientRect().right <= row.getBoundingClientRect().right + 1;
  }), patience).toBe(true);
  await expect.poll(() => tabs.locator('xpath=..').locator('[data-side]').evaluateAll((all) => all.map((one) => one.getAttribute('data-side'))), patience).toEqual(['before']);

  // Once it has ended, who may open the file of the visit is led there.
  await host.getByRole('button', { name: 'Leave' }).click();
  await host.getByRole('menuitem', { name: 'End for all' }).click();
  await host.getByRole('alertdialog', { name: 'End the session for all?' }).getByRole('button', { name: 'End for all' }).click();
  await observer.getByRole('link', { name: 'Visit file' }).click();
  await observer.waitForURL(`**/sessions/${session}/visit`);
});

function asked(client: LiveTestClient) {
  return Object.values(client.state.observation.cameras.requests).filter((one) => one.camera === client.you);
}

/** What can be asked of the chosen camera, in the panel. */
function requests(page: Page): Locator {
  return page.getByRole('complementary').locator('[data-requests]');
}

function card(page: Page, name: string): Locator {
  return page.getByRole('complementary').locator('[data-camera]').filter({ hasText: name });
}

function large(page: Page, name: string): Locator {
  return page.locator('li[data-participant]').filter({ hasText: name });
}

async function areaOf(one: Locator): Promise<number> {
  const box = await one.boundingBox();
  return (box?.width ?? 0) * (box?.height ?? 0);
}

function frames(page: Page, name: string): Promise<number> {
  return large(page, name).locator('video').evaluate((node: HTMLVideoElement) => node.getVideoPlaybackQuality().totalVideoFrames);
}

/** A canvas as a number that another picture would not have. */
function pixels(canvas: Locator): Promise<number> {
  return canvas.evaluate((node: HTMLCanvasElement) => {
    const { data } = node.getContext('2d')!.getImageData(0, 0, node.width, node.height);
    return data.reduce((sum, value) => (Math.imul(sum, 31) + value) | 0, 17);
  });
}

/** Where something stands in a moving picture, in hundredths of it: the picture itself, without the bars beside it. */
async function whereIn(video: Locator, point: Locator): Promise<readonly number[]> {
  const at = await point.boundingBox();
  if (!at) return [];
  const box = await video.evaluate((node: HTMLVideoElement) => {
    const outer = node.getBoundingClientRect();
    const scale = Math.min(outer.width / node.videoWidth, outer.height / node.videoHeight);
    const [width, height] = [node.videoWidth * scale, node.videoHeight * scale];
    return { x: outer.x + (outer.width - width) / 2, y: outer.y + (outer.height - height) / 2, width, height };
  });
  // The name beside the dot hangs out of its box and does not count.
  return [(at.x + at.width / 2 - box.x) / box.width, (at.y + at.height / 2 - box.y) / box.height].map((value) => Math.round(value * 100) / 100);
}

/** Bytes of sound that this page has received. */
function soundBytes(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let bytes = 0;
    for (const connection of window.connections) {
      for (const report of (await connection.getStats()).values()) {
        const { type, kind, bytesReceived } = report as { type: string; kind?: string; bytesReceived?: number };
        if (type === 'inbound-rtp' && kind === 'audio') bytes += bytesReceived ?? 0;
      }
    }
    return bytes;
  });
}
