import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a colour scheme can change of what axe looks at. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * axe finds nothing on the page as it stands: in light by every rule, in dark by its colours, which are all that differ there.
 * `where` names the place in a failure; default the path.
 */
export async function expectAccessible(page: Page, where: string = new URL(page.url()).pathname): Promise<void> {
  await found(page, `${where}, light`, 'light', (axe) => axe);
  await found(page, `${where}, dark`, 'dark', (axe) => axe.withRules(COLOURS));
  await page.emulateMedia({ colorScheme: 'light' });
}

async function found(page: Page, where: string, colorScheme: 'light' | 'dark', choose: (axe: AxeBuilder) => AxeBuilder): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
  // Colours are looked at when they have arrived.
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running' || one.effect?.getComputedTiming().iterations === Infinity));
  // No page of ours has a frame; without frames to join, axe needs no second page for its result.
  const { violations } = await choose(new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })).analyze();
  const all = violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`);
  expect(all).toEqual([]);
}
