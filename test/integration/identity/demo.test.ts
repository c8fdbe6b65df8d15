import { readFile } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { demoDeckPath, prepareDemo } from '../../../server/demo/demo.ts';
import type { DeckFile } from '../../../server/demo/demo.ts';
import { demoPeople } from '../../../server/demo/people.ts';
import type { DemoSession } from '../../../server/demo/sessions.ts';
import { openLog } from '../../../server/log.ts';
import { cookieOf } from '../../harness/api.ts';
import { firstBody, House, HOUR, personBody, tokenOf } from './house.ts';
import type { HouseOptions } from './house.ts';

let house: House;
/** What the demonstration asked of sessions and decks. */
let scheduled: DemoSession[] = [];
let ended: string[] = [];
let attached: (DeckFile & { readonly session: string })[] = [];
let visited: string[] = [];
let isDeckBroken = false;

async function prepare(): Promise<void> {
  await prepareDemo({
    store: house.store, identity: house.identity, log: openLog('silent'), now: house.now,
    schedule: async (draft) => {
      scheduled.push(draft);
      return draft.id;
    },
    end: async (fits) => {
      ended.push(...scheduled.filter((one) => !ended.includes(one.id) && fits(one)).map((one) => one.id));
    },
    fill: { observation: async (session) => void visited.push(session) },
    attachDeck: async (session, file) => {
      if (isDeckBroken) throw new Error('a deck of the test');
      attached.push({ ...file, session });
      return file.deck ?? `deck of ${session}`;
    },
  });
}

async function open(options: HouseOptions): Promise<void> {
  [scheduled, ended, attached, visited, isDeckBroken] = [[], [], [], [], false];
  house = await House.open(options);
  await prepare();
}
async function restart(options?: HouseOptions): Promise<void> {
  await house.reopen(options);
  await prepare();
}
afterEach(() => house.close());

const enter = (person = demoPeople[0]!.id) => house.api().raw('demoSignIn', { body: { person } });
const setUp = async (): Promise<string> => {
  const token = tokenOf((await house.identity.firstRunLink())!);
  return cookieOf(await house.api().raw('completeSetup', { params: { token }, from: house.nextAddress(), body: firstBody() }));
};

test.each([[undefined], [true]])('with DEMO %s an empty directory offers people, administrations and sessions', async (demoSetting) => {
  await open({ demoSetting });
  expect(house.identity.demo).toBe(true);
  const { people } = await house.api().call('demoPeople', { headers: { 'Accept-Language': 'zh-CN,en;q=0.5' } });
  expect(people).toHaveLength(demoPeople.length);
  expect(people[1]).toMatchObject({ name: '林晓雯', administration: 'Eastern Customs (example)', country: 'CN', description: demoPeople[1]!.description!['zh'] });
  expect(scheduled.map((one) => one.kind)).toEqual(['plain', 'observation', 'assessment', 'class', 'ceremony', 'case']);
  expect(visited).toEqual([scheduled[1]!.id]);
  for (const one of people) {
    const answer = await enter(one.id);
    const me = await answer.json() as { person: { id: string } };
    expect([me.person.id, await house.caller(cookieOf(answer))]).toEqual([one.id, one.id]);
  }
  expect((await house.api().call('me')).demo).toBe(true);
});

test('descriptions come in a language that the page can have, English else', async () => {
  await open({ demoSetting: true });
  for (const [header, language] of [['fr-CH, de', 'fr'], ['de', 'en'], ['*', 'en'], ['nonsense;;;', 'en']] as const) {
    const { people } = await house.api().call('demoPeople', { headers: { 'Accept-Language': header } });
    expect(people[0]!.description).toBe(demoPeople[0]!.description![language]);
  }
});

test('the deck goes to the plain session and the class, in three languages of one deck, as real PDFs', async () => {
  await open({ demoSetting: true });
  const [plain, lesson] = ['plain', 'class'].map((kind) => scheduled.find((one) => one.kind === kind)!.id);
  expect(attached.map(({ session, language, deck }) => [session, language, deck])).toEqual([plain, lesson].flatMap((session) => [
    [session, 'en', undefined], [session, 'fr', `deck of ${session}`], [session, 'zh', `deck of ${session}`],
  ]));
  for (const language of ['en', 'fr', 'zh'] as const) {
    const bytes = await readFile(demoDeckPath(language));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.length).toBeLessThan(300_000);
  }
});

test('a deck that cannot be attached leaves the sessions standing', async () => {
  house = await House.open({ demoSetting: true });
  [scheduled, ended, attached, isDeckBroken] = [[], [], [], true];
  await prepare();
  expect(scheduled).toHaveLength(6);
});

test('without DEMO none of it exists', async () => {
  await open({ demoSetting: false });
  expect(house.identity.demo).toBe(false);
  expect(await house.api().call('demoPeople')).toEqual({ people: [] });
  expect((await enter()).status).toBe(404);
  expect(scheduled).toEqual([]);
  expect((await house.signIn(demoPeople[0]!.email)).status).toBe(401);
});

test('nobody comes in by a password as a person of the demonstration', async () => {
  await open({ demoSetting: true });
  expect((await house.signIn(demoPeople[0]!.email, '')).status).toBe(401);
  expect((await house.signIn(demoPeople[0]!.email)).status).toBe(401);
});

test('it stands over restarts; sessions whose time is over get successors and are ended', async () => {
  await open({});
  const cookie = cookieOf(await enter());
  const first = scheduled.map((one) => one.id);
  await restart();
  expect(scheduled).toHaveLength(6);
  expect(await house.caller(cookie)).toBe(demoPeople[0]!.id);
  house.pass(9 * HOUR);
  await restart();
  // The case goes on.
  expect(scheduled).toHaveLength(11);
  expect(ended).toEqual(first.slice(0, 5));
  expect(new Set(scheduled.map((one) => one.id)).size).toBe(11);
});

test('turned off and on again, it begins anew', async () => {
  await open({ demoSetting: true });
  const cookie = cookieOf(await enter());
  await restart({ demoSetting: false });
  expect(await house.caller(cookie)).toBe('nobody');
  expect(house.identity.person(demoPeople[0]!.id)).toBeUndefined();
  expect(ended).toHaveLength(6);
  await restart({ demoSetting: true });
  expect(scheduled).toHaveLength(12);
  expect(await house.caller(cookie)).toBe('nobody');
  expect((await enter()).status).toBe(200);
});

test('a real set-up ends it at once and for good, whatever DEMO says', async () => {
  await open({ demoSetting: true });
  const cookies = [cookieOf(await enter()), cookieOf(await enter(demoPeople[3]!.id))];
  const { pair } = await guestOf(scheduled[0]!.id);
  const cookie = await setUp();
  expect(house.identity.demo).toBe(false);
  expect((await house.api(cookie).call('me'))).toMatchObject({ demo: false, person: { rank: 'installation' }, administration: { name: 'Customs of the North' } });
  expect(house.ended).toHaveLength(3);
  for (const one of [...cookies, pair]) expect(await house.caller(one)).toBe('nobody');
  expect(ended.toSorted()).toEqual(scheduled.map((one) => one.id).toSorted());
  expect((await house.api(cookie).call('people')).people.map((one) => one.email)).toEqual(['ada@north.example']);
  expect((await house.api(cookie).call('administrations')).administrations).toHaveLength(1);
  expect((await enter()).status).toBe(404);
  for (const demoSetting of [true, undefined]) {
    await restart({ demoSetting });
    expect(house.identity.demo).toBe(false);
    expect((await enter()).status).toBe(404);
    expect(await house.api().call('demoPeople')).toEqual({ people: [] });
    expect(await house.caller(cookie)).not.toBe('nobody');
  }
  expect(scheduled).toHaveLength(6);
});

test('what people of the demonstration make is of the demonstration, and goes with it', async () => {
  await open({});
  const boss = demoPeople.find((one) => one.rank === 'installation')!;
  const api = house.api(cookieOf(await enter(boss.id)));
  const made = await api.call('createAdministration', { body: { name: 'Third Customs', country: 'UY', languages: ['es'] } });
  const { person } = await api.call('createPerson', { body: personBody('Tess', { administration: made.id, rank: 'installation' }) });
  await restart();
  expect(house.identity.demo).toBe(true);
  expect(await house.identity.firstRunLink()).toBeDefined();
  await setUp();
  expect(house.identity.person(person.id)).toBeUndefined();
  expect(house.identity.administration(made.id)).toBeUndefined();
});

async function guestOf(session: string): Promise<{ readonly pair: string }> {
  let pair = '';
  const response = { cookie: (name: string, value: string) => void (pair = `${name}=${value}`) };
  await house.identity.seatGuest({ headers: {} } as never, response as never, { session, participant: 'p1', name: 'Guest', invitation: 'i1' });
  return { pair };
}
