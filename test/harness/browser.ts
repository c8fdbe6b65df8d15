import { accessSync, constants } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM_BIN'] ?? '/usr/bin/chromium';

/** Answers every question about devices, and gives a fake screen for whatever is asked to be shared. */
const FAKE_CHOICE = '--use-fake-ui-for-media-stream';
const FLAGS = [
  // Ten pictures a second: what encodes, draws and decodes more is the machine that runs the tests.
  '--no-sandbox', FAKE_CHOICE, '--use-fake-device-for-media-stream=fps=10', '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic', '--disable-gpu',
];

const DISABLE = '--disable-features=';
/**
 * Each window of Chromium loads two pages for its own address bar, which nobody sees here and which take a second of a small
 * machine. The others are those that Playwright turns off: Chromium takes the last of several lists alone.
 */
const UNUSED_FEATURES = [
  // A page that a test serves itself comes from nowhere, and would not be let through to the server on this machine.
  'LocalNetworkAccessChecks',
  'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'LensOverlay',
  'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints',
  'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch',
];

export interface PersonOptions {
  /** `name=value`, as a sign-in answers it; absent: nobody is signed in. */
  readonly cookie?: string;
  /** BCP 47; default en. */
  readonly locale?: string;
  readonly timezone?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** A phone: touch, and its own pixel density. */
  readonly isPhone?: boolean;
  /** Lines of the console that this test provokes itself. */
  readonly expected?: readonly RegExp[];
}

export const desktop = { width: 1440, height: 900 } as const;
export const phone = { width: 390, height: 844 } as const;

/** A person's own browser profile with one page, and everything that went wrong in it. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What a test must not see: page errors, console errors, violations of the content security policy. */
  readonly faults: readonly string[];
}

/** One Chromium with a fake camera and microphone; a profile for each person. */
export class TestBrowser {
  readonly #browser: Browser;
  readonly #url: string;
  readonly #visitors: (Visitor & { readonly faults: string[] })[] = [];

  private constructor(browser: Browser, url: string) {
    this.#browser = browser;
    this.#url = url;
  }

  /** `flags` are added to the usual ones: another fake camera file, for example. `recordable`: a page can capture what it plays itself. */
  static async launch(url: string, flags: readonly string[] = [], { recordable = false } = {}): Promise<TestBrowser> {
    try {
      accessSync(CHROMIUM, constants.X_OK);
    } catch (cause) {
      throw new Error(`There is no browser at ${CHROMIUM}: npm test installs it, CHROMIUM_BIN names another one.`, { cause });
    }
    const features = [...UNUSED_FEATURES, ...flags.filter((one) => one.startsWith(DISABLE)).map((one) => one.slice(DISABLE.length))];
    const usual = recordable ? [...FLAGS.filter((one) => one !== FAKE_CHOICE), '--auto-accept-this-tab-capture'] : FLAGS;
    const args = [...usual, ...flags.filter((one) => !one.startsWith(DISABLE)), DISABLE + features.join()];
    return new TestBrowser(await chromium.launch({ executablePath: CHROMIUM, args, headless: true, ...(recordable ? { ignoreDefaultArgs: ['--mute-audio'] } : {}) }), url);
  }

  /** Opens the browser of one person; nothing is loaded yet. */
  async person(options: PersonOptions = {}): Promise<Visitor> {
    const context = await this.#browser.newContext({
      baseURL: this.#url, locale: options.locale ?? 'en', timezoneId: options.timezone ?? 'Europe/Brussels',
      viewport: options.viewport ?? desktop, colorScheme: options.colorScheme ?? 'light', ignoreHTTPSErrors: true,
      ...(options.isPhone ? { hasTouch: true, isMobile: true, deviceScaleFactor: 2, viewport: options.viewport ?? phone } : {}),
      permissions: ['camera', 'microphone'],
    });
    if (options.cookie !== undefined) await context.addCookies(cookiesOf(options.cookie, this.#url));
    const page = await context.newPage();
    const faults: string[] = [];
    const expected = options.expected ?? [];
    const note = (text: string): void => {
      if (!expected.some((pattern) => pattern.test(text))) faults.push(text);
    };
    watch(page, note);
    context.on('page', (other) => watch(other, note));
    const visitor = { context, page, faults };
    this.#visitors.push(visitor);
    return visitor;
  }

  /** Throws when a page of anybody had an error since the last time: for afterEach. */
  assertNoFaults(): void {
    const all = this.#visitors.flatMap((visitor) => visitor.faults.splice(0));
    if (all.length > 0) throw new Error(`Errors in the browser:\n${all.join('\n')}`);
  }

  /** Closes everybody's pages and forgets what went wrong in them; the browser stays. */
  async clear(): Promise<void> {
    await Promise.all(this.#visitors.splice(0).map((visitor) => visitor.context.close()));
  }

  async close(): Promise<void> {
    await this.clear();
    await this.#browser.close();
  }
}

/** Violations of the content security policy are console errors in Chromium. */
function watch(page: Page, note: (text: string) => void): void {
  page.on('pageerror', (error) => note(`page error: ${error.message}`));
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('crash', () => note('the page crashed'));
}

function cookiesOf(cookie: string, url: string) {
  return cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url, httpOnly: true, sameSite: 'Lax' as const };
  });
}
