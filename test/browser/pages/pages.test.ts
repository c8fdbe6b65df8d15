import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { TestBrowser, phone } from '../../harness/browser.ts';
import { PASSWORD, startTestServer } from '../../harness/server.ts';
import type { TestPerson, TestServer } from '../../harness/server.ts';

const deck = readFileSync(new URL('../../../content/demo/aeo-at-a-glance/en.pdf', import.meta.url));
const hourMs = 3_600_000;
/** Chromium writes every refused request into its console. */
const refusals = [/Failed to load resource/];

let server: TestServer;
let browser: TestBrowser;
let first: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  browser = await TestBrowser.launch(server.url);
  first = await server.administrator();
});
afterEach(async () => {
  browser.assertNoFaults();
  await browser.clear();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(path: string, options: Parameters<TestBrowser['person']>[0] = {}): Promise<Page> {
  const { page } = await browser.person(options);
  await page.goto(path);
  await heading(page).waitFor();
  return page;
}

const heading = (page: Page, name?: string | RegExp) => page.getByRole('heading', { level: 1, ...(name === undefined ? {} : { name }) });

/** Types into a list's field and takes the first match. */
async function choose(page: Page, label: string, text: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label });
  await box.scrollIntoViewIfNeeded();
  await box.fill(text);
  await page.getByRole('option').first().click();
}

test('a wrong password is told with its code; the right one leads to where one wanted to go; signing out leads away', async () => {
  const page = await open('/settings', { expected: refusals });
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await page.getByLabel('E-mail address').fill(first.email);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').filter({ hasText: 'identity.wrong' }).waitFor();
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await heading(page, 'My settings').waitFor();
  await page.getByRole('button', { name: /^Ada Administrator/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await heading(page, 'Sign in').waitFor();
  await page.goto('/people');
  await heading(page, 'Sign in').waitFor();
});

test('the sign-in form says what is missing, and takes the focus there by keyboard alone', async () => {
  const page = await open('/sign-in');
  await page.getByLabel('E-mail address').focus();
  await page.keyboard.press('Enter');
  await page.getByText('Enter an e-mail address such as name@customs.example.').waitFor();
  expect(await page.getByLabel('E-mail address').getAttribute('aria-invalid')).toBe('true');
});

test('a session is scheduled with people of the directory, and stands on their home page in their own time', async () => {
  const guest = await server.person('Marguerite Directory');
  const page = await open('/sessions/new', { cookie: first.cookie });
  await page.getByRole('button', { name: 'Schedule', exact: true }).click();
  await page.getByText('Give the session a title.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
  await page.getByRole('radio', { name: /Observation/ }).check();
  await page.getByLabel('Title').fill('Harbour Cold Store');
  await choose(page, 'Host’s time zone', 'Lima');
  await page.getByText(/Lima · .* Brussels \(yours\)/).waitFor();
  await choose(page, 'Find people', 'Marguerite');
  await page.getByRole('button', { name: 'Role of Marguerite Directory' }).click();
  await page.getByRole('option', { name: 'Lead observer' }).click();
  await page.getByRole('button', { name: 'Schedule', exact: true }).click();
  await heading(page, 'Harbour Cold Store').waitFor();
  await page.getByRole('button', { name: 'Lead observer Role of Marguerite Directory' }).waitFor();

  const other = await open('/', { cookie: guest.cookie, timezone: 'America/Lima' });
  await other.getByRole('heading', { name: 'Harbour Cold Store' }).waitFor();
  await other.getByText('You are Lead observer').waitFor();
  await other.getByText(/Lima · .* Brussels \(yours\)/).waitFor();
  expect(await other.getByRole('link', { name: 'Test and enter' }).getAttribute('href')).toMatch(/^\/room\//);
});

test('roles are given, people are added and taken off, and the session is opened and cancelled', async () => {
  const host = await server.person('Henk Host');
  const member = await server.person('Mia Member');
  const late = await server.person('Lars Late');
  const session = await server.session(host, [[member, 'attendee']], { title: 'Changing roles', startsAt: Date.now() + hourMs, endsAt: Date.now() + 2 * hourMs });
  const page = await open(`/sessions/${session}`, { cookie: host.cookie });
  await page.getByRole('button', { name: 'Role of Mia Member' }).click();
  await page.getByRole('option', { name: 'Speaker' }).click();
  await page.getByRole('status').getByText('Mia Member is now Speaker').waitFor();
  await page.getByRole('button', { name: 'Add people' }).click();
  await choose(page, 'Find people', 'Lars');
  await page.getByRole('dialog').getByRole('button', { name: 'Add 1 person' }).click();
  await page.getByRole('row', { name: /Lars Late/ }).waitFor();
  await page.getByRole('button', { name: 'Take Mia Member off the list' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take off the list' }).click();
  await page.getByRole('row', { name: /Mia Member/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Open the lobby' }).click();
  await page.getByText('Lobby open').waitFor();
  await page.getByRole('button', { name: 'More about this session' }).click();
  await page.getByRole('menuitem', { name: 'Cancel the session' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel the session' }).click();
  await page.getByText('Cancelled').waitFor();
  expect(await page.getByRole('link', { name: 'Test and enter' }).count()).toBe(0);
  const details = await late.api.call('session', { params: { session } });
  expect(details.summary.info.phase).toBe('ended');
});

test('what was agreed is changed, in the host\'s zone', async () => {
  const host = await server.person('Hana Host');
  const session = await server.session(host, [], { title: 'To be renamed', lobby: true });
  const page = await open(`/sessions/${session}/change`, { cookie: host.cookie });
  await page.getByLabel('Title').fill('Renamed');
  await page.getByRole('switch', { name: 'People wait in a lobby' }).uncheck();
  await page.getByRole('button', { name: 'Save the change' }).click();
  await heading(page, 'Renamed').waitFor();
  await page.getByText('Straight in').waitFor();
});

test('a guest comes by a link that the host made, and by no other', async () => {
  const host = await server.person('Ines Inviter');
  const session = await server.session(host, [], { title: 'With a guest', zone: 'Asia/Shanghai' });
  const page = await open(`/sessions/${session}`, { cookie: host.cookie });
  await page.getByRole('button', { name: 'Create a link' }).click();
  await page.getByLabel('For whom').fill('Site staff');
  await page.getByRole('button', { name: 'Make the link' }).click();
  await page.getByRole('img', { name: 'QR code of the link for Site staff' }).waitFor();
  const link = await page.getByRole('textbox', { name: 'Invitation link' }).inputValue();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('row', { name: /Site staff/ }).waitFor();

  const guest = await open(new URL(link).pathname, { isPhone: true, viewport: phone, expected: refusals });
  await heading(guest, 'With a guest').waitFor();
  await guest.getByText(/Beijing/).waitFor();
  await guest.getByRole('button', { name: 'Test and enter' }).click();
  await guest.getByText('Choose a country from the list.').waitFor();
  await guest.getByLabel('Name', { exact: true }).fill('Gustavo Guest');
  await guest.getByLabel('Administration or company').fill('Harbour Cold Store');
  await choose(guest, 'Country', 'Uruguay');
  await guest.getByRole('button', { name: 'Test and enter' }).click();
  await guest.waitForURL(`**/room/${session}`);
  await guest.goto('/people');
  await heading(guest, 'With a guest').waitFor();

  await page.reload();
  await page.getByRole('row', { name: /Gustavo Guest/ }).getByText('Guest by a link').waitFor();
  await page.getByRole('button', { name: 'Withdraw the link for Site staff' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText('Withdrawn').waitFor();
  const late = await open(new URL(link).pathname, { expected: refusals });
  await late.getByRole('alert').filter({ hasText: 'link.revoked' }).waitFor();
});

test('a deck is uploaded with a second language; what is no PDF is refused with its code', async () => {
  const host = await server.person('Dora Decks');
  const session = await server.session(host, [], { title: 'With slides', languages: ['en', 'fr'] });
  const page = await open(`/sessions/${session}`, { cookie: host.cookie, expected: refusals });
  await page.getByRole('button', { name: 'Upload a deck' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles({ name: 'notes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no PDF at all') });
  await dialog.getByRole('button', { name: 'Upload', exact: true }).click();
  await dialog.getByRole('alert').filter({ hasText: 'file.notPdf' }).waitFor();
  await dialog.locator('input[type=file]').setInputFiles({ name: 'At a glance.pdf', mimeType: 'application/pdf', buffer: deck });
  await dialog.getByLabel('Title').fill('At a glance');
  await dialog.getByRole('button', { name: 'Upload', exact: true }).click();
  await page.getByText('6 pages').waitFor();
  await page.getByRole('button', { name: 'More about At a glance' }).click();
  await page.getByRole('menuitem', { name: 'Add a language version' }).click();
  await dialog.locator('input[type=file]').setInputFiles({ name: 'fr.pdf', mimeType: 'application/pdf', buffer: deck });
  await dialog.getByRole('button', { name: 'Upload', exact: true }).click();
  await page.getByText(/^French · /).waitFor();
  await page.getByRole('button', { name: 'More about At a glance' }).click();
  await page.getByRole('menuitem', { name: 'Remove the deck' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('No decks yet').waitFor();
});

test('a person is added, sets a password by the link, and is out at once when disabled', async () => {
  const page = await open('/people', { cookie: first.cookie });
  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Petra Person');
  await page.getByLabel('E-mail address').fill('petra@customs.example');
  await page.getByRole('button', { name: 'Add and make a link' }).click();
  const link = await page.getByRole('textbox', { name: 'One-time link' }).inputValue();
  await page.getByRole('button', { name: 'I have passed it on' }).click();
  await page.getByRole('row', { name: /Petra Person/ }).getByText('Link not used yet').waitFor();

  const petra = await open(new URL(link).pathname, { expected: refusals });
  await heading(petra, 'Welcome, Petra Person').waitFor();
  await petra.getByLabel('New password').fill('too short');
  await petra.getByRole('button', { name: 'Finish and sign in' }).click();
  await petra.getByText('Take at least 12 characters.').waitFor();
  await petra.getByLabel('New password').fill('a lantern by the quay');
  await petra.getByRole('button', { name: 'Finish and sign in' }).click();
  await heading(petra, /^Today/).waitFor();
  const again = await open(new URL(link).pathname, { expected: refusals });
  await again.getByRole('alert').filter({ hasText: 'link.used' }).waitFor();

  await page.reload();
  await page.getByRole('button', { name: 'More about Petra Person' }).click();
  await page.getByRole('menuitem', { name: 'Disable the account' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Disable the account' }).click();
  await page.getByRole('row', { name: /Petra Person/ }).getByText('Disabled').waitFor();
  await petra.getByRole('link', { name: 'Sessions' }).click();
  await heading(petra, 'Sign in').waitFor();
});

test('who is no administrator is led away from the people; another session is told to be absent', async () => {
  const host = await server.person('Olaf Other');
  const member = await server.person('Nia Nobody');
  const session = await server.session(host);
  const page = await open('/people', { cookie: member.cookie, expected: refusals });
  await heading(page, /^Today/).waitFor();
  expect(await page.getByRole('link', { name: 'People' }).count()).toBe(0);
  await page.goto(`/sessions/${session}`);
  await page.getByRole('alert').filter({ hasText: 'session.absent' }).waitFor();
  await page.goto('/no/such/page');
  await heading(page, 'This page does not exist').waitFor();
});

test('the address of a room in another spelling leads to it, once', async () => {
  const session = await server.session(first, [], { title: 'Spelled anew' });
  const { page } = await browser.person({ cookie: first.cookie });
  await page.goto(`/ROOM/${session}//`);
  await page.waitForURL(`**/room/${session}`);
  await heading(page, 'Spelled anew').waitFor();
});

test('settings are saved: name, zone, language of the screen', async () => {
  const person = await server.person('Sami Settings');
  const page = await open('/settings', { cookie: person.cookie });
  await page.getByLabel('Name', { exact: true }).fill('Sami Changed');
  await choose(page, 'Language', 'Chinese');
  await page.getByRole('button', { name: 'Save' }).click();
  await heading(page, '我的设置').waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans');
  await page.reload();
  await page.getByRole('button', { name: /^Sami Changed/ }).waitFor();
  await heading(page, '我的设置').waitFor();
});

test('language and theme are chosen before anybody is known, and remembered on the device', async () => {
  const page = await open('/sign-in', { locale: 'de-DE' });
  await page.getByRole('button', { name: 'Language: English' }).click();
  await page.getByRole('menuitemradio', { name: 'Français' }).click();
  await heading(page, 'Connexion').waitFor();
  await page.getByRole('button', { name: 'Clair ou sombre' }).click();
  await page.getByRole('menuitemradio', { name: 'Sombre' }).click();
  await page.waitForFunction(() => getComputedStyle(document.body).backgroundColor === 'rgb(11, 17, 22)');
  await page.reload();
  await heading(page, 'Connexion').waitFor();
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
});

test('by keyboard: the skip link, the focus on the heading of the next page, and back to the button when a dialog closes', async () => {
  const page = await open('/', { cookie: first.cookie });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  await page.getByRole('link', { name: 'People' }).focus();
  await page.keyboard.press('Enter');
  await heading(page, 'People').waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  expect(await page.title()).toBe('People · Gangway');
  await page.getByRole('button', { name: 'Add a person' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.textContent === 'Add a person');
});

test('a network that goes is said, and so is a server that does not answer; it goes on by itself', async () => {
  const { page, context } = await browser.person({ cookie: first.cookie, expected: [/ERR_INTERNET_DISCONNECTED/, /Failed to load resource/] });
  await page.goto('/');
  await heading(page, /^Today/).waitFor();
  await context.setOffline(true);
  await page.getByText('This device is offline.').waitFor();
  await context.setOffline(false);
  await page.getByText('This device is offline.').waitFor({ state: 'detached' });
});

test('markup in names and titles is text', async () => {
  const evil = '<img src=x onerror=alert(1)>';
  const host = await server.person('Eve Evil');
  await host.api.call('changeMe', { body: { name: `${evil} & "Eve"` } });
  const session = await server.session(host, [], { title: `${evil}<script>alert(2)</script>` });
  const { page } = await browser.person({ cookie: host.cookie });
  page.on('dialog', () => expect.fail('markup was run'));
  await page.goto('/');
  await page.getByRole('heading', { name: /<script>/ }).waitFor();
  await page.goto(`/sessions/${session}`);
  await heading(page, `${evil}<script>alert(2)</script>`).waitFor();
  await page.getByText(`${evil} & "Eve"`).first().waitFor();
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});

test.each(['/', '/sessions', '/sessions/new', '/people', '/administration', '/settings'])('%s fits a phone of 360 px, with long names too', async (path) => {
  const host = await server.person('Wolfeschlegelsteinhausenbergerdorff Donaudampfschifffahrtsgesellschaftskapitän', { rank: 'administrator' });
  await server.session(host, [], { title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft und andere' });
  const page = await open(path, { cookie: host.cookie, isPhone: true, viewport: { width: 360, height: 740 } });
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const small = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('main a, main button, nav a, header button')]
    .filter((element) => element.offsetHeight > 0 && element.offsetHeight < 44 && getComputedStyle(element).display !== 'inline').map((element) => element.outerHTML));
  expect(small).toEqual([]);
});
