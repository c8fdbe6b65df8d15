import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { phone } from '../harness/browser.ts';
import type { TestPerson } from '../harness/server.ts';
import { inside, RoomScene, sees } from './room-scene.ts';

let scene: RoomScene;
let ana: TestPerson;
let ben: TestPerson;

beforeAll(async () => {
  scene = await RoomScene.open();
  [ana, ben] = [await scene.server.person('Ana Keller'), await scene.server.person('Ben Okafor')];
});
afterEach(() => scene.clear());
afterAll(() => scene.close());

/** The least size of anything that is pressed. */
const TARGET_PX = 44;

describe.each([['upright', phone], ['the smallest', { width: 360, height: 640 }], ['lying', { width: 844, height: 390 }]] as const)('a phone, %s', (_name, viewport) => {
  test('joins, sees, and reaches everything with a thumb', async () => {
    const session = await scene.server.session(ana, [[ben, 'speaker']], { title: 'Operator visit: Harbour Cold Store', lobby: false });
    await scene.enter(ana, session);
    const { page } = await scene.visit(ben, session, { viewport, isPhone: true });
    const join = page.getByRole('button', { name: 'Join now' });
    await join.waitFor();
    expect(await fitsAcross(page)).toBe(true);
    await large(join);
    await join.click();
    await inside(page);
    await sees(page, 'Ana Keller');
    expect(await fitsAcross(page)).toBe(true);

    const controls = page.getByRole('toolbar', { name: 'Controls' }).getByRole('button');
    expect(await controls.count()).toBe(5);
    for (const control of await controls.all()) await large(control);
    await large(page.getByRole('button', { name: 'Leave' }));
    // The stage has the screen.
    const stage = await page.getByRole('main', { name: 'Stage' }).boundingBox();
    expect(stage!.width * stage!.height).toBeGreaterThan(0.6 * viewport.width * viewport.height);

    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'People' }).click();
    const sheet = page.getByRole('dialog', { name: 'People' });
    await sheet.getByText('Ana Keller').waitFor();
    for (const button of await sheet.getByRole('button').all()) await large(button);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });

    const chat = page.getByRole('toolbar').getByRole('button', { name: 'Chat' });
    await chat.click();
    await page.getByRole('dialog', { name: 'Chat' }).getByRole('textbox').fill('from the dock');
    await page.getByRole('dialog', { name: 'Chat' }).getByRole('button', { name: 'Send' }).click();
    await page.getByRole('log').getByText('from the dock').waitFor();
    await page.getByRole('dialog', { name: 'Chat' }).getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => chat.evaluate((node) => node === document.activeElement)).toBe(true);
  });
});

async function large(control: Locator): Promise<void> {
  const box = await control.boundingBox();
  expect(Math.min(box!.width, box!.height), await control.innerText()).toBeGreaterThanOrEqual(TARGET_PX - 0.5);
}

function fitsAcross(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
}
