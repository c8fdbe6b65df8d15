import type { Page } from 'playwright-core';
import type { Source } from '../../../protocol/live/publications.ts';
import { TestBrowser } from '../../harness/browser.ts';
import type { PersonOptions } from '../../harness/browser.ts';
import { startTestServer } from '../../harness/server.ts';
import type { TestPerson, TestServer } from '../../harness/server.ts';
import type { buildMediaPage } from './serve.ts';

/** The test page is not served by the server itself, so Chromium does not know it to be of this machine. */
const FLAGS = ['--auto-select-desktop-capture-source=Entire screen'];

type ServePage = Awaited<ReturnType<typeof buildMediaPage>>;
export type Chosen = Exclude<Source, 'screenAudio'>;

/** A server, a browser, and people who meet on the bare page of the live connection and the media engine. */
export class Scene {
  readonly server: TestServer;
  readonly browser: TestBrowser;
  readonly #servePage: ServePage;

  private constructor(server: TestServer, browser: TestBrowser, servePage: ServePage) {
    this.server = server;
    this.browser = browser;
    this.#servePage = servePage;
  }

  static async open(servePage: ServePage, flags: readonly string[] = []): Promise<Scene> {
    const server = await startTestServer({ MEDIA_WORKERS: '2' });
    return new Scene(server, await TestBrowser.launch(server.url, [...FLAGS, ...flags]), servePage);
  }

  async close(): Promise<void> {
    try {
      this.browser.assertNoFaults();
    } finally {
      await this.browser.close();
      await this.server.close();
    }
  }

  /** Loads the page; the person stands before the door. */
  async open(person: TestPerson, session: string, options: PersonOptions = {}, prepare: (page: Page) => Promise<unknown> = async () => undefined): Promise<Page> {
    const { context, page } = await this.browser.person({ cookie: person.cookie, ...options });
    await this.#servePage(context);
    await prepare(page);
    await page.goto(`/media-page/?session=${session}`);
    await ready(page);
    return page;
  }

  /** Loads the page, turns devices on and goes in. */
  async enter(person: TestPerson, session: string, ...on: Chosen[]): Promise<Page> {
    const page = await this.open(person, session);
    await goIn(page, ...on);
    return page;
  }
}

export function ready(page: Page): Promise<unknown> {
  return page.waitForFunction(() => window.bench.live.getSnapshot().status === 'joined');
}

export async function goIn(page: Page, ...on: Chosen[]): Promise<void> {
  await page.evaluate(async (sources) => {
    await Promise.all(sources.map((source) => window.bench.engine.set(source, 'on')));
    await window.bench.live.enter();
  }, on);
  await page.waitForFunction(() => {
    const { live } = window.bench;
    return live.state()?.participants[live.you]?.presence === 'in';
  });
}
