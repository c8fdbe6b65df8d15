import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { TestBrowser } from '../harness/browser.ts';
import type { PersonOptions } from '../harness/browser.ts';
import { sha256, VisitHouse } from '../integration/observation/scene.ts';
import type { Visit, Who } from '../integration/observation/scene.ts';
import { inside, panel } from './room-scene.ts';
import { person, rangeIn, sitePicture } from './sitePictures.ts';
import type { SitePicture } from './sitePictures.ts';

/** A small machine that does other things too; every wait is for a state, never for a time. */
const PATIENCE_MS = 60_000;

let house: VisitHouse;
let browser: TestBrowser;
beforeAll(async () => {
  house = await VisitHouse.open();
  browser = await TestBrowser.launch(house.server.url);
});
afterEach(async () => {
  try {
    browser.assertNoFaults();
  } finally {
    await browser.clear();
  }
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

/** Everything that comes down to a page, over HTTP and over its socket. */
class Received {
  readonly #bodies: Promise<Buffer>[] = [];
  readonly #frames: string[] = [];

  constructor(page: Page) {
    page.on('response', (response) => {
      this.#bodies.push(response.body().catch(() => Buffer.alloc(0)));
    });
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => this.#frames.push(payload.toString())));
  }

  /** Whether these bytes came, as a whole or within something else. */
  async has(bytes: Buffer): Promise<boolean> {
    const bodies = await Promise.all(this.#bodies);
    const hash = sha256(bytes);
    // The middle of a picture, which no header shares.
    const piece = bytes.subarray(Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 64);
    return bodies.some((body) => sha256(body) === hash || body.includes(piece));
  }

  /** Whether the socket brought this word. */
  mentions(word: string): boolean {
    return this.#frames.some((frame) => frame.includes(word));
  }

  get frames(): number {
    return this.#frames.length;
  }
}

async function enter(visit: Visit, who: Who, options: PersonOptions = {}): Promise<{ readonly page: Page; readonly received: Received }> {
  const { context, page } = await browser.person({ cookie: house.people[who].cookie, ...options });
  // Without camera and microphone: pictures are what is looked at here.
  await context.addInitScript(() => {
    if ('mediaDevices' in navigator) navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no device', 'NotFoundError'));
  });
  const received = new Received(page);
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`/room/${visit.session}`);
  await page.getByRole('button', { name: 'Join now' }).click();
  await inside(page);
  return { page, received };
}

async function picturesOf(words: readonly string[]): Promise<readonly SitePicture[]> {
  const { page } = await browser.person();
  const all = [];
  for (const one of words) all.push(await sitePicture(page, one));
  return all;
}

const shown = (page: Page) => page.getByRole('dialog').locator('img[data-shown="true"]');

/** Draws with the mouse from one point of the picture to another, in fractions of it. */
async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  const box = (await shown(page).boundingBox())!;
  const at = ([x, y]: readonly [number, number]): readonly [number, number] => [box.x + x * box.width, box.y + y * box.height];
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 5 });
  await page.mouse.up();
}

describe('evidence', () => {
  test('is seen first by the operator: masked, withheld, released; the observer receives what was let out, and no byte more', async () => {
    const visit = await house.visit();
    const [masked, kept, marked] = (await picturesOf(['DOCK 3', 'IT ROOM', 'SEAL 4711'])) as [SitePicture, SitePicture, SitePicture];
    const { page: observer, received } = await enter(visit, 'observer');
    await panel(observer, 'Evidence');
    await observer.getByText('Nothing released yet').waitFor();

    const first = await visit.captured(masked, { title: 'Door of the container' });
    const second = await visit.captured(kept, { title: 'Server cabinet' });
    const third = await visit.captured(marked, { title: 'Seal' });
    const arrow = { id: crypto.randomUUID(), shape: 'arrow', ink: 'red', number: 1, from: { x: 0.2, y: 0.8 }, to: { x: 0.44, y: 0.56 } } as const;
    const over = await visit.run('hostLead', 'evidence.markUp', { evidence: third, of: third, marks: [arrow] });

    // The representative: what waits is counted, and comes up one after the other.
    const { page: operator } = await enter(visit, 'operatorRepresentative');
    await operator.getByRole('tab', { name: 'Evidence 3' }).click();
    await operator.getByRole('button', { name: 'Review 3 items' }).click();
    await operator.getByRole('heading', { name: 'No. 1 · Door of the container' }).waitFor();
    await shown(operator).waitFor();

    // Masked: a rectangle by mouse over the person, another by keyboard alone.
    await operator.getByRole('button', { name: 'Mask…' }).click();
    await shown(operator).waitFor();
    const edge = 0.01;
    await drag(operator, [person.x - edge, person.y - edge], [person.x + person.width + edge, person.y + person.height + edge]);
    await operator.getByRole('button', { name: 'Add a rectangle' }).press('Enter');
    const added = operator.getByRole('button', { name: 'Rectangle 2: Person' });
    await expect.poll(() => added.evaluate((node) => node === document.activeElement)).toBe(true);
    for (let times = 0; times < 4; times += 1) await operator.keyboard.press('Control+ArrowLeft');
    await operator.keyboard.press('Shift+ArrowRight');
    await operator.getByLabel('What rectangle 2 hides').selectOption('Trade secret');
    await operator.getByRole('button', { name: 'Rectangle 2: Trade secret' }).waitFor();
    await operator.getByRole('button', { name: 'Release masked…' }).click();
    await operator.getByText('The observers will see the picture with 2 regions masked.').waitFor();
    // Until the last word is said, the observer's page has heard nothing of any of it.
    expect(received.frames).toBeGreaterThan(0);
    for (const id of [first, second, third, sha256(masked.content), 'Door of the container']) expect(received.mentions(id)).toBe(false);
    await operator.getByRole('button', { name: 'Release for good' }).click();

    // Withheld: a reason is needed.
    await operator.getByRole('heading', { name: 'No. 2 · Server cabinet' }).waitFor();
    await operator.getByText('No. 1 · Door of the container was released. 2 more wait.').waitFor();
    await operator.getByRole('button', { name: 'Withhold…' }).click();
    await operator.getByRole('button', { name: 'Withhold', exact: true }).click();
    await operator.getByText('Say why it is withheld.').waitFor();
    await operator.getByLabel('Reason', { exact: true }).fill('Shows the plan of our network');
    await operator.getByRole('button', { name: 'Withhold', exact: true }).click();

    // Released with the mark that the lead has put on it.
    await operator.getByRole('heading', { name: 'No. 3 · Seal' }).waitFor();
    await operator.locator(`[data-version="${over}"][aria-pressed="true"]`).waitFor();
    await operator.getByRole('button', { name: 'Release…' }).click();
    await operator.getByText('nothing in it is masked. It bears 1 mark.', { exact: false }).waitFor();
    await operator.getByRole('button', { name: 'Release for good' }).click();
    await operator.getByText('No. 3 · Seal was released. Nothing else waits.').waitFor();
    expect(await operator.getByRole('dialog').locator('[data-step]').evaluateAll((steps) => steps.map((step) => (step as HTMLElement).dataset['step']))).toEqual(['captured', 'stored', 'markedUp', 'released']);

    // The observer's list, without a reload.
    const card = (id: string) => observer.locator(`[data-evidence="${id}"]`);
    await card(third).getByText('Released', { exact: true }).waitFor();
    await card(second).getByText('Reason: Shows the plan of our network').waitFor();
    expect(await card(second).getByRole('button').count()).toBe(0);
    expect(await card(second).innerText()).not.toContain('Server cabinet');

    // What was masked is not in the bytes.
    await card(first).getByRole('button').click();
    await shown(observer).waitFor();
    const url = (await shown(observer).getAttribute('src'))!;
    const inner = { x: person.x, y: person.y, width: person.width, height: person.height };
    const solid = await rangeIn(observer, url, inner);
    expect(solid.most - solid.least).toBeLessThan(24);
    expect(solid.most).toBeLessThan(48);
    const thumbnail = await rangeIn(observer, url.replace('/content', '/thumbnail'), { x: person.x + 0.01, y: person.y + 0.02, width: person.width - 0.02, height: person.height - 0.04 });
    expect(thumbnail.most).toBeLessThan(56);
    const byKeys = await rangeIn(observer, url, { x: 0.41 - 0.12 + 0.01, y: 0.42, width: 0.15, height: 0.15 });
    expect(byKeys.most).toBeLessThan(48);
    expect((await rangeIn(observer, url, { x: 0, y: 0, width: 1, height: 0.1 })).least).toBeGreaterThan(100);
    await observer.getByText(sha256(masked.content)).waitFor();
    expect(await observer.getByRole('dialog').locator('[data-version]').count()).toBe(1);

    // The marks lie over the untouched picture.
    await observer.getByRole('button', { name: 'Close' }).click();
    await card(third).getByRole('button').click();
    await shown(observer).waitFor();
    await observer.getByRole('dialog').locator('[data-annotations="1"]').waitFor();
    expect(await received.has(marked.content)).toBe(true);

    for (const bytes of [masked.content, masked.thumbnail, kept.content, kept.thumbnail]) expect(await received.has(bytes)).toBe(false);
    const { api } = house.people.observer;
    for (const [evidence, version] of [[first, first], [second, second]] as const) {
      for (const part of ['content', 'thumbnail']) expect(await api.refusal('evidenceFile', { params: { session: visit.session, evidence, version, part } })).toBe('evidence.absent');
    }
  });

  test('is marked up by an observer once it is out: a version that everybody sees, over the same bytes', async () => {
    const visit = await house.visit();
    const [picture] = (await picturesOf(['GATE'])) as [SitePicture];
    const evidence = await visit.captured(picture, { title: 'Gate' });
    await visit.run('operatorRepresentative', 'evidence.release', { evidence, version: evidence });
    const { page: observer } = await enter(visit, 'observer');
    const { page: lead } = await enter(visit, 'hostLead', { viewport: { width: 390, height: 844 } });
    await panel(observer, 'Evidence');
    await observer.locator(`[data-evidence="${evidence}"]`).getByRole('button').click();
    await shown(observer).waitFor();
    await observer.getByRole('button', { name: 'Mark up' }).click();
    await shown(observer).waitFor();
    await drag(observer, [0.2, 0.2], [0.6, 0.4]);
    await observer.getByRole('button', { name: 'Circle' }).click();
    await drag(observer, [0.5, 0.5], [0.7, 0.7]);
    await observer.getByRole('button', { name: 'Take back the last mark' }).click();
    await observer.getByRole('button', { name: 'Save mark-up' }).click();
    await observer.getByRole('dialog').getByRole('button', { name: /^Mark-up 1/u }).waitFor();

    await lead.getByRole('button', { name: 'More' }).last().click();
    await lead.getByRole('menuitem', { name: 'Evidence' }).click();
    await lead.locator(`[data-evidence="${evidence}"]`).getByRole('button').click();
    await shown(lead).waitFor();
    await lead.getByRole('dialog').locator('[data-annotations="1"]').waitFor();
    expect(await lead.getByRole('dialog').getByText('Made of: Original').count()).toBe(1);
    const hash = await lead.evaluate(async (src) => {
      const digest = await crypto.subtle.digest('SHA-256', await (await fetch(src)).arrayBuffer());
      return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    }, (await shown(lead).getAttribute('src'))!);
    expect(hash).toBe(sha256(picture.content));
  });
});
