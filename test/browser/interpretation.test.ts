import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestBrowser } from '../harness/browser.ts';
import { startTestServer } from '../harness/server.ts';
import type { TestPerson, TestServer } from '../harness/server.ts';
import { choose, listenToPage, noCamera, PATIENCE, played, playerLevels, takeTurn, toneInstead, TONES, watchPlayers, writeTones } from './interpretation-scene.ts';
import { inside, panel } from './room-scene.ts';

const FLOOR_HZ = 400;
const CHINESE_HZ = 3_000;
/** A fifth of the voltage. */
const UNDER_DB = 20 * Math.log10(0.2);

let directory: string;
let server: TestServer;
/** Of the interpreters into French, whose microphone has the tones. */
let booths: TestBrowser;
let people: TestBrowser;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gangway-tones-'));
  server = await startTestServer();
  booths = await TestBrowser.launch(server.url, [`--use-file-for-fake-audio-capture=${await writeTones(directory)}`]);
  people = await TestBrowser.launch(server.url, [], { recordable: true });
});
afterAll(async () => {
  await booths.close();
  await people.close();
  await server.close();
  await rm(directory, { recursive: true });
});

async function enter(browser: TestBrowser, person: TestPerson, session: string, prepare: (page: Page) => Promise<unknown>): Promise<Page> {
  const { page } = await browser.person({ cookie: person.cookie });
  page.setDefaultTimeout(60_000);
  await prepare(page);
  await page.goto(`/room/${session}`);
  await page.getByRole('button', { name: /^(Join now|Open the session and join)$/u }).click();
  await inside(page);
  return page;
}

async function openBooth(chair: Page, language: string, ...interpreters: TestPerson[]): Promise<void> {
  await chair.getByRole('button', { name: 'Open a booth' }).click();
  const form = chair.getByRole('dialog', { name: 'New booth' });
  await form.getByLabel('Into', { exact: true }).selectOption(language);
  for (const one of interpreters) await form.getByRole('checkbox', { name: one.name }).check();
  await form.getByRole('button', { name: 'Open a booth' }).click();
  await form.waitFor({ state: 'detached' });
}

test('two delegations, two pairs of interpreters and a relay: the whole band arrives, over a floor that is turned down, and nothing is lost with an interpreter', async () => {
  const south = await server.administration('Customs of the South', 'SN');
  const [ana, ida, jon, li, mei] = [
    await server.person('Ana Keller'), await server.person('Ida Roux'), await server.person('Jon Meyer'), await server.person('Li Na'), await server.person('Mei Chen'),
  ];
  const ben = await server.person('Ben Okafor', { administration: south });
  const session = await server.session(ana, [[ben, 'delegate'], [ida, 'interpreter'], [jon, 'interpreter'], [li, 'interpreter'], [mei, 'interpreter']], { kind: 'assessment', lobby: false, languages: ['en', 'fr', 'zh'] });

  const chair = await enter(people, ana, session, (page) => toneInstead(page, FLOOR_HZ));
  await panel(chair, 'Interpretation');
  await openBooth(chair, 'fr', ida, jon);
  await openBooth(chair, 'zh', li, mei);
  const listener = await enter(people, ben, session, (page) => toneInstead(page, FLOOR_HZ));
  await listener.getByRole('button', { name: 'Microphone' }).click();
  await listenToPage(listener);
  await expect.poll(() => played(listener, FLOOR_HZ), PATIENCE).toBeGreaterThan(-60);
  const floor = await settled(listener, FLOOR_HZ);

  // The turn by one key, and the tones are there, the floor under them.
  const french = await enter(booths, ida, session, noCamera);
  await french.getByText('Nobody interprets into French').waitFor();
  await takeTurn(french);
  await choose(listener, 'Language', 'French');
  await expect.poll(() => played(listener, TONES[0]), PATIENCE).toBeGreaterThan(-70);
  await expect.poll(async () => await played(listener, FLOOR_HZ) - floor, PATIENCE).toBeLessThan(UNDER_DB + 2);
  await expect.poll(async () => {
    const levels = await Promise.all(TONES.map((hertz) => played(listener, hertz)));
    return Math.max(...levels) - Math.min(...levels);
  }, PATIENCE).toBeLessThanOrEqual(3);
  expect(await settled(listener, FLOOR_HZ) - floor).toBeCloseTo(UNDER_DB, -1);

  // The other booth interprets from the first one's voice.
  const chinese = await enter(people, li, session, (page) => toneInstead(page, CHINESE_HZ));
  // What is chosen stands once the server has it.
  await chinese.getByRole('radio', { name: /^French/u }).click();
  await chinese.getByRole('radio', { name: /^French/u, checked: true }).waitFor();
  await takeTurn(chinese);
  await french.getByText('Interpret from your voice in relay: Li Na').waitFor();
  await listenToPage(chinese);
  await expect.poll(() => played(chinese, TONES[1]), PATIENCE).toBeGreaterThan(-80);
  const { publications } = (await server.host.get(session)).state;
  await watchPlayers(listener, Object.fromEntries(Object.values(publications).map(({ id, channel }) => [id, channel])));
  await choose(listener, 'French', 'Chinese');
  await expect.poll(() => played(listener, CHINESE_HZ), PATIENCE).toBeGreaterThan(-60);
  await expect.poll(() => played(listener, TONES[1]), PATIENCE).toBeLessThan(-85);
  // The language that was left went on until the other one was there: at no moment was neither to be heard (in ms: the bench).
  const languages = (await playerLevels(listener)).map(({ fr = 0, zh = 0 }) => [fr, zh].join(' '));
  expect(languages.filter((one, index) => one !== languages[index - 1])).toEqual(['1 0', '1 1', '0 1']);

  // A cough is heard by nobody, and the floor stays where it is.
  await chinese.keyboard.down('x');
  await expect.poll(() => played(listener, CHINESE_HZ), PATIENCE).toBeLessThan(-90);
  await chinese.keyboard.up('x');
  await expect.poll(() => played(listener, CHINESE_HZ), PATIENCE).toBeGreaterThan(-60);

  // An interpreter drops in mid-turn: the listener hears the floor again and knows why, the partner takes over by one key.
  await choose(listener, 'Chinese', 'French');
  await expect.poll(() => played(listener, TONES[0]), PATIENCE).toBeGreaterThan(-70);
  const partner = await enter(booths, jon, session, noCamera);
  await french.context().close();
  await listener.getByText('The interpreter’s line is lost.', { exact: false }).waitFor();
  await expect.poll(async () => await played(listener, FLOOR_HZ) - floor, PATIENCE).toBeGreaterThan(-2);
  await partner.getByRole('alert').filter({ hasText: 'Ida Roux has lost the connection' }).first().waitFor();
  await takeTurn(partner);
  await expect.poll(() => played(listener, TONES[2]), PATIENCE).toBeGreaterThan(-70);
  await expect.poll(async () => await played(listener, FLOOR_HZ) - floor, PATIENCE).toBeLessThan(UNDER_DB + 2);
  people.assertNoFaults();
  booths.assertNoFaults();
}, 360_000);

/** The mean of some looks, so that one packet does not decide. */
async function settled(page: Page, hertz: number): Promise<number> {
  const looks: number[] = [];
  while (looks.length < 8) looks.push(await played(page, hertz));
  return looks.reduce((sum, look) => sum + look, 0) / looks.length;
}
