import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makePdf } from '../../integration/decks/pdfs.ts';
import { phone } from '../../harness/browser.ts';
import { colouredPdf, colourOf, DeckRoom, PAGES } from '../deckRoom.ts';
import type { DeckPage, Seen } from '../deckRoom.ts';

let room: DeckRoom;
beforeAll(async () => {
  room = await DeckRoom.open();
});
afterEach(() => room.browser.assertNoFaults());
afterAll(() => room.close());

/** A hundredth of the page: what antialiasing and whole pixels can move. */
function expectSamePlaces(one: readonly Seen[], other: readonly Seen[]): void {
  expect(other).toHaveLength(one.length);
  for (const [index, mark] of one.entries()) {
    for (const key of ['left', 'top', 'width', 'height'] as const) expect(Math.abs(mark[key] - other[index]![key])).toBeLessThan(0.01);
  }
}

/** Polls for as long as a slow machine may need. */
function eventually<T>(read: () => T) {
  return expect.poll(read, { timeout: 30_000 });
}

async function presenting(page = 1): Promise<DeckPage> {
  const host = await room.enter(room.host);
  await room.command(room.host, 'stage.present', { deck: room.deck, page });
  await host.shows(page);
  return host;
}

describe('turning pages', () => {
  test('everyone sees the presenter\'s page, each in their own language', async () => {
    const host = await presenting();
    const viewer = await room.enter(room.attendee);
    await room.command(room.attendee, 'participant.language', { language: 'zh' });
    await viewer.shows(1);
    await host.button('Next page').click();
    await host.page.keyboard.press('ArrowRight');
    await Promise.all([host.shows(3), viewer.shows(3)]);
    await eventually(() => viewer.colour()).toEqual(colourOf('zh', 3));
    expect(await host.colour()).toEqual(colourOf('en', 3));
    expect(await viewer.words()).toBe('Page 3 zh');
    expect(await host.words()).toBe('Page 3 en');
    await host.page.keyboard.press('End');
    await viewer.shows(PAGES);
    expect(await viewer.colour()).toEqual(colourOf('zh', PAGES));
    await viewer.page.getByRole('button', { name: /^Language of the pages/ }).click();
    await viewer.page.getByRole('menuitemradio', { name: /^French/ }).click();
    await eventually(() => viewer.colour()).toEqual(colourOf('fr', PAGES));
    expect(await host.colour()).toEqual(colourOf('en', PAGES));
    await room.command(room.attendee, 'participant.language', { language: 'en' });
  });

  test('by number and from the overview', async () => {
    const host = await presenting(2);
    const viewer = await room.enter(room.attendee);
    const field = host.page.getByRole('textbox', { name: `Page, of ${PAGES}` });
    await field.fill('99');
    await field.press('Enter');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.fill('7');
    await field.press('Enter');
    await viewer.shows(7);
    await host.button('All pages').click();
    const overview = host.page.getByRole('listbox', { name: 'All pages' });
    await overview.getByRole('option', { name: `Page 7 of ${PAGES}` }).locator('canvas').waitFor();
    expect(await overview.getByRole('option', { selected: true }).getAttribute('aria-label')).toBe(`Page 7 of ${PAGES}`);
    await overview.getByRole('option', { name: `Page 11 of ${PAGES}` }).click();
    await Promise.all([host.shows(11), viewer.shows(11)]);
  });

  test('no page but the one before is ever seen until the next is drawn', async () => {
    const host = await presenting();
    await host.page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      const look = (): void => {
        const sheet = document.querySelector('[data-deck-stage] [data-file]');
        const canvas = sheet?.querySelector('canvas');
        seen.push(canvas && canvas.width > 0 ? `${sheet?.getAttribute('data-page')}` : 'nothing');
        requestAnimationFrame(look);
      };
      look();
    });
    for (const page of [2, 3, 9]) {
      await room.command(room.host, 'stage.page', { page });
      await host.shows(page);
    }
    const seen = await host.page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
    expect(seen.filter((one, index) => one !== seen[index - 1])).toEqual(['1', '2', '3', '9']);
  });

  test('the presenter\'s zoom is everyone\'s, sharp, and goes with the page', async () => {
    const host = await presenting(4);
    const viewer = await room.enter(room.attendee);
    await viewer.shows(4);
    const whole = await viewer.box();
    for (let press = 0; press < 3; press++) await host.button('Zoom in').click();
    await eventually(async () => (await viewer.box()).width).toBeGreaterThan(whole.width * 1.9);
    // Drawn a second time where it is larger than the whole page's drawing.
    await viewer.sheet.locator('canvas').nth(1).waitFor();
    await host.page.keyboard.press('ArrowRight');
    await viewer.shows(5);
    await eventually(async () => (await viewer.box()).width).toBeCloseTo(whole.width, 0);
  });
});

describe('marks', () => {
  test('are at the same place for everyone, in every language, for whoever comes late or comes back', async () => {
    const host = await presenting(6);
    const viewer = await room.enter(room.attendee, { viewport: { width: 1000, height: 800 } });
    await room.command(room.attendee, 'participant.language', { language: 'fr' });
    await viewer.shows(6);
    await host.button('Pen').click();
    await host.drag([0.2, 0.2], [0.6, 0.4]);
    await host.hasMarks(1);
    await host.button('Marker').click();
    await host.drag([0.1, 0.7], [0.5, 0.7]);
    await host.button('Text').click();
    await host.page.mouse.click(...await host.at(0.55, 0.6));
    await host.page.keyboard.type('Here <b>it</b> is');
    await host.page.keyboard.press('Enter');
    await Promise.all([host.hasMarks(3), viewer.hasMarks(3)]);
    await eventually(() => viewer.colour()).toEqual(colourOf('fr', 6));
    const marks = await host.marks();
    expect(marks[0]!.left).toBeCloseTo(0.2, 1);
    expect(marks[0]!.width).toBeCloseTo(0.4, 1);
    expectSamePlaces(marks, await viewer.marks());
    expect(await viewer.sheet.locator('[data-marks] text').textContent()).toBe('Here <b>it</b> is');

    const late = await room.enter(room.speaker, { isPhone: true });
    await late.shows(6);
    expectSamePlaces(marks, await late.marks());
    await viewer.page.reload();
    await viewer.shows(6);
    expectSamePlaces(marks, await viewer.marks());
    expect(await viewer.colour()).toEqual(colourOf('fr', 6));

    await host.button('Take back my last mark').click();
    await viewer.hasMarks(2);
    await host.page.keyboard.press('PageDown');
    await viewer.shows(7);
    await viewer.hasMarks(0);
    await host.page.keyboard.press('PageUp');
    await viewer.hasMarks(2);
    await host.button('Clear the marks on this page').click();
    await Promise.all([viewer.hasMarks(0), late.hasMarks(0)]);
    await room.command(room.attendee, 'participant.language', { language: 'en' });
  });

  test('are drawn and written with the keyboard alone', async () => {
    const host = await presenting(8);
    const viewer = await room.enter(room.attendee);
    await host.button('Text').press('Enter');
    for (let press = 0; press < 4; press++) await host.page.keyboard.press('Shift+ArrowLeft');
    await host.page.keyboard.press('Enter');
    await host.page.keyboard.type('From the keys');
    await host.page.keyboard.press('Enter');
    await viewer.hasMarks(1);
    expect((await viewer.marks())[0]!.left).toBeCloseTo(0.3, 1);
    await host.button('Pen').press('Enter');
    await host.page.keyboard.press('Space');
    for (let press = 0; press < 5; press++) await host.page.keyboard.press('Shift+ArrowRight');
    await host.page.keyboard.press('Space');
    await viewer.hasMarks(2);
    expect((await viewer.marks())[1]!.width).toBeCloseTo(0.25, 1);
    // Escape gives the arrows back to the pages.
    await host.page.keyboard.press('Escape');
    await host.page.keyboard.press('ArrowRight');
    await viewer.shows(9);
  });

  test('are not offered to whoever may not draw', async () => {
    await presenting();
    const viewer = await room.enter(room.attendee);
    await viewer.shows(1);
    for (const name of ['Pen', 'Text', 'Laser pointer', 'Clear the marks on this page', 'Stop']) expect(await viewer.button(name).count()).toBe(0);
    const speaker = await room.enter(room.speaker);
    await speaker.shows(1);
    expect(await speaker.button('Pen').count()).toBe(1);
    expect(await speaker.button('Clear the marks on this page').count()).toBe(0);
  });

  test('the laser pointer is seen where it points, with a name, and goes', async () => {
    const host = await presenting(3);
    const viewer = await room.enter(room.attendee, { viewport: { width: 1100, height: 700 } });
    await viewer.shows(3);
    await host.button('Laser pointer').click();
    await host.page.mouse.move(...await host.at(0.2, 0.3));
    await host.page.mouse.move(...await host.at(0.7, 0.4), { steps: 5 });
    const dot = viewer.sheet.locator('[class*="dot"]');
    await eventually(async () => {
      const [box, at] = [await viewer.box(), await dot.boundingBox()];
      return at && [(at.x + at.width / 2 - box.left) / box.width, (at.y + 9 - box.top) / box.height].map((one) => one.toFixed(2));
    }).toEqual(['0.70', '0.40']);
    expect(await dot.innerText()).toBe('Hana Host');
    await host.page.mouse.move(2, 2);
    await dot.waitFor({ state: 'detached' });
  });
});

describe('viewers and presenters', () => {
  test('a viewer browses alone, is told so, and comes back', async () => {
    const host = await presenting(4);
    const viewer = await room.enter(room.attendee);
    await viewer.shows(4);
    await viewer.button('Next page').click();
    await viewer.shows(5);
    const notice = viewer.page.getByText('You are browsing alone');
    expect(await notice.textContent()).toBe('You are browsing alone, page 5. Hana Host is on page 4.');
    await host.page.keyboard.press('End');
    await host.shows(PAGES);
    await eventually(() => notice.textContent()).toBe(`You are browsing alone, page 5. Hana Host is on page ${PAGES}.`);
    await viewer.shows(5);
    await viewer.button('Back to the presenter').click();
    await viewer.shows(PAGES);
    expect(await notice.count()).toBe(0);
    // The keys turn a viewer's pages only when the focus is in the deck.
    await viewer.page.locator('body').press('ArrowLeft');
    expect(await notice.count()).toBe(0);
    await viewer.button('Previous page').press('ArrowLeft');
    await viewer.shows(PAGES - 1);
  });

  test('presenting is handed over, taken back and stopped', async () => {
    const host = await presenting(2);
    const speaker = await room.enter(room.speaker);
    await speaker.shows(2);
    await host.button('More for this deck').click();
    await host.page.getByRole('menuitem', { name: 'Hand presenting to…' }).click();
    await host.page.getByRole('dialog').getByRole('button', { name: /Sam Speaker/ }).click();
    await speaker.button('Stop').waitFor();
    await speaker.page.keyboard.press('ArrowRight');
    await host.shows(3);
    expect(await host.button('Stop').count()).toBe(0);
    await host.button('More for this deck').click();
    await host.page.getByRole('menuitem', { name: 'Take over presenting' }).click();
    await host.button('Stop').click();
    await speaker.page.locator('[data-deck-stage]').waitFor({ state: 'detached' });
  });

  test('another deck is chosen, and one uploaded, from within the room', async () => {
    const host = await presenting(2);
    const viewer = await room.enter(room.attendee);
    await host.button('More for this deck').click();
    await host.page.getByRole('menuitem', { name: 'Choose another deck…' }).click();
    await host.page.getByRole('button', { name: 'Upload a deck' }).last().click();
    const upload = host.page.getByRole('dialog', { name: 'Upload a deck' });
    const send = async (name: string, buffer: Buffer): Promise<void> => {
      await upload.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer });
      await upload.getByRole('button', { name: 'Upload', exact: true }).click();
    };
    await send('Fake.pdf', Buffer.from('<script>alert(1)</script>'));
    await upload.getByText('file.notPdf').waitFor();
    await send('Second deck.pdf', colouredPdf('zh', 4));
    await upload.waitFor({ state: 'detached' });
    await host.page.getByRole('dialog').getByRole('button', { name: 'Present “Second deck”' }).click();
    await viewer.page.locator('[data-deck-stage][data-shown="1"]').waitFor();
    await eventually(() => viewer.colour()).toEqual(colourOf('zh', 1));
  });

  test('a version with other pages is refused with a way on', async () => {
    const host = await room.enter(room.host, { expected: [/status of 409/] });
    await host.page.getByRole('tab', { name: /Decks|Slides/ }).click();
    await host.page.getByRole('button', { name: 'More for “Programme goals”' }).click();
    await host.page.getByRole('menuitem', { name: 'Add a language version…' }).click();
    const upload = host.page.getByRole('dialog');
    await upload.getByText(`The same pages as the deck: ${PAGES}.`).waitFor();
    await upload.locator('input[type=file]').setInputFiles({ name: 'Longer.pdf', mimeType: 'application/pdf', buffer: colouredPdf('fr', PAGES + 1) });
    await upload.getByRole('combobox').fill('German');
    await host.page.getByRole('option', { name: /^German/ }).click();
    await upload.getByRole('button', { name: 'Upload', exact: true }).click();
    await upload.getByText(`deck.pagesDiffer · ${PAGES + 1}/${PAGES}`).waitFor();
    await upload.getByRole('button', { name: 'Add it as a deck of its own' }).click();
    await upload.getByRole('button', { name: 'Upload', exact: true }).click();
    await host.page.getByRole('button', { name: 'Present “Longer”' }).waitFor();
  });
});

describe('a line that breaks', () => {
  test('says that the deck cannot be fetched, and goes on when asked', async () => {
    const host = await room.enter(room.host, { expected: [/Failed to load resource/] });
    await host.page.route('**/decks/**', (route) => route.abort());
    await room.command(room.host, 'stage.present', { deck: room.deck, page: 2 });
    await host.page.getByText('client.offline').waitFor();
    await host.page.unroute('**/decks/**');
    await host.button('Try again').click();
    await host.shows(2);
    expect(await host.page.getByText('client.offline').count()).toBe(0);
  });
});

describe('what a PDF may bring', () => {
  test('its scripts and forms do nothing, and only its links to the web are links', async () => {
    const link = (y: number, action: string): string => `<< /Type /Annot /Subtype /Link /Rect [10 ${y} 200 ${y + 20}] /A ${action} >>`;
    const deck = await room.add('Hostile', makePdf({
      pages: 3, catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); app.launchURL\\("https://elsewhere.example"\\)) >>',
      page: () => `/AA << /O << /S /JavaScript /JS (app.alert\\(2\\)) >> >> /Annots [${[
        link(10, '<< /S /URI /URI (https://www.wcoomd.org/) >>'), link(40, '<< /S /URI /URI (javascript:alert\\(3\\)) >>'),
        link(70, '<< /S /Launch /F (calc.exe) >>'), link(100, '<< /S /JavaScript /JS (app.alert\\(4\\)) >>'),
        link(130, '<< /S /GoTo /D [2 /Fit] >>'), link(160, '<< /S /SubmitForm /F (https://elsewhere.example/) >>'),
      ].join(' ')}]`,
    }));
    const host = await room.enter(room.host);
    const dialogs: string[] = [];
    host.page.on('dialog', (dialog) => dialogs.push(dialog.message()));
    const outside: string[] = [];
    host.page.on('request', (request) => !request.url().startsWith(room.server.url) && outside.push(request.url()));
    await room.command(room.host, 'stage.present', { deck });
    await host.shows(1);
    const link1 = host.sheet.getByRole('link');
    await link1.waitFor();
    expect(await host.sheet.locator('a').evaluateAll((all) => all.map((one) => [one.getAttribute('href'), one.getAttribute('rel'), one.getAttribute('target')])))
      .toEqual([['https://www.wcoomd.org/', 'noopener noreferrer nofollow', '_blank']]);
    await host.sheet.getByRole('button', { name: 'Go to page 3' }).click();
    await host.shows(3);
    expect(dialogs).toEqual([]);
    expect(outside.filter((url) => !url.startsWith('blob:'))).toEqual([]);
  });

  test('Chinese text without its font is read and drawn with the character maps that come with the product', async () => {
    const deck = await room.add('Chinese', makePdf({
      pages: 1,
      font: '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 '
        + '/BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 >>] >>',
      shows: () => '<6D775173>',
    }));
    const host = await room.enter(room.host);
    await room.command(room.host, 'stage.present', { deck });
    await host.shows(1);
    expect(await host.words()).toBe('海关');
  });

  test('of a large file only what is shown is fetched', async () => {
    const deck = await room.add('Large', makePdf({ pages: 40, drawing: () => `%${'x'.repeat(300_000)}\n` }));
    const host = await room.enter(room.host);
    const parts: number[] = [];
    host.page.on('response', (response) => {
      if (response.url().includes(`/decks/${deck}/`) && response.status() === 206) parts.push(Number(response.headers()['content-length']));
    });
    await room.command(room.host, 'stage.present', { deck, page: 20 });
    await host.shows(20);
    expect(await host.words()).toBe('Page 20');
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.reduce((sum, length) => sum + length, 0)).toBeLessThan(6_000_000);
  });
});

describe('on a phone', () => {
  test('everything fits, can be hit, and is drawn on with a finger', async () => {
    const host = await presenting(5);
    const speaker = await room.enter(room.speaker, { isPhone: true });
    await speaker.shows(5);
    const { left, width } = await speaker.box();
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left + width).toBeLessThanOrEqual(phone.width);
    expect(await speaker.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    for (const target of await speaker.page.locator('[data-deck-stage] button, [data-deck-stage] input').all()) {
      const box = await target.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), await target.getAttribute('aria-label') ?? '').toBeGreaterThanOrEqual(44);
    }
    await speaker.button('Point and draw').tap();
    await speaker.page.getByRole('dialog', { name: 'Pointing and drawing' }).getByRole('button', { name: 'Pen' }).tap();
    await speaker.page.keyboard.press('Escape');
    const touch = await speaker.page.context().newCDPSession(speaker.page);
    const finger = async (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly (readonly [number, number])[]): Promise<void> => {
      const on = await Promise.all(points.map((point) => speaker.at(...point)));
      await touch.send('Input.dispatchTouchEvent', { type, touchPoints: on.map(([x, y], id) => ({ x, y, id })) });
    };
    await finger('touchStart', [0.2, 0.3]);
    for (const x of [0.3, 0.4, 0.5, 0.6]) await finger('touchMove', [x, 0.5]);
    await finger('touchEnd');
    await host.hasMarks(1);
    expectSamePlaces(await speaker.marks(), await host.marks());
    // Two fingers zoom, and draw nothing.
    const before = await speaker.box();
    await finger('touchStart', [0.4, 0.5]);
    await finger('touchStart', [0.4, 0.5], [0.6, 0.5]);
    await finger('touchMove', [0.3, 0.5], [0.7, 0.5]);
    await finger('touchEnd');
    await eventually(async () => (await speaker.box()).width).toBeGreaterThan(before.width * 1.2);
    await speaker.hasMarks(1);
    await speaker.page.getByText('You are browsing alone').waitFor();
    await room.command(room.host, 'mark.clear', { deck: room.deck, page: 5 });
  });
});

describe('for everybody', () => {
  test('axe finds nothing on the stage, its tools and the overview', async () => {
    const host = await presenting(2);
    const problems = async (): Promise<readonly string[]> =>
      (await new AxeBuilder({ page: host.page }).setLegacyMode().include('[data-deck-stage]').analyze()).violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    expect(await problems()).toEqual([]);
    await host.button('Pen').click();
    expect(await problems()).toEqual([]);
    await host.button('All pages').click();
    await host.page.getByRole('listbox', { name: 'All pages' }).waitFor();
    const dialog = await new AxeBuilder({ page: host.page }).setLegacyMode().include('[role=dialog]').analyze();
    expect(dialog.violations.map(({ id }) => id)).toEqual([]);
  });

  test('the page that one turns to is said', async () => {
    const host = await presenting(2);
    await host.button('Next page').click();
    await host.page.getByRole('status').filter({ hasText: `Page 3 of ${PAGES}` }).waitFor({ state: 'attached' });
  });
});
