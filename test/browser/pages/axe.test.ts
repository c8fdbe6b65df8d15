import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, test } from 'vitest';
import { TestBrowser, desktop, phone } from '../../harness/browser.ts';
import { startTestServer } from '../../harness/server.ts';
import type { TestPerson, TestServer } from '../../harness/server.ts';
import { expectAccessible } from '../accessible.ts';

/** Every page in the demonstration, where there is something to see, for somebody who may see all of it. */
let server: TestServer;
let browser: TestBrowser;
let manager: TestPerson;
let session: string;
let invitation: string;

beforeAll(async () => {
  server = await startTestServer({ DEMO: '1' });
  browser = await TestBrowser.launch(server.url);
  let colleague!: TestPerson;
  const { people } = await server.api().call('demoPeople');
  for (const { id } of people) {
    const person = await server.demoPerson(id);
    const me = await person.api.call('me');
    if (me.person?.rank === 'installation') manager = person;
    else colleague = person;
  }
  const startsAt = Date.now() + 3_600_000;
  session = await server.session(manager, [[colleague, 'observer']], { title: 'Operator visit: Harbour Cold Store', kind: 'observation', startsAt, endsAt: startsAt + 7_200_000, zone: 'Asia/Shanghai' });
  const made = await manager.api.call('createInvitation', { params: { session }, body: { label: 'Site staff', role: 'observer', expiresAt: startsAt } });
  invitation = new URL(made.link ?? '').pathname;
});
afterEach(() => browser.assertNoFaults());
afterAll(async () => {
  await browser.close();
  await server.close();
});

interface Screen {
  readonly name: string;
  readonly path: () => string;
  readonly signedIn: boolean;
  /** Opens what is to be looked at above the page. */
  readonly open?: (page: Page) => Promise<void>;
}

const link = (): string => {
  const { firstSteps } = server;
  if (firstSteps.kind !== 'demo') throw new Error('this server is no demonstration');
  return new URL(firstSteps.link).pathname;
};
const press = (name: string | RegExp, shows: 'dialog' | 'menu' | 'listbox' | 'grid') => async (page: Page): Promise<void> => {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole(shows).waitFor();
};

const screens: readonly Screen[] = [
  { name: 'sign-in', path: () => '/sign-in', signedIn: false },
  { name: 'first set-up', path: link, signedIn: false },
  { name: 'an invitation', path: () => invitation, signedIn: false },
  { name: 'an invitation that is none', path: () => '/invitation/nothing-that-anybody-signed', signedIn: false },
  { name: 'home', path: () => '/', signedIn: true },
  { name: 'sessions', path: () => '/sessions', signedIn: true },
  { name: 'past sessions', path: () => '/sessions?show=past', signedIn: true },
  { name: 'schedule', path: () => '/sessions/new', signedIn: true },
  {
    name: 'schedule, with faults', path: () => '/sessions/new', signedIn: true,
    open: async (page) => {
      await page.getByRole('button', { name: 'Schedule', exact: true }).click();
      await page.locator('[aria-invalid="true"]').first().waitFor();
    },
  },
  { name: 'a calendar', path: () => '/sessions/new', signedIn: true, open: press(/^Calendar/, 'grid') },
  { name: 'a session', path: () => `/sessions/${session}`, signedIn: true },
  { name: 'a menu', path: () => `/sessions/${session}`, signedIn: true, open: press('More about this session', 'menu') },
  { name: 'a list of choices', path: () => `/sessions/${session}`, signedIn: true, open: press(/Role of/, 'listbox') },
  { name: 'adding people', path: () => `/sessions/${session}`, signedIn: true, open: press('Add people', 'dialog') },
  { name: 'making a link', path: () => `/sessions/${session}`, signedIn: true, open: press('Create a link', 'dialog') },
  { name: 'uploading a deck', path: () => `/sessions/${session}`, signedIn: true, open: press('Upload a deck', 'dialog') },
  { name: 'people', path: () => '/people', signedIn: true },
  { name: 'adding a person', path: () => '/people', signedIn: true, open: press('Add a person', 'dialog') },
  { name: 'administrations', path: () => '/administration', signedIn: true },
  { name: 'settings', path: () => '/settings', signedIn: true },
  { name: 'no page', path: () => '/no/such/page', signedIn: true },
];
const sizes = [{ size: 1440, viewport: desktop, isPhone: false }, { size: 390, viewport: phone, isPhone: true }] as const;

describe.each(sizes)('axe finds nothing at $size px, light and dark:', ({ viewport, isPhone }) => {
  // One browser profile for each of the two, which has the client's files after its first page.
  let stranger: Page;
  let somebody: Page;
  beforeAll(async () => {
    const options = { viewport, isPhone, expected: [/Failed to load resource/] };
    stranger = (await browser.person(options)).page;
    somebody = (await browser.person({ ...options, cookie: manager.cookie })).page;
  });
  afterAll(() => browser.clear());

  test.each(screens)('$name', async ({ path, signedIn, open }) => {
    const page = signedIn ? somebody : stranger;
    await page.goto(path());
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('status').getByText('Loading').waitFor({ state: 'detached' });
    await open?.(page);
    await expectAccessible(page);
  });
});
