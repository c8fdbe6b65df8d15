import type { Page } from 'playwright-core';
import { desktop, TestBrowser } from '../harness/browser.ts';
import type { PersonOptions, Visitor } from '../harness/browser.ts';
import { startTestServer } from '../harness/server.ts';
import type { TestPerson, TestServer } from '../harness/server.ts';
import { makePdf } from '../integration/decks/pdfs.ts';

/** Every language has a channel of its own at full strength; the two others tell the page, fifteen steps each. */
const tints = { en: 'r', fr: 'g', zh: 'b' } as const;
export type Tongue = keyof typeof tints;
export const PAGES = 12;

/** A plain deck: a block of the page's own colour in the middle, and words. */
export function colouredPdf(language: Tongue, pages = PAGES): Buffer {
  return makePdf({
    pages, width: 800, height: 450, comment: language, text: (page) => `Page ${page} ${language}`,
    drawing: (page) => `q ${fill(language, page)} rg 300 240 200 180 re f Q 0 g`,
  });
}

function fill(language: Tongue, page: number): string {
  return (['r', 'g', 'b'] as const).map((channel) => (channel === tints[language] ? 1 : page / 17)).join(' ');
}

/** What the middle of the block looks like, 0 to 255 for red, green and blue. */
export function colourOf(language: Tongue, page: number): readonly number[] {
  return (['r', 'g', 'b'] as const).map((channel) => (channel === tints[language] ? 255 : page * 15));
}

/** A session with a deck in three languages, a host and two others, on a whole server. */
export class DeckRoom {
  readonly server: TestServer;
  readonly browser: TestBrowser;
  readonly host: TestPerson;
  readonly speaker: TestPerson;
  readonly attendee: TestPerson;
  readonly session: string;
  readonly deck: string;
  /** Who is inside, and as what: pages stay from one test to the next. */
  readonly #inside = new Map<string, { readonly as: string; readonly visitor: Visitor }>();

  private constructor(parts: Pick<DeckRoom, 'server' | 'browser' | 'host' | 'speaker' | 'attendee' | 'session' | 'deck'>) {
    ({
      server: this.server, browser: this.browser, host: this.host, speaker: this.speaker, attendee: this.attendee, session: this.session, deck: this.deck,
    } = parts);
  }

  static async open(): Promise<DeckRoom> {
    const server = await startTestServer();
    const browser = await TestBrowser.launch(server.url);
    const [host, speaker, attendee] = [await server.person('Hana Host'), await server.person('Sam Speaker'), await server.person('Ada Attendee')];
    const session = await server.session(host, [[speaker, 'speaker'], [attendee, 'attendee']], { lobby: false, languages: ['en', 'fr', 'zh'] });
    const { deck } = await host.api.call('createDeck', { params: { session }, query: { title: 'Programme goals', language: 'en' }, file: colouredPdf('en') });
    for (const language of ['fr', 'zh'] as const) {
      await host.api.call('addDeckVersion', { params: { session, deck }, query: { language }, file: colouredPdf(language) });
    }
    return new DeckRoom({ server, browser, host, speaker, attendee, session, deck });
  }

  /** Another deck of this session. */
  async add(title: string, file: Buffer): Promise<string> {
    return (await this.host.api.call('createDeck', { params: { session: this.session }, query: { title, language: 'en' }, file })).deck;
  }

  /**
   * Somebody's browser, inside the room. The host comes first: that opens the session. Who is inside already stays there, with the
   * size of page that is asked for, nothing in hand and no way of their own: coming in is what costs a machine most.
   */
  async enter(person: TestPerson, { viewport = desktop, ...options }: PersonOptions = {}): Promise<DeckPage> {
    const as = JSON.stringify({ ...options, expected: options.expected?.map(String) });
    const inside = this.#inside.get(person.id);
    if (inside?.as === as) {
      const { page } = inside.visitor;
      if (!options.isPhone) await page.setViewportSize(viewport);
      await page.keyboard.press('Escape');
      const back = page.getByRole('button', { name: 'Back to the presenter' });
      if (await back.isVisible()) await back.click();
      return new DeckPage(inside.visitor);
    }
    await inside?.visitor.context.close();
    const visitor = await this.browser.person({ cookie: person.cookie, ...options, ...(options.isPhone ? {} : { viewport }) });
    this.#inside.set(person.id, { as, visitor });
    // Without camera and microphone: pages are what is looked at here, and pictures of people would slow them down.
    await visitor.context.addInitScript(() => {
      if ('mediaDevices' in navigator) navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no device', 'NotFoundError'));
    });
    await visitor.page.goto(`/room/${this.session}`);
    await visitor.page.getByRole('button', { name: /^(Join now|Open the session and join)$/ }).click();
    await visitor.page.getByRole('toolbar').waitFor();
    return new DeckPage(visitor);
  }

  /** A command as this person, beside the browser. */
  async command(person: TestPerson, name: string, payload: Record<string, string | number>): Promise<void> {
    await person.api.call('command', { params: { session: this.session }, body: { id: crypto.randomUUID(), name, payload } });
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }
}

export interface Seen {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The deck's stage on one screen. */
export class DeckPage {
  readonly page: Page;
  readonly faults: readonly string[];

  constructor({ page, faults }: Visitor) {
    this.page = page;
    this.faults = faults;
  }

  /** Waits until this page of the deck is drawn and on the screen. */
  async shows(page: number): Promise<void> {
    await this.page.locator(`[data-deck-stage][data-page="${page}"][data-shown="${page}"]`).waitFor();
  }

  button(name: string) {
    return this.page.locator('[data-deck-stage]').getByRole('button', { name, exact: true });
  }

  get sheet() {
    return this.page.locator('[data-deck-stage] [data-file]');
  }

  /** Where the page is on the screen, CSS pixels. */
  async box(): Promise<Seen> {
    return this.sheet.evaluate((sheet) => {
      const { left, top, width, height } = sheet.getBoundingClientRect();
      return { left, top, width, height };
    });
  }

  /** A point of the page, given in fractions of it, on the screen. */
  async at(x: number, y: number): Promise<readonly [number, number]> {
    const { left, top, width, height } = await this.box();
    return [left + x * width, top + y * height];
  }

  /** The colour that the drawn canvas really has in the middle of the block. */
  async colour(): Promise<readonly number[]> {
    return this.sheet.locator('canvas').first().evaluate((canvas: HTMLCanvasElement) =>
      [...canvas.getContext('2d')!.getImageData(Math.round(canvas.width / 2), Math.round(canvas.height * 0.27), 1, 1).data].slice(0, 3));
  }

  /** The page's words, as they can be selected and read aloud. */
  words(): Promise<string> {
    return this.sheet.locator('[data-state="ready"]').innerText();
  }

  /** Where each mark is, in fractions of the page. */
  async marks(): Promise<readonly Seen[]> {
    return this.sheet.evaluate((sheet) => {
      const page = sheet.getBoundingClientRect();
      return [...sheet.querySelectorAll('[data-marks] > *')].map((mark) => {
        const { left, top, width, height } = mark.getBoundingClientRect();
        return { left: (left - page.left) / page.width, top: (top - page.top) / page.height, width: width / page.width, height: height / page.height };
      });
    });
  }

  async hasMarks(count: number): Promise<void> {
    await this.page.locator(`[data-deck-stage] [data-marks="${count}"]`).waitFor({ state: 'attached' });
  }

  /** Draws a line with the mouse, in fractions of the page. */
  async drag(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
    await this.page.mouse.move(...await this.at(...from));
    await this.page.mouse.down();
    await this.page.mouse.move(...await this.at((from[0] + to[0]) / 2, (from[1] + to[1]) / 2 + 0.05), { steps: 6 });
    await this.page.mouse.move(...await this.at(...to), { steps: 6 });
    await this.page.mouse.up();
  }
}
