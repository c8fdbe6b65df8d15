import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CommandInput, CommandName } from '../../../protocol/table.ts';
import { cookieOf } from '../../harness/api.ts';
import { desktop, phone } from '../../harness/browser.ts';
import { tokenOf } from '../../harness/server.ts';
import type { TestPerson } from '../../harness/server.ts';
import { makePdf } from '../../integration/decks/pdfs.ts';
import { chat, kept, lines } from './injectionCorpus.ts';
import { inside, panel, RoomScene } from '../room-scene.ts';

const HOUR = 3_600_000;
const names = lines(120);
const titles = lines(160);
let scene: RoomScene;
let admin: TestPerson;
/** A session in which everything bears such a name. */
let session = '';
const invitations: string[] = [];
let addresses = 0;
const elsewhere = (): string => `127.7.0.${(addresses += 1) + 1}`;

beforeAll(async () => {
  expect(new Set([...titles, ...chat]).size, 'payloads').toBeGreaterThanOrEqual(100);
  scene = await RoomScene.open();
  const { server } = scene;
  admin = await server.administrator();
  const { api } = admin;
  for (const name of names) await api.call('createAdministration', { body: { name, country: 'NO', languages: ['en'] } });
  const { administrations } = await api.call('administrations');
  const people: string[] = [];
  for (const [index, name] of names.entries()) {
    const administration = administrations[index + 1]!.id;
    const body = { name, email: `person${index}@customs.example`, administration, language: 'en', zone: 'UTC', rank: 'member' } as const;
    people.push((await api.call('createPerson', { body })).person.id);
  }
  for (const title of titles) await server.session(admin, [], { title });
  session = await server.session(admin, [], { title: titles[0]!, lobby: true });
  await api.call('addParticipants', { params: { session }, body: { people: people.map((person) => ({ person, role: 'attendee' as const })) } });
  for (const label of names) {
    const { link } = await api.call('createInvitation', { params: { session }, body: { label, role: 'attendee', expiresAt: Date.now() + HOUR } });
    invitations.push(tokenOf(link!));
  }
  const file = makePdf({ pages: 1 });
  for (const title of titles.filter((_title, index) => index % Math.ceil(titles.length / 40) === 0)) await api.call('createDeck', { params: { session }, query: { title, language: 'en' }, file });
}, 240_000);
afterEach(() => scene.clear());
afterAll(() => scene.close());

interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Throws when anything was run, fetched from elsewhere, or made of what should be text. */
  clean(): Promise<void>;
}

declare global {
  interface Window {
    violations: string[];
    xss: (what?: string) => void;
  }
}

/** Somebody's browser, with an eye on everything that must not happen. */
async function watch(cookie: string | undefined, viewport: { readonly width: number; readonly height: number } = desktop): Promise<Watched> {
  const { context, page } = await scene.browser.person({ ...(cookie === undefined ? {} : { cookie }), viewport });
  const happened: string[] = [];
  const own = new URL(scene.line.url).host;
  await context.exposeFunction('xss', () => void happened.push('a script was run'));
  await context.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.violations.push(`${event.violatedDirective}: ${event.blockedURI}`));
    // Tiles of made-up people need neither.
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no device', 'NotFoundError'));
  });
  page.on('dialog', (dialog) => {
    happened.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('page', (other) => happened.push(`another page: ${other.url()}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.host !== own) happened.push(`a request to ${url.href}`);
  });
  return {
    page, context,
    clean: async () => {
      expect([...happened, ...await page.evaluate(() => window.violations)]).toEqual([]);
      expect(await page.evaluate(suspicious)).toEqual([]);
      expect(new URL(page.url()).host).toBe(own);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), 'no wider than the screen').toBeLessThanOrEqual(page.viewportSize()!.width);
    },
  };
}

/** Elements and attributes that no page of ours has; runs in the browser. */
function suspicious(): string[] {
  const found: string[] = [];
  const urls = ['src', 'srcset', 'href', 'xlink:href', 'action', 'formaction', 'poster', 'data', 'background', 'ping'];
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    const isOwnScript = name === 'script' && (element.getAttribute('src') ?? '').startsWith('/assets/');
    const isForeign = /^(?:iframe|frame|object|embed|base|marquee|keygen|isindex|math|applet|foreignobject|animate|xss.*|x)$/.test(name)
      || (name === 'meta' && element.hasAttribute('http-equiv')) || (name === 'script' && !isOwnScript) || element.hasAttribute('data-xss');
    if (isForeign) found.push(element.outerHTML.slice(0, 200));
    for (const { name: attribute, value } of element.attributes) {
      if (attribute.startsWith('on')) found.push(`${name} ${attribute}`);
      if (!urls.includes(attribute)) continue;
      // A link that somebody wrote in a message goes elsewhere, when it is pressed, and tells nothing of where it was.
      const isLink = name === 'a' && attribute === 'href' && /^(?:https?|mailto):/.test(value);
      const isTold = element.getAttribute('target') === '_blank' && /noopener/.test(element.getAttribute('rel') ?? '') && /noreferrer/.test(element.getAttribute('rel') ?? '');
      if (/evil\.example/.test(value) && !(isLink && isTold)) found.push(`${name} ${attribute}=${value}`);
      // oxlint-disable-next-line no-script-url -- It is what must not be there.
      if (/^\s*(?:javascript|vbscript|data:text|file|blob:https:\/\/evil)/i.test(value)) found.push(`${name} ${attribute}=${value}`);
    }
  }
  return found;
}

/** Each of these stands somewhere in the page, as the text that it is. */
async function expectShown(page: Page, texts: readonly string[], within = 'body'): Promise<void> {
  const wanted = texts.map(kept).filter((text) => text.isWellFormed());
  const missing = () => page.evaluate(([all, selector]) => {
    const text = [...document.querySelectorAll(selector)].map((element) => element.textContent ?? '').join(' ').replaceAll(/\s+/gu, ' ');
    return all.filter((one) => !text.includes(one));
  }, [wanted, within] as const);
  await expect.poll(missing, { timeout: 30_000 }).toEqual([]);
}
const PANEL = '[role=tabpanel]';
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).waitFor();

test('the watch sees what it is for', async () => {
  const { page, clean } = await watch(admin.cookie);
  await page.goto('/');
  await heading(page);
  await clean();
  await page.evaluate(() => {
    const image = document.createElement('img');
    image.setAttribute('onerror', 'xss()');
    image.setAttribute('src', 'https://evil.example/x.png');
    document.body.append(image);
  });
  await expect.poll(() => page.evaluate(() => window.violations.length)).toBeGreaterThan(0);
  await expect(clean()).rejects.toThrow();
  expect(await page.evaluate(suspicious)).toEqual(['img onerror', 'img src=https://evil.example/x.png']);
  // What the policy refused is told in the console too, and was wanted here.
  await scene.browser.clear();
});

describe('as text, on the pages:', () => {
  test.each<readonly [string, () => string, () => readonly string[]]>([
    ['home', () => '/', () => []],
    ['the titles of sessions', () => '/sessions', () => titles],
    ['the names of people', () => '/people', () => names],
    ['the names of administrations', () => '/administration', () => []],
    ['one session, with its people, decks and invitations', () => `/sessions/${session}`, () => [...names, titles[0]!]],
    ['the change of a session', () => `/sessions/${session}/change`, () => []],
    ['the settings', () => '/settings', () => []],
  ])('%s', async (_name, path, shown) => {
    const { page, clean } = await watch(admin.cookie);
    await page.goto(path());
    await heading(page);
    await page.waitForLoadState('networkidle');
    await expectShown(page, shown());
    await clean();
    await page.setViewportSize(phone);
    await expectShown(page, shown());
    await clean();
  });

  test('people who are looked for, to be invited', async () => {
    const { page, clean } = await watch(admin.cookie);
    await page.goto('/sessions/new');
    await heading(page);
    const box = page.getByRole('combobox', { name: /person|people|invite/i }).first();
    for (const text of ['<', 'xss', '"']) {
      await box.fill(text);
      await page.getByRole('option').first().waitFor();
      await clean();
    }
  });

  test('what an invitation is for, before anybody is signed in', async () => {
    const { page, clean } = await watch(undefined);
    await page.goto(`/invitation/${invitations[0]}`);
    await heading(page);
    await expectShown(page, [titles[0]!]);
    await clean();
  });
});

describe('as text, in the room:', () => {
  /** As a person inside would, past the limits on how fast. */
  async function command<N extends CommandName>(who: string, name: N, payload: CommandInput<N>): Promise<void> {
    const done = await (await scene.server.host.get(session)).run(who, randomUUID(), name, payload);
    if (!done.ok) throw new Error(`${name}: ${done.error.code} ${done.error.detail ?? ''}`);
  }

  test('before the door, and everything inside', async () => {
    const { server } = scene;
    const { page, clean } = await watch(admin.cookie);
    await page.goto(`/room/${session}`);
    await heading(page);
    await expectShown(page, [titles[0]!]);
    await clean();
    await page.getByRole('button', { name: /^(?:Join now|Open the session and join)$/ }).click();
    await inside(page);

    // Some of them come in, and some wait in the lobby.
    const tiles = names.filter((_name, index) => index % 20 === 10).slice(0, 8);
    for (const name of tiles) {
      const person = await server.person('Tile Person');
      await person.api.call('changeMe', { body: { name } });
      await admin.api.call('addParticipants', { params: { session }, body: { people: [{ person: person.id, role: 'speaker' }] } });
      await server.connect(person.cookie, session);
      await command(admin.id, 'participant.admit', { participants: [person.id] });
      await command(person.id, 'hand.raise', {});
    }
    const guests = names.filter((_name, index) => index % 12 === 5).slice(0, 10);
    for (const name of guests) {
      const body = { name, administrationName: name, country: 'NO', language: 'en' };
      await server.connect(cookieOf(await server.api().raw('acceptInvitation', { params: { token: invitations[0]! }, body, from: elsewhere() })), session);
    }
    for (const text of chat) await command(admin.id, 'chat.send', { text });
    const deck = Object.keys((await server.host.get(session)).state.decks)[0]!;
    await command(admin.id, 'stage.present', { deck });
    for (const [index, text] of chat.filter((one) => one.length <= 500).entries()) {
      const shape = { tool: 'text', ink: 'red', size: 0.01, x: (index % 10) / 10, y: Math.min(1, index / 200), text } as const;
      await command(admin.id, 'mark.add', { deck, page: 1, shape });
    }
    for (const name of titles.slice(0, 50)) await command(admin.id, 'room.create', { name, mode: 'aside', members: [] });

    await expectShown(page, ['<script>xss()</script>', '<svg onload=xss() data-xss>', '![x](https://evil.example/i.png)'], 'svg text');
    await clean();
    await panel(page, 'People');
    await expectShown(page, [...names, ...tiles, ...guests], PANEL);
    await clean();
    await panel(page, 'Chat');
    const { state } = await server.host.get(session);
    const written = state.chat['room:floor']!.length;
    expect(written).toBe(chat.length);
    await page.getByRole('button', { name: 'Show earlier messages' }).click();
    await expectShown(page, ['javascript:xss()', '<script>xss()</script>', '<svg onload=xss() data-xss>', '{{7*7}}', '![x](https://evil.example/i.png)', '[x](javascript:xss())'], PANEL);
    await clean();
    const hrefs = await page.locator(`${PANEL} a`).evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol));
    expect(hrefs.length).toBeGreaterThan(0);
    expect(new Set(hrefs.map((protocol) => /^(?:https?|mailto):$/.test(protocol)))).toEqual(new Set([true]));
    await panel(page, 'Decks');
    await expectShown(page, Object.values(state.decks).map((one) => one.title), PANEL);
    await clean();
    await panel(page, 'Rooms');
    await expectShown(page, titles.slice(0, 50), PANEL);
    await clean();
    await panel(page, 'Readiness');
    await clean();

    // The same for somebody who comes now, on a phone, and in the language in which a name stands in sentences of another order.
    const late = await server.person('Late Comer');
    await admin.api.call('addParticipants', { params: { session }, body: { people: [{ person: late.id, role: 'attendee' }] } });
    const small = await watch(late.cookie, phone);
    await small.page.goto(`/room/${session}`);
    await small.page.getByRole('button', { name: 'Ask to join' }).click();
    await small.page.getByRole('heading', { name: 'You are in the lobby' }).waitFor();
    await small.clean();
    await command(admin.id, 'participant.admit', { participants: [late.id] });
    await inside(small.page);
    await small.clean();
  });

  test('the name of a file that is chosen for a deck', async () => {
    const { page, clean } = await watch(admin.cookie);
    await page.goto(`/sessions/${session}`);
    await heading(page);
    await page.getByRole('button', { name: 'Upload a deck' }).click();
    for (const name of titles.filter((text) => !/[/\\\p{Cc}]/u.test(text)).slice(0, 12)) {
      await page.locator('input[type=file]').setInputFiles({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-') });
      await expectShown(page, [`${name}.pdf`]);
      await clean();
    }
  });
});
