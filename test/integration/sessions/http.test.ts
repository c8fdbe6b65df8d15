import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer } from '../../harness/server.ts';
import type { TestPerson, TestServer } from '../../harness/server.ts';

const HOUR = 3_600_000;
let server: TestServer;
let anna: TestPerson;
let boris: TestPerson;
let chen: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  const south = await server.administration('Douane du Sud');
  anna = await server.person('Anna Lind');
  boris = await server.person('Boris Holm');
  chen = await server.person('Chen Wei', { administration: south });
  stranger = await server.person('Olga Fremd', { administration: south });
});
afterAll(() => server.close());

const times = () => ({ startsAt: Date.now() + HOUR, endsAt: Date.now() + 2 * HOUR, zone: 'Europe/Oslo', languages: ['en', 'fr'], lobby: true });
const command = (name: string, payload: object = {}, id: string = randomUUID()) => ({ id, name, payload: payload as Record<string, string> });

describe('sessions over HTTP', () => {
  test('a person schedules one, and everybody on its list finds it there with their role', async () => {
    const made = await anna.api.call('createSession', {
      body: { kind: 'observation', title: 'Visit', ...times(), participants: [{ person: chen.id, role: 'observer' }, { person: boris.id, role: 'fieldCamera' }] },
    });
    expect(made.summary).toMatchObject({ role: 'hostLead', mayManage: true, participants: 3, present: 0, administrationName: 'Customs of the North' });
    expect(made.summary.info).toMatchObject({ kind: 'observation', phase: 'scheduled', createdBy: anna.id, administration: anna.administration });
    expect(made.participants.map((one) => [one.name, one.role])).toEqual([['Anna Lind', 'hostLead'], ['Chen Wei', 'observer'], ['Boris Holm', 'fieldCamera']]);
    const { sessions } = await chen.api.call('sessions');
    expect(sessions.find((one) => one.info.id === made.summary.info.id)).toMatchObject({ role: 'observer', mayManage: false, participant: chen.id });
    expect((await stranger.api.call('sessions')).sessions).toEqual([]);
  });

  test('its id opens nothing to somebody who is not on the list', async () => {
    const id = await server.session(anna, [[chen, 'attendee']]);
    const params = { session: id };
    for (const name of ['session', 'invitations', 'calendar'] as const) expect(await stranger.api.refusal(name, { params })).toBe('session.absent');
    expect(await stranger.api.refusal('command', { params, body: command('session.start') })).toBe('session.absent');
    expect(await stranger.api.refusal('addParticipants', { params, body: { people: [{ person: stranger.id, role: 'host' }] } })).toBe('session.absent');
    expect(await stranger.api.refusal('createInvitation', { params, body: { label: 'x', role: 'host', expiresAt: Date.now() + HOUR } })).toBe('session.absent');
    for (const other of [randomUUID(), '.hidden', 'records', '__proto__', 'constructor', 'a/b']) {
      expect(await anna.api.refusal('session', { params: { session: other } })).toBe('session.absent');
    }
    expect(await server.api().refusal('session', { params })).toBe('identity.required');
  });

  test('what does not fit is refused by field', async () => {
    const good = { kind: 'plain' as const, title: 'Visit', ...times(), participants: [] };
    expect(await anna.api.refusal('createSession', { body: { ...good, endsAt: good.startsAt } })).toBe('time.order');
    expect(await anna.api.refusal('createSession', { body: { ...good, participants: [{ person: chen.id, role: 'chair' }] } })).toBe('role.unknown');
    expect(await anna.api.refusal('createSession', { body: { ...good, participants: [{ person: 'nobody', role: 'attendee' }] } })).toBe('record.absent');
    for (const bad of [{ title: ' ' }, { title: 'x'.repeat(200) }, { zone: 'Mars/Olympus' }, { languages: [] }, { languages: ['not a tag'] }, { startsAt: -1 }, { extra: 1 }]) {
      const answer = await anna.api.raw('createSession', { body: { ...good, ...bad } as typeof good });
      expect([bad, answer.status]).toEqual([bad, 400]);
    }
    const answer = await anna.api.raw('createSession', { body: { ...good, title: 'x'.repeat(300_000) } });
    expect([answer.status, await answer.json()]).toEqual([413, { error: { code: 'payload.tooLarge' } }]);
  });

  test('commands pass the same gate as on the connection', async () => {
    const id = await server.session(anna, [[chen, 'attendee']]);
    const params = { session: id };
    const change = command('session.change', { title: 'Another title' });
    const { seq } = await anna.api.call('command', { params, body: change });
    expect((await anna.api.call('command', { params, body: change })).seq).toBe(seq);
    expect((await anna.api.call('session', { params })).summary.info.title).toBe('Another title');
    expect(await chen.api.refusal('command', { params, body: command('session.change', { title: 'Mine' }) })).toBe('permission.denied');
    expect(await anna.api.refusal('command', { params, body: command('session.change', { title: 5 }) })).toBe('payload.invalid');
    expect(await anna.api.refusal('command', { params, body: command('session.change', { endsAt: Date.now() - HOUR }) })).toBe('time.order');
    expect(await anna.api.refusal('command', { params, body: command('session.change', { endsAt: Date.now() + 15 * 24 * HOUR }) })).toBe('time.order');
    expect(await anna.api.refusal('command', { params, body: command('session.explode') })).toBe('name.unknown');
    expect(await anna.api.refusal('command', { params, body: command('__proto__') })).toBe('name.unknown');
    await anna.api.call('command', { params, body: command('session.start') });
    expect(await anna.api.refusal('command', { params, body: command('chat.send', { text: 'from outside' }) })).toBe('lobby.waiting');
    expect(await chen.api.refusal('command', { params, body: command('participant.admit', { participants: [chen.id] }) })).toBe('lobby.waiting');
  });

  test('a flood of commands over HTTP is limited as one on the connection is', async () => {
    const id = await server.session(anna);
    const answers = await Promise.all(Array.from({ length: 80 }, () =>
      anna.api.refusal('command', { params: { session: id }, body: command('session.change', { title: 'x' }) })));
    expect(answers.filter((code) => code === undefined).length).toBeGreaterThanOrEqual(40);
    expect(answers).toContain('rate.limited');
  });

  test('people are added once and keep the role they have', async () => {
    const id = await server.session(anna, [[chen, 'attendee']]);
    const params = { session: id };
    const added = await anna.api.call('addParticipants', {
      params, body: { people: [{ person: boris.id, role: 'speaker' }, { person: chen.id, role: 'host' }, { person: anna.id, role: 'attendee' }] },
    });
    expect(added.participants.map((one) => [one.name, one.role])).toEqual([['Anna Lind', 'host'], ['Chen Wei', 'attendee'], ['Boris Holm', 'speaker']]);
    expect(await chen.api.refusal('addParticipants', { params, body: { people: [{ person: boris.id, role: 'host' }] } })).toBe('permission.denied');
    await anna.api.call('command', { params, body: command('session.end') });
    expect(await anna.api.refusal('addParticipants', { params, body: { people: [{ person: stranger.id, role: 'attendee' }] } })).toBe('session.ended');
  });

  test('the list of who waits in the lobby is for those who admit', async () => {
    const id = await server.session(anna, [[chen, 'attendee'], [boris, 'speaker']]);
    const host = await server.connect(anna.cookie, id);
    const waiting = await server.connect(chen.cookie, id);
    await host.until((client) => client.state.participants[chen.id]?.lobby === 'waiting');
    const lobbyOf = async (person: TestPerson) =>
      (await person.api.call('session', { params: { session: id } })).participants.find((one) => one.id === chen.id)?.lobby;
    expect(await lobbyOf(anna)).toBe('waiting');
    expect(await lobbyOf(chen)).toBe('waiting');
    expect(await lobbyOf(boris)).toBeUndefined();
    waiting.close();
    host.close();
  });

  test('a calendar file is for those on the list', async () => {
    const id = await server.session(anna, [[chen, 'attendee']], { title: 'Visit in Oslo' });
    const answer = await chen.api.raw('calendar', { params: { session: id } });
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    const text = (await answer.text()).replaceAll('\r\n ', '');
    expect(text).toContain('SUMMARY:Visit in Oslo\r\n');
    expect(text).toContain(`URL;VALUE=URI:${server.url}/sessions/${id}\r\n`);
    expect(text).toMatch(/ORGANIZER;CN="Customs of the North"/);
  });
});

describe('who may call at all', () => {
  test('a page of another site changes nothing, and neither does one that does not say whose it is', async () => {
    const body = { kind: 'plain' as const, title: 'Forged', ...times(), participants: [] };
    const before = (await anna.api.call('sessions')).sessions.length;
    const forged: Record<string, string>[] = [
      { Origin: 'https://evil.example' }, { Origin: 'null' }, { Origin: '' }, { Origin: server.url.replace('http:', 'https:') },
      { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' },
      { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' },
    ];
    for (const headers of forged) {
      const answer = await anna.api.raw('createSession', { body, headers });
      expect([headers, answer.status]).toEqual([headers, 403]);
    }
    expect((await anna.api.call('sessions')).sessions).toHaveLength(before);
  });
});
