import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { desktop, phone } from '../harness/browser.ts';
import type { TestPerson } from '../harness/server.ts';
import { panel, RoomScene, sees } from './room-scene.ts';

let scene: RoomScene;
let ana: TestPerson;
let ben: TestPerson;
let cai: TestPerson;

beforeAll(async () => {
  scene = await RoomScene.open();
  [ana, ben, cai] = [await scene.server.person('Ana Keller'), await scene.server.person('Ben Okafor'), await scene.server.person('Cai Lin')];
});
afterEach(() => scene.clear());
afterAll(() => scene.close());

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** In light with everything that axe knows; in dark for the colours, which are all that differs, and differ alike on a phone. */
async function nothingFound(page: Page, where: string): Promise<void> {
  await found(page, `${where}, light`, (axe) => axe.withTags(TAGS));
  if (page.viewportSize()!.width < desktop.width) return;
  await page.emulateMedia({ colorScheme: 'dark' });
  await found(page, `${where}, dark`, (axe) => axe.withRules(['color-contrast']));
  await page.emulateMedia({ colorScheme: 'light' });
}

async function found(page: Page, where: string, choose: (axe: AxeBuilder) => AxeBuilder): Promise<void> {
  // Colours are looked at when they have arrived.
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running' || one.effect?.getComputedTiming().iterations === Infinity));
  const { violations } = await choose(new AxeBuilder({ page })).analyze();
  expect(violations.map((one) => `${where}: ${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
}

test.each([desktop, phone])('axe finds nothing before the door, in the lobby, in the room and its panels: %o', async (viewport) => {
  const session = await scene.server.session(ana, [[ben, 'attendee'], [cai, 'attendee']], { lobby: true, zone: 'Asia/Shanghai' });
  const { page: host } = await scene.visit(ana, session, { viewport });
  await host.getByText('Sound and pictures will come through well.').or(host.getByText('You can take part.', { exact: false })).or(host.getByText('You can join, but', { exact: false })).waitFor();
  await nothingFound(host, 'before the door');
  await host.getByRole('button', { name: 'Open the session and join' }).click();
  await host.getByRole('toolbar').waitFor();

  const { page: guest } = await scene.visit(ben, session, { viewport });
  await guest.getByRole('button', { name: 'Ask to join' }).click();
  await guest.getByRole('heading', { name: 'You are in the lobby' }).waitFor();
  await nothingFound(guest, 'lobby');
  const admitted = async (): Promise<void> => {
    if (viewport === phone) {
      await host.getByRole('button', { name: 'See who' }).click();
      await host.getByRole('button', { name: 'Admit Ben Okafor' }).click();
      await host.keyboard.press('Escape');
    } else {
      await host.getByRole('button', { name: 'Admit Ben Okafor' }).click();
    }
  };
  await admitted();
  await sees(host, 'Ben Okafor');
  await guest.getByRole('button', { name: /^(Raise hand|Hand)$/u }).click();
  await nothingFound(host, 'room');
  for (const name of ['People', 'Chat', 'Rooms', 'Readiness']) {
    if (viewport === phone) {
      await host.getByRole('button', { name: 'More' }).click();
      if (name === 'People') await nothingFound(host, 'more');
      await host.getByRole('menuitem', { name, exact: true }).click();
      await host.getByRole('dialog', { name }).waitFor();
      await nothingFound(host, name);
      await host.keyboard.press('Escape');
    } else {
      await panel(host, name);
      await nothingFound(host, name);
    }
  }
  await host.keyboard.press('?');
  await host.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await nothingFound(host, 'keys');
});
