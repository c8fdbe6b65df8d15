import { createHmac, randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { LiveTestClient } from '../../harness/liveClient.ts';
import { cookieOf } from '../../harness/api.ts';
import { PASSWORD, startTestServer, tokenOf } from '../../harness/server.ts';
import type { TestPerson, TestServer } from '../../harness/server.ts';

let server: TestServer;
let anna: TestPerson;
let count = 0;
beforeAll(async () => {
  server = await startTestServer();
  anna = await server.person('Anna Lind');
});
afterAll(() => server.close());

const HOUR = 3_600_000;
let addresses = 0;
const elsewhere = (): string => `127.8.${Math.floor(++addresses / 250)}.${(addresses % 250) + 2}`;
const newcomer = (): Promise<TestPerson> => server.person(`Person ${String.fromCharCode(65 + (count += 1) % 26)}`);

/** Every way in which somebody can hang on a session: inside, waiting, before the door, said nothing yet, over long polling. */
async function hold(person: TestPerson): Promise<{ readonly name: string; readonly ended: Promise<unknown> }[]> {
  const open = await server.session(anna, [[person, 'speaker']], { lobby: false });
  const lobby = await server.session(anna, [[person, 'speaker']]);
  for (const session of [open, lobby]) await server.connect(anna.cookie, session);
  const silent = server.client(person.cookie, open);
  await silent.connect();
  const clients: [string, LiveTestClient][] = [
    ['inside', await server.connect(person.cookie, open)], ['waiting', await server.connect(person.cookie, lobby)],
    ['before the door', await server.connect(person.cookie, open, { knock: false })], ['silent', silent],
  ];
  const polling = io(server.url, {
    auth: { session: open }, transports: ['polling'], reconnection: false, forceNew: true, extraHeaders: { Origin: server.url, Cookie: person.cookie },
  });
  await new Promise((resolve, reject) => polling.on('connect', () => resolve(undefined)).on('connect_error', reject));
  return [
    ...clients.map(([name, client]) => ({ name, ended: Promise.all([client.closed(), client.gone().then((code) => expect(code).toBe('identity.required'))]) })),
    { name: 'over long polling', ended: new Promise((resolve) => polling.on('disconnect', resolve)) },
  ];
}

/** A sign-in that is over opens nothing: no connection, no route. */
async function expectOver(cookie: string, session?: string): Promise<void> {
  const some = session ?? await server.session(anna);
  await expect(server.client(cookie, some).connect()).rejects.toThrow('identity.required');
  expect(await server.api(cookie).refusal('sessions')).toBe('identity.required');
  expect(await server.api(cookie).refusal('session', { params: { session: some } })).toBe('identity.required');
  expect((await server.api(cookie).call('me')).person).toBeUndefined();
}

describe('every connection ends, and the cookie opens nothing any more, after', () => {
  const ends: readonly (readonly [string, (person: TestPerson) => Promise<unknown>])[] = [
    ['signing out', (person) => person.api.call('signOut')],
    ['signing out everywhere', (person) => person.api.call('signOutEverywhere')],
    ['signing in again in the same browser', (person) => person.api.call('signIn', { body: { email: person.email, password: PASSWORD }, from: elsewhere() })],
    ['a new password, set from another browser', async (person) => {
      const other = cookieOf(await server.api().raw('signIn', { body: { email: person.email, password: PASSWORD }, from: elsewhere() }));
      await server.api(other).call('changePassword', { body: { current: PASSWORD, next: 'nine patient herons' }, from: elsewhere() });
    }],
    ['being disabled', async (person) => (await server.administrator()).api.call('changePerson', { params: { person: person.id }, body: { disabled: true } })],
    ['being signed out by who manages them', async (person) => (await server.administrator()).api.call('changePerson', { params: { person: person.id }, body: { signOut: true } })],
    ['a new one-time link was used', async (person) => {
      const { link } = await (await server.administrator()).api.call('changePerson', { params: { person: person.id }, body: { resetPassword: true } });
      await server.api().call('completeSetup', { params: { token: tokenOf(link!) }, body: { password: 'ten patient herons' }, from: elsewhere() });
    }],
  ];
  test.each(ends)('%s', async (_name, end) => {
    const person = await newcomer();
    const held = await hold(person);
    await end(person);
    await Promise.all(held.map(({ ended }) => ended));
    await expectOver(person.cookie);
  });

  test('signing out while the connection is being made', async () => {
    const person = await newcomer();
    const session = await server.session(anna, [[person, 'speaker']], { lobby: false });
    // The handshake has looked at the cookie and waits for the session to be read from the disk.
    const gate = Promise.withResolvers<void>();
    const get = server.host.get.bind(server.host);
    const asked = Promise.withResolvers<void>();
    const spy = vi.spyOn(server.host, 'get').mockImplementation(async (id) => {
      asked.resolve();
      await gate.promise;
      return get(id);
    });
    onTestFinished(() => spy.mockRestore());
    const client = server.client(person.cookie, session);
    const outcome = client.connect().then(() => client.gone(), (error: Error) => error.message);
    await asked.promise;
    await person.api.call('signOut');
    gate.resolve();
    expect(await outcome).toBe('identity.required');
    await client.closed();
  });

  test('a ban: that session is closed to them, however they ask, and others are not', async () => {
    const person = await newcomer();
    const session = await server.session(anna, [[person, 'speaker']], { lobby: false });
    const other = await server.session(anna, [[person, 'speaker']], { lobby: false });
    const host = await server.connect(anna.cookie, session);
    const inside = await server.connect(person.cookie, session);
    const looking = await server.connect(person.cookie, session, { knock: false });
    const held = { state: inside.state, scope: inside.scope };
    await host.must('participant.remove', { participant: person.id, ban: true });
    for (const client of [inside, looking]) {
      expect(await client.gone()).toBe('participant.banned');
      await client.closed();
    }
    // The same page, with what it held, as after a lost connection.
    for (const knock of [true, false]) {
      const again = server.client(person.cookie, session, { instance: inside.instance });
      await again.connect();
      expect(await again.join({ knock, since: held })).toEqual({ ok: false, error: { code: 'participant.banned' } });
      expect(again.notices).toEqual([]);
      again.close();
    }
    expect(await person.api.refusal('session', { params: { session } })).toBe('participant.banned');
    expect(await person.api.refusal('calendar', { params: { session } })).toBe('participant.banned');
    const body = { id: randomUUID(), name: 'participant.unban', payload: { participant: person.id } };
    expect(await person.api.refusal('command', { params: { session }, body })).toBe('participant.banned');
    expect((await person.api.call('sessions')).sessions.map((one) => one.info.id)).toEqual([other]);
    const elsewhereHost = await server.connect(anna.cookie, other);
    (await server.connect(person.cookie, other)).close();
    for (const client of [host, elsewhereHost]) client.close();
  });
});

describe('a guest', () => {
  const told = { name: 'A Guest', administrationName: 'Broker', country: 'NO', language: 'en' };
  async function invite(session: string) {
    const { id, link } = await anna.api.call('createInvitation', { params: { session }, body: { label: 'Broker', role: 'attendee', expiresAt: Date.now() + HOUR } });
    const token = tokenOf(link!);
    const accept = () => server.api().raw('acceptInvitation', { params: { token }, body: told, from: elsewhere() });
    return { id, token, accept };
  }

  test('of one session has no other, and loses all with the invitation', async () => {
    const session = await server.session(anna, [], { lobby: false });
    const other = await server.session(anna, [], { lobby: false });
    const host = await server.connect(anna.cookie, session);
    const { id, accept } = await invite(session);
    const cookie = cookieOf(await accept());
    const guest = await server.connect(cookie, session);
    await expect(server.client(cookie, other).connect()).rejects.toThrow('identity.required');
    // The cookie under the name of the other session's is no key to it either.
    await expect(server.client(cookie.replaceAll(session, other), other).connect()).rejects.toThrow('identity.required');
    await expect(server.client(`gangway=${cookie.split('=')[1]}`, session).connect()).rejects.toThrow('identity.required');
    await anna.api.call('revokeInvitation', { params: { session, invitation: id } });
    await guest.closed();
    await expectOver(cookie, session);
    expect((await accept()).status).toBe(410);
    host.close();
  });

  test('who was banned and comes by the same link under another name meets the lobby, also where there is none', async () => {
    const session = await server.session(anna, [], { lobby: false });
    const host = await server.connect(anna.cookie, session);
    const { accept } = await invite(session);
    const first = await server.connect(cookieOf(await accept()), session);
    expect(first.state.participants[first.you]?.presence).toBe('in');
    await host.must('participant.remove', { participant: first.you, ban: true });
    await first.closed();
    const second = await server.connect(cookieOf(await accept()), session);
    expect(second.state.participants[second.you]).toMatchObject({ presence: 'expected', lobby: 'waiting' });
    for (const client of [host, second]) client.close();
  });

  test('cannot make a link: not without a signature, not with another key or another method', async () => {
    const { token } = await invite(await server.session(anna));
    const [head, claims, signature] = token.split('.') as [string, string, string];
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const given = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
    const signed = (alg: string, hash: string, key: string, body: string): string => {
      const text = `${part({ alg })}.${body}`;
      return `${text}.${createHmac(hash, key).update(text).digest('base64url')}`;
    };
    const forged = [
      `${part({ alg: 'none' })}.${claims}.`, `${part({ alg: 'None' })}.${claims}.${signature}`, `${part({ alg: 'RS256' })}.${claims}.${signature}`,
      `${head}.${part({ ...given, exp: 4e9 })}.${signature}`, `${head}.${part({ ...given, jti: randomUUID() })}.${signature}`, `${head}.${claims}.`, `${head}.${claims}`,
      signed('HS256', 'sha256', '', claims), signed('HS256', 'sha256', 'gangway', claims), signed('HS512', 'sha512', 'gangway', claims), signed('HS256', 'sha256', head, claims),
      signed('HS256', 'sha256', '-----BEGIN PUBLIC KEY-----', claims), `${signature}.${claims}.${head}`,
    ];
    for (const text of forged) {
      expect([text, await server.api().refusal('readInvitation', { params: { token: text }, from: elsewhere() })]).toEqual([text, 'link.invalid']);
      expect([text, await server.api().refusal('acceptInvitation', { params: { token: text }, body: told, from: elsewhere() })]).toEqual([text, 'link.invalid']);
    }
    expect(await server.api().refusal('readInvitation', { params: { token }, from: elsewhere() })).toBeUndefined();
  });
});

test('guessing a password is slowed down, whatever address the guesses say that they come from', async () => {
  const person = await newcomer();
  const from = elsewhere();
  const codes: (string | undefined)[] = [];
  for (let attempt = 0; attempt < 14; attempt += 1) {
    const headers = { 'X-Forwarded-For': `203.0.113.${attempt}`, 'X-Real-IP': `203.0.113.${attempt}`, Forwarded: `for=203.0.113.${attempt}` };
    codes.push(await server.api().refusal('signIn', { body: { email: person.email, password: 'wrong' }, from, headers }));
  }
  expect(codes.slice(0, 10)).toEqual(Array(10).fill('identity.wrong'));
  expect(codes.slice(10)).toEqual(Array(4).fill('identity.throttled'));
  // Held up, not let in: the right one waits as well. From another address the person themselves still comes in.
  expect(await server.api().refusal('signIn', { body: { email: person.email, password: PASSWORD }, from })).toBe('identity.throttled');
  expect(await server.api().refusal('signIn', { body: { email: person.email, password: PASSWORD }, from: elsewhere() })).toBeUndefined();
});

test('a cookie is for this host, for the server alone, and new each time', async () => {
  const person = await newcomer();
  const seen = new Set([person.cookie]);
  for (let round = 0; round < 3; round += 1) {
    const answer = await server.api().raw('signIn', { body: { email: person.email, password: PASSWORD }, from: elsewhere() });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/; HttpOnly(;|$)/);
    expect(cookie).toMatch(/; SameSite=Lax(;|$)/);
    expect(cookie).toMatch(/; Path=\/(;|$)/);
    expect(cookie).not.toMatch(/Domain/i);
    const secret = /^gangway=[\w-]+\.([0-9a-f]+);/.exec(cookie!)![1]!;
    expect(secret.length * 4, 'bits').toBeGreaterThanOrEqual(128);
    seen.add(cookieOf(answer));
    expect(answer.headers.get('cache-control') ?? '').not.toContain('public');
  }
  expect(seen.size).toBe(4);
});
