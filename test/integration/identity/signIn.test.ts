import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signInRecord } from '../../../server/identity/records.ts';
import { cookieOf } from '../../harness/api.ts';
import { House, HOUR, PASSWORD, tokenOf } from './house.ts';
import type { Member } from './house.ts';

let house: House;
let ada: Member;

beforeEach(async () => {
  house = await House.open();
  ada = await house.first();
});
afterEach(() => house.close());

const signInOf = async (cookie: string): Promise<string> => {
  const caller = await house.identity.callerOf(cookie);
  if (caller.kind === 'nobody') throw new Error('nobody');
  return caller.signIn;
};

describe('a sign-in', () => {
  test('needs the right password; who tries learns nothing about which accounts exist', async () => {
    const wrong = await house.signIn(ada.person.email, 'seven loud lanterns');
    const unknown = await house.signIn('nobody@north.example');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await unknown.text());
    expect(wrong.headers.getSetCookie()).toEqual([]);
    const right = await house.signIn('ADA@North.Example');
    expect(right.status).toBe(200);
    const me = await right.json() as Record<string, unknown>;
    expect(me).toMatchObject({ person: { id: ada.person.id, rank: 'installation', state: 'active' }, administration: { name: 'Customs of the North' }, demo: false });
    expect(JSON.stringify(me)).not.toContain('argon2');
  });

  test('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const [cookie] = (await house.signIn(ada.person.email)).headers.getSetCookie();
    const [pair, ...attributes] = cookie!.split('; ');
    expect(pair).toMatch(/^gangway=[0-9a-f-]{36}\.[0-9a-f]{64}$/);
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/', `Max-Age=${30 * 24 * 3600}`]));
    expect(attributes.some((one) => /^(domain|secure)/i.test(one))).toBe(false);
  });

  test('over HTTPS binds its cookie to the host and to HTTPS', async () => {
    await house.reopen({ secure: true });
    const [cookie] = (await house.signIn(ada.person.email)).headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-gangway=/);
    expect(cookie!.split('; ')).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/', 'Secure']));
  });

  test('is a new one each time, and the one that the browser held before is over', async () => {
    const before = await signInOf(ada.cookie);
    const again = cookieOf(await house.signIn(ada.person.email, PASSWORD, ada.cookie));
    expect(again).not.toBe(ada.cookie);
    expect(await house.caller(again)).toBe(ada.person.id);
    expect(await house.caller(ada.cookie)).toBe('nobody');
    expect(house.ended).toEqual([before]);
  });

  test('leaves sign-ins on other browsers alone', async () => {
    await house.signIn(ada.person.email);
    expect(await house.caller(ada.cookie)).toBe(ada.person.id);
  });

  test('ends twelve hours after the last request', async () => {
    for (let requests = 0; requests < 3; requests++) {
      house.pass(11 * HOUR);
      expect(await house.caller(ada.cookie)).toBe(ada.person.id);
      await noted(house);
    }
    house.pass(12 * HOUR);
    expect(await house.caller(ada.cookie)).toBe('nobody');
  });

  test('ends after thirty days, however busy', async () => {
    for (let hours = 0; hours < 30 * 24 - 10; hours += 10) {
      house.pass(10 * HOUR);
      expect(await house.caller(ada.cookie)).toBe(ada.person.id);
      await noted(house);
    }
    house.pass(10 * HOUR);
    expect(await house.caller(ada.cookie)).toBe('nobody');
  });

  test('survives a restart; one that expired meanwhile is removed', async () => {
    const other = cookieOf(await house.signIn(ada.person.email));
    await house.reopen();
    expect(await house.caller(other)).toBe(ada.person.id);
    house.pass(12 * HOUR);
    await house.reopen();
    expect(await house.caller(other)).toBe('nobody');
    const records = await house.store.collection('sign-ins', signInRecord);
    await expect.poll(() => records.size).toBe(0);
  });

  test.each(['gangway=', 'gangway=x', 'gangway=../../etc/passwd', `gangway=${'0'.repeat(36)}.${'0'.repeat(64)}`, 'gangway=__proto__'])(
    'is not "%s"', async (cookie) => {
      expect(await house.caller(cookie)).toBe('nobody');
      expect(await house.api(cookie).call('me')).toEqual({ demo: false, version: expect.any(String) });
    },
  );

  test('is not its id with another secret', async () => {
    expect(await house.caller(ada.cookie.replace(/.$/, (last) => (last === '0' ? '1' : '0')))).toBe('nobody');
  });
});

describe('signing out', () => {
  test('ends this sign-in and tells who listens', async () => {
    const id = await signInOf(ada.cookie);
    const answer = await ada.api.raw('signOut');
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^gangway=;.*Expires=Thu, 01 Jan 1970/);
    expect(house.ended).toEqual([id]);
    expect(await house.caller(ada.cookie)).toBe('nobody');
    expect(await ada.api.refusal('people')).toBe('identity.required');
    await house.reopen();
    expect(await house.caller(ada.cookie)).toBe('nobody');
  });

  test('everywhere ends every sign-in of this person, and nobody else’s', async () => {
    const bo = await house.add(ada, 'Bo');
    const others = [cookieOf(await house.signIn(ada.person.email)), cookieOf(await house.signIn(ada.person.email))];
    const ids = await Promise.all([ada.cookie, ...others].map(signInOf));
    await ada.api.call('signOutEverywhere');
    expect(house.ended.toSorted()).toEqual(ids.toSorted());
    for (const cookie of [ada.cookie, ...others]) expect(await house.caller(cookie)).toBe('nobody');
    expect(await house.caller(bo.cookie)).toBe(bo.person.id);
  });

  test('without being signed in is refused', async () => {
    expect(await house.api().refusal('signOut')).toBe('identity.required');
  });
});

describe('a password', () => {
  const change = (current: string, next: string) => ada.api.refusal('changePassword', { body: { current, next }, from: house.nextAddress() });

  test('is changed by who knows the old one; every other sign-in ends', async () => {
    const other = cookieOf(await house.signIn(ada.person.email));
    const id = await signInOf(other);
    expect(await change('not the old one', 'nine patient herons')).toBe('identity.wrong');
    expect(await change(PASSWORD, 'password1234')).toBe('password.weak');
    expect(await change(PASSWORD, 'ada berg for ever')).toBe('password.weak');
    expect(await change(PASSWORD, 'short')).toBe('payload.invalid');
    expect(await house.caller(other)).toBe(ada.person.id);
    expect(await change(PASSWORD, 'nine patient herons')).toBeUndefined();
    expect(house.ended).toEqual([id]);
    expect(await house.caller(other)).toBe('nobody');
    expect(await house.caller(ada.cookie)).toBe(ada.person.id);
    expect((await house.signIn(ada.person.email)).status).toBe(401);
    expect((await house.signIn(ada.person.email, 'nine patient herons')).status).toBe(200);
  });

  test('cannot be guessed by who has stolen a sign-in', async () => {
    const from = house.nextAddress();
    const guess = (current: string) => ada.api.refusal('changePassword', { body: { current, next: 'nine patient herons' }, from });
    const codes: unknown[] = [];
    for (let guesses = 0; guesses < 12; guesses++) codes.push(await guess(`guess number ${guesses}`));
    expect(codes.slice(0, 10)).toEqual(Array(10).fill('identity.wrong'));
    expect(codes.slice(10)).toEqual(['rate.limited', 'rate.limited']);
  });

  test('is guessed ten times a minute at most from one address, right or wrong, known or not', async () => {
    const from = house.nextAddress();
    for (const email of [ada.person.email, 'nobody@north.example']) {
      const codes: unknown[] = [];
      for (let guesses = 0; guesses < 10; guesses++) codes.push(await house.api().refusal('signIn', { body: { email, password: 'a wrong guess' }, from }));
      expect(codes).toEqual(Array(10).fill('identity.wrong'));
      const answer = await house.api().raw('signIn', { body: { email, password: PASSWORD }, from });
      expect(answer.status).toBe(429);
      expect(await answer.json()).toEqual({ error: { code: 'identity.throttled' } });
      expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    }
    expect((await house.signIn(ada.person.email)).status).toBe(200);
  });
});

describe('on the disk', () => {
  test('there is neither a token nor a password in the clear', async () => {
    const bo = await house.add(ada, 'Bo');
    const { link } = await ada.api.call('changePerson', { params: { person: bo.person.id }, body: { resetPassword: true } });
    const secrets = [ada.cookie, bo.cookie, tokenOf(link!)].map((token) => token.split('.')[1]!);
    expect(secrets.every((secret) => secret.length === 64)).toBe(true);
    await house.store.close();
    const bytes = await stored(house);
    expect(bytes).toContain('ada@north.example');
    for (const secret of [...secrets, PASSWORD]) expect(bytes).not.toContain(secret);
  });
});

/** Everything under the data directory. */
async function stored({ directory }: House): Promise<string> {
  const files = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  return (await Promise.all(files.map((one) => readFile(join(one.parentPath, one.name), 'latin1')))).join('\n');
}

/** Waits until the activity that was noted is written, which no request waits for: a later write of a record comes after it. */
async function noted({ store }: House): Promise<void> {
  const records = await store.collection('sign-ins', signInRecord);
  for (const { id } of records.all()) await records.update(id, (one) => one);
}
