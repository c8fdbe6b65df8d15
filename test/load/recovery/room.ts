import type { Page } from 'playwright-core';
import type { TestBrowser } from '../../harness/browser.ts';
import type { TestPerson } from '../../harness/server.ts';
import { note } from './frames.ts';

/** Pages are drawn by the processor of the machine that is measured: small ones leave it to what is measured. */
const SMALL = { width: 1000, height: 640 };

/** Somebody inside the room, with camera and microphone on, whose page notes what it sees. */
export async function enter(browser: TestBrowser, person: TestPerson, session: string): Promise<Page> {
  const { context, page } = await browser.person({ cookie: person.cookie, viewport: SMALL });
  await note(context);
  await page.goto(`/room/${session}`);
  await page.getByRole('button', { name: /^(?:Join now|Open the session and join)$/ }).click({ timeout: 60_000 });
  await page.getByRole('toolbar', { name: 'Controls' }).waitFor({ timeout: 60_000 });
  return page;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Asks until the answer is yes, and says when that was; ms since the epoch. */
export async function whenTrue(ask: () => Promise<boolean>, everyMs = 20, mostMs = 120_000): Promise<number> {
  const since = Date.now();
  while (Date.now() - since < mostMs) {
    if (await ask().catch(() => false)) return Date.now();
    await pause(everyMs);
  }
  throw new Error('waited in vain');
}
