import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { kinds } from '../../../protocol/kinds.ts';
import { cookieOf } from '../../harness/api.ts';
import { startTestServer, tokenOf } from '../../harness/server.ts';
import type { TestServer } from '../../harness/server.ts';
import { firstBody } from './house.ts';

let server: TestServer;
afterEach(() => server.close());

describe('the demonstration on a whole server', () => {
  beforeEach(async () => {
    server = await startTestServer({ DEMO: '1' });
  });
  const setUp = async (): Promise<string> => {
    if (server.firstSteps.kind !== 'demo') throw new Error('no demonstration');
    return cookieOf(await server.api().raw('completeSetup', { params: { token: tokenOf(server.firstSteps.link) }, body: firstBody() }));
  };

  test('has a session of each kind, the plain one and the class with a deck of six pages in three languages', async () => {
    const found = new Map<string, { readonly id: string; readonly decks: readonly unknown[] }>();
    for (const { id } of (await server.api().call('demoPeople')).people) {
      const { api } = await server.demoPerson(id);
      const { sessions } = await api.call('sessions');
      expect(sessions.length, id).toBeGreaterThan(0);
      for (const { info } of sessions) {
        const details = await api.call('session', { params: { session: info.id } });
        found.set(info.kind, { id: info.id, decks: details.decks.map(({ pages, versions }) => [pages, versions.map((one) => one.language)]) });
      }
    }
    // A case has a page of its own.
    expect([...found.keys()].toSorted()).toEqual(Object.keys(kinds).filter((kind) => kind !== 'case').toSorted());
    const deck = [6, ['en', 'fr', 'zh']];
    expect(Object.fromEntries([...found].map(([kind, { decks }]) => [kind, decks]))).toEqual({
      plain: [deck], class: [deck], observation: [], assessment: [], ceremony: [],
    });
  });

  test('can be held: the host opens the session by coming, others join', async () => {
    const host = await server.demoPerson('demo-claire');
    const { info } = (await host.api.call('sessions')).sessions.find((one) => one.info.kind === 'plain')!;
    const [claire, lin] = [await server.connect(host.cookie, info.id), await server.connect((await server.demoPerson('demo-lin')).cookie, info.id)];
    await claire.until(({ state }) => state.participants['demo-lin']?.presence === 'in');
    expect(lin.state.session.phase).toBe('open');
  });

  test('is over when the first administrator is made: connections, sessions, invitations and people', async () => {
    const host = await server.demoPerson('demo-claire');
    const { info } = (await host.api.call('sessions')).sessions.find((one) => one.info.kind === 'plain')!;
    const { link } = await host.api.call('createInvitation', {
      params: { session: info.id }, body: { label: 'A guest', role: 'attendee', expiresAt: Date.now() + 3_600_000 },
    });
    const invitation = { params: { token: tokenOf(link!) }, body: { name: 'Guest', administrationName: 'Elsewhere', country: 'FR', language: 'en' } };
    const guest = cookieOf(await server.api().raw('acceptInvitation', invitation));
    const [claire, visitor] = [await server.connect(host.cookie, info.id), await server.connect(guest, info.id)];

    const cookie = await setUp();

    for (const client of [claire, visitor]) {
      expect(await client.gone()).toBe('identity.required');
      await client.closed();
    }
    await expect(server.connect(host.cookie, info.id)).rejects.toThrow('identity.required');
    expect(await server.api().refusal('acceptInvitation', invitation)).toBe('session.ended');
    expect(await server.api(cookie).call('sessions')).toEqual({ sessions: [] });
    expect((await server.api(cookie).call('people')).people).toHaveLength(1);
    expect(await server.api().call('demoPeople')).toEqual({ people: [] });
    await server.restart();
    expect((await server.api(cookie).call('me'))).toMatchObject({ demo: false, person: { email: 'ada@north.example' } });
    expect(await server.api().call('demoPeople')).toEqual({ people: [] });
  });
});

describe('connections', () => {
  beforeEach(async () => {
    server = await startTestServer();
  });

  test.each(['signOutEverywhere', 'disabled', 'password'] as const)('end with the sign-in (%s), and cannot come back', async (how) => {
    const administrator = await server.administrator();
    const person = await server.person('Bo');
    const session = await server.session(administrator, [[person, 'attendee']]);
    await server.connect(administrator.cookie, session);
    const other = cookieOf(await server.api().raw('signIn', { body: { email: person.email, password: 'seven quiet lanterns' } }));
    const client = await server.connect(other, session);
    if (how === 'signOutEverywhere') await person.api.call('signOutEverywhere');
    if (how === 'disabled') await administrator.api.call('changePerson', { params: { person: person.id }, body: { disabled: true } });
    if (how === 'password') await person.api.call('changePassword', { body: { current: 'seven quiet lanterns', next: 'nine patient herons' } });
    expect(await client.gone()).toBe('identity.required');
    await client.closed();
    await expect(server.connect(other, session)).rejects.toThrow('identity.required');
  });
});
