import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../../../protocol/limits.ts';
import { cookieOf } from '../../harness/api.ts';
import type { Api } from '../../harness/api.ts';
import { startTestServer, tokenOf } from '../../harness/server.ts';
import type { TestPerson, TestServer } from '../../harness/server.ts';

const HOUR = 3_600_000;
let server: TestServer;
let anna: TestPerson;
let boris: TestPerson;
let chen: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.person('Anna Lind');
  boris = await server.person('Boris Holm');
  chen = await server.person('Chen Wei');
});
afterAll(() => server.close());

const who = { name: 'Greta Guest', administrationName: 'Port of Antwerp', country: 'BE', language: 'fr' };
const label = 'Broker';
const invite = (api: Api, session: string, changes: object = {}) =>
  api.call('createInvitation', { params: { session }, body: { label, role: 'attendee', expiresAt: Date.now() + HOUR, ...changes } });

interface Guest {
  readonly participant: string;
  readonly cookie: string;
}
let addresses = 0;
/** Each guest comes from another address, as in life. */
async function accept(link: string, cookie?: string, name = who.name): Promise<Guest> {
  addresses += 1;
  const answer = await server.api(cookie).raw('acceptInvitation', { params: { token: tokenOf(link) }, body: { ...who, name }, from: `127.1.0.${addresses + 1}` });
  const reply = await answer.json() as { participant?: string; error?: { code: string } };
  if (reply.participant === undefined) throw new Error(reply.error?.code);
  return { participant: reply.participant, cookie: answer.headers.getSetCookie().length > 0 ? cookieOf(answer) : cookie ?? '' };
}
const refusalOfLink = (link: string) => server.api().refusal('readInvitation', { params: { token: tokenOf(link) } });

describe('an invitation link', () => {
  test('tells what it is for, and seats a guest for that one session in that one role', async () => {
    const session = await server.session(anna, [[boris, 'speaker']], { title: 'Visit in Oslo' });
    const other = await server.session(anna);
    const made = await invite(anna.api, session);
    expect(made).toMatchObject({ label: 'Broker', role: 'attendee', revoked: false, guests: 0 });
    expect(made.link).toBe(`${server.url}/invitation/${tokenOf(made.link!)}`);
    expect(await server.api().call('readInvitation', { params: { token: tokenOf(made.link!) } })).toMatchObject({
      session, title: 'Visit in Oslo', kind: 'plain', role: 'attendee', administrationName: 'Customs of the North', zone: 'Europe/Brussels',
    });
    const guest = await accept(made.link!);
    const api = server.api(guest.cookie);
    expect((await api.call('sessions')).sessions.map((one) => [one.info.id, one.role])).toEqual([[session, 'attendee']]);
    expect(await api.refusal('session', { params: { session: other } })).toBe('identity.required');
    expect(await api.refusal('createSession', { body: { kind: 'plain', title: 'x', languages: ['en'], startsAt: Date.now(), endsAt: Date.now() + HOUR, zone: 'UTC', lobby: true, participants: [] } })).toBe('permission.denied');
    expect(await api.refusal('createInvitation', { params: { session }, body: { label: 'x', role: 'attendee', expiresAt: Date.now() + HOUR } })).toBe('permission.denied');
  });

  test('its guest is a stranger to all but those who admit, and sees only themselves, until they have been let in', async () => {
    const session = await server.session(anna, [[boris, 'speaker']]);
    const guest = await accept((await invite(anna.api, session)).link!);
    const params = { session };
    const names = async (api: Api) => (await api.call('session', { params })).participants.map((one) => one.name);
    expect(await names(anna.api)).toEqual(['Anna Lind', 'Boris Holm', 'Greta Guest']);
    expect(await names(boris.api)).toEqual(['Anna Lind', 'Boris Holm']);
    expect(await names(server.api(guest.cookie))).toEqual(['Greta Guest']);
    const host = await server.connect(anna.cookie, session);
    const speaker = await server.connect(boris.cookie, session);
    const outside = await server.connect(guest.cookie, session);
    await host.until(({ state }) => state.participants[guest.participant]?.lobby === 'waiting');
    await host.must('participant.admit', { participants: [boris.id] });
    await speaker.until(({ state }) => state.participants[boris.id]?.presence === 'in');
    expect(speaker.state.participants[guest.participant]).toBeUndefined();
    const seq = await host.must('participant.admit', { participants: [guest.participant] });
    await speaker.untilSeq(seq);
    await outside.until(({ state }) => state.participants[guest.participant]?.presence === 'in');
    expect(speaker.state.participants[guest.participant]).toMatchObject({ name: 'Greta Guest', administrationName: 'Port of Antwerp', role: 'attendee' });
    expect(Object.keys(outside.state.participants).toSorted()).toEqual([anna.id, boris.id, guest.participant].toSorted());
    for (const client of [host, speaker, outside]) client.close();
  });

  test('that has expired is refused', async () => {
    const session = await server.session(anna);
    expect(await anna.api.refusal('createInvitation', { params: { session }, body: { label, role: 'attendee', expiresAt: Date.now() - 1_000 } })).toBe('time.order');
    const { link } = await invite(anna.api, session, { expiresAt: Date.now() + 1_500 });
    await expect.poll(() => refusalOfLink(link!), { timeout: 10_000, interval: 250 }).toBe('link.expired');
    await expect(accept(link!)).rejects.toThrow('link.expired');
  });

  test('that is revoked takes its guests out, with their connections and their sign-in', async () => {
    const session = await server.session(anna, [], { lobby: false });
    const params = { session };
    const made = await invite(anna.api, session);
    const kept = await accept((await invite(anna.api, session)).link!);
    const guest = await accept(made.link!);
    const late = await accept(made.link!);
    await anna.api.call('command', { params, body: { id: randomUUID(), name: 'session.start', payload: {} } });
    const inside = await server.connect(guest.cookie, session);
    const other = await server.connect(kept.cookie, session);
    expect((await anna.api.call('invitations', { params })).invitations.map((one) => [one.guests, one.link])).toEqual([[2, undefined], [1, undefined]]);
    await anna.api.call('revokeInvitation', { params: { session, invitation: made.id } });
    expect(['participant.removed', 'identity.required']).toContain(await inside.gone());
    await inside.closed();
    expect(await refusalOfLink(made.link!)).toBe('link.revoked');
    await expect(accept(made.link!)).rejects.toThrow('link.revoked');
    for (const { cookie } of [guest, late]) {
      expect(await server.api(cookie).refusal('session', { params })).toBe('identity.required');
      await expect(server.client(cookie, session).connect()).rejects.toThrow('identity.required');
    }
    await other.until(({ state }) => state.participants[guest.participant]?.presence === 'removed');
    expect(other.socket.connected).toBe(true);
    expect((await anna.api.call('invitations', { params })).invitations.map((one) => one.revoked)).toEqual([true, false]);
    other.close();
  });

  test('opened again in the same browser leads back to the same seat, with another name or not', async () => {
    const session = await server.session(anna);
    const { link } = await invite(anna.api, session);
    const guest = await accept(link!);
    expect(await accept(link!, guest.cookie, 'Another Name')).toEqual(guest);
    expect((await accept(link!)).participant).not.toBe(guest.participant);
  });

  test('a guest who was banned does not come back by it', async () => {
    const session = await server.session(anna, [], { lobby: false });
    const { link } = await invite(anna.api, session);
    const guest = await accept(link!);
    const host = await server.connect(anna.cookie, session);
    const inside = await server.connect(guest.cookie, session);
    await host.must('participant.remove', { participant: guest.participant, ban: true });
    expect(await inside.gone()).toBe('participant.banned');
    await expect(accept(link!, guest.cookie)).rejects.toThrow('participant.banned');
    expect(await server.api(guest.cookie).refusal('session', { params: { session } })).toBe('participant.banned');
    host.close();
  });

  test('a person who is signed in sits as themselves', async () => {
    const session = await server.session(anna);
    const { link } = await invite(anna.api, session);
    expect(await accept(link!, chen.cookie)).toEqual({ participant: chen.id, cookie: chen.cookie });
    expect((await chen.api.call('sessions')).sessions.map((one) => one.info.id)).toContain(session);
    expect(await accept(link!, anna.cookie)).toEqual({ participant: anna.id, cookie: anna.cookie });
    expect((await anna.api.call('session', { params: { session } })).summary.role).toBe('host');
  });

  test('of a session that has ended is refused', async () => {
    const session = await server.session(anna);
    const { link } = await invite(anna.api, session);
    const guest = await accept(link!);
    await anna.api.call('command', { params: { session }, body: { id: randomUUID(), name: 'session.end', payload: {} } });
    expect(await refusalOfLink(link!)).toBe('session.ended');
    await expect(accept(link!)).rejects.toThrow('session.ended');
    expect(await anna.api.refusal('createInvitation', { params: { session }, body: { label, role: 'attendee', expiresAt: Date.now() + HOUR } })).toBe('session.ended');
    await expect.poll(() => server.api(guest.cookie).refusal('sessions')).toBe('identity.required');
  });

  test('gives nobody more than its maker holds', async () => {
    const session = await server.session(anna, [[boris, 'secretariat'], [chen, 'delegate']], { kind: 'assessment' });
    const body = (role: 'chair' | 'headOfDelegation' | 'delegate' | 'interpreter') => ({ params: { session }, body: { label, role, expiresAt: Date.now() + HOUR } });
    expect(await boris.api.refusal('createInvitation', body('chair'))).toBe('permission.denied');
    expect(await boris.api.refusal('createInvitation', body('headOfDelegation'))).toBe('permission.denied');
    expect(await boris.api.refusal('createInvitation', body('delegate'))).toBeUndefined();
    expect(await boris.api.refusal('createInvitation', body('interpreter'))).toBeUndefined();
    expect(await chen.api.refusal('createInvitation', body('interpreter'))).toBe('permission.denied');
    expect(await anna.api.refusal('createInvitation', body('chair'))).toBeUndefined();
    expect(await anna.api.refusal('createInvitation', { params: { session }, body: { label, role: 'trainer', expiresAt: Date.now() + HOUR } })).toBe('role.unknown');
  });

  test('fills a session to its last seat and no further', async () => {
    const session = await server.session(anna);
    const { link, id } = await invite(anna.api, session);
    const live = await server.host.get(session);
    await live.record(...Array.from({ length: limits.participantsPerSession - 2 }, (_, index) => ({
      type: 'participant.invited' as const,
      data: { id: `filler-${index}`, name: `Filler ${index}`, administration: 'x', administrationName: 'X', country: 'XX', language: 'en', role: 'attendee' as const, invitation: id },
    })));
    const answers = await Promise.allSettled([accept(link!), accept(link!), accept(link!)]);
    expect(answers.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(answers.flatMap((one) => one.status === 'rejected' ? [(one.reason as Error).message] : [])).toEqual(['session.full', 'session.full']);
  });

  test('forged in its middle or its end is refused as unknown', async () => {
    const session = await server.session(anna);
    const token = tokenOf((await invite(anna.api, session)).link!);
    const [head, claims, signature] = token.split('.') as [string, string, string];
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const forged of [`${head}.${claims}.${'A'.repeat(signature.length)}`, `${none}.${claims}.`, `${none}.${claims}.${signature}`, `${head}.${claims}`, 'x']) {
      expect(await server.api().refusal('readInvitation', { params: { token: forged } })).toBe('link.invalid');
    }
  });
});

describe('mail', () => {
  test('carries the link with the calendar file, in the session\'s language', async () => {
    const session = await server.session(anna, [], { languages: ['fr', 'en'], title: 'Visite du port' });
    const made = await invite(anna.api, session, { email: 'greta@port.example' });
    expect(made.mail).toBe('sent');
    const outbox = join(server.directory, 'outbox');
    const [file] = await readdir(outbox);
    const text = (await readFile(join(outbox, file!), 'utf8')).replaceAll('=\r\n', '');
    expect(text).toContain('To: greta@port.example');
    expect(text).toContain(tokenOf(made.link!).slice(-40));
    expect(text).toMatch(/filename=session\.ics/);
    expect(text).toMatch(/Subject: Invitation : Visite du port|Subject: =\?UTF-8/);
  });
});
