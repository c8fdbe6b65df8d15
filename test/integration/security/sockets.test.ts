import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../../../protocol/kinds.ts';
import type { KindName } from '../../../protocol/kinds.ts';
import type { CommandName, RequestName, SignalName } from '../../../protocol/table.ts';
import type { LiveTestClient } from '../../harness/liveClient.ts';
import { startTestServer } from '../../harness/server.ts';
import type { TestPerson, TestServer } from '../../harness/server.ts';
import { commandsExpected, everyone, requestsExpected, signalsExpected } from './expected.ts';
import type { Cases, Rule, Seat } from './expected.ts';
import { commandSamples, requestSamples, signalSamples } from './samples.ts';
import { ids } from './ids.ts';
import { happened, hostRoles, reasons, seats } from './scene.ts';
import type { ScenePhase, Standing } from './scene.ts';
import { own } from './visit.ts';

let server: TestServer;
let host: TestPerson;
let actor: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  host = await server.person('Hana Host');
  actor = await server.person('Ari Actor');
});
afterAll(() => server.close());

/** A session of its own for each question, on a real disk, in which the actor stands there. */
async function session(seat: Seat, standing: Standing, phase: ScenePhase, isPresenting = false): Promise<string> {
  const { kind, role } = seats.find((one) => one.seat === seat)!;
  const id = await server.session(host, [], { kind });
  const live = await server.host.get(id);
  const scene = { kind, role, phase, standing, isPresenting, actor: actor.id, session: id, host: host.id, administration: host.administration };
  await live.record(...happened(scene));
  await live.decide(actor.id, () => ({ ok: true, value: own(scene) }));
  return id;
}

/** The actor's connection after their join, whatever became of it. */
async function connect(id: string, knock = true): Promise<LiveTestClient> {
  const client = server.client(actor.cookie, id);
  await client.connect();
  await client.join({ knock });
  return client;
}

const codeOf = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }): string => result.error?.code ?? 'ok';
const isStanding = (seat: Seat): boolean => kinds[seat.split('/')[0] as KindName].standing;
/** Who may, inside; who may not, inside; and who may, but waits in the lobby. */
function askers(rule: Rule): { readonly seat: Seat; readonly standing: Standing }[] {
  const may = rule.seats[0];
  const mayNot = everyone.find((seat) => !rule.seats.includes(seat));
  return [
    ...(may === undefined ? [] : [{ seat: may, standing: 'inside' as const }]),
    ...(mayNot === undefined ? [] : [{ seat: mayNot, standing: 'inside' as const }]),
    // A host is let in by knocking, so a seat that waits has to be another's; and what stands open has no lobby.
    ...rule.seats.filter((seat) => !Object.values(hostRoles).includes(seat.split('/')[1] as never) && !isStanding(seat)).slice(0, 1)
      .map((seat) => ({ seat, standing: 'guestWaiting' as const })),
  ];
}
/** The samples call whoever acts "actor"; here it is somebody with an id. */
const named = (sample: Readonly<Record<string, unknown>>): unknown => Object.fromEntries(Object.entries(sample).map(([key, value]) => [key, value === 'actor' ? actor.id : value]));
const listed = (table: Readonly<Record<string, Cases>>) => Object.entries(table)
  .flatMap(([name, cases]) => Object.entries(cases).map(([which, rule]) => ({ name, which, rule })));

describe('over a real connection', () => {
  test.each(listed(commandsExpected))('$name ($which)', async ({ name, which, rule }) => {
    for (const { seat, standing } of askers(rule)) {
      const id = await session(seat, standing, 'live', which === 'presenting');
      const client = await connect(id);
      const { seq } = (await server.host.get(id)).state;
      const payload = named((commandSamples[name as CommandName] as Record<string, Record<string, unknown>>)[which]!);
      const done = await client.command(name as CommandName, payload as never);
      const why = reasons(rule, seat, standing, 'live');
      expect(why.length === 0 ? ['ok'] : why, `${seat} ${standing}`).toContain(codeOf(done));
      if (!done.ok) expect((await server.host.get(id)).state.seq).toBe(seq);
      client.close();
    }
  });

  test.each(listed(requestsExpected))('$name ($which)', async ({ name, which, rule }) => {
    for (const { seat, standing } of [...askers(rule), { seat: rule.seats[0]!, standing: 'banned' as const }]) {
      const client = await connect(await session(seat, standing, 'live'), standing !== 'banned');
      const done = await client.request(name as RequestName, (requestSamples[name as RequestName] as Record<string, unknown>)[which] as never);
      // What is asked about exists nowhere: behind the gate that is the answer. Without a join there is no further answer either.
      const isAbout = name.startsWith('media.') && name !== 'media.open';
      const isBanned = standing === 'banned';
      const behind = isBanned ? (name === 'session.join' ? 'participant.banned' : 'lobby.waiting') : isAbout ? 'media.absent' : 'ok';
      expect([seat, standing, codeOf(done)]).toEqual([seat, standing, behind]);
      client.close();
    }
  });

  test.each(listed(signalsExpected))('$name ($which)', async ({ name, which, rule }) => {
    for (const { seat, standing } of askers(rule)) {
      const id = await session(seat, standing, 'live', which === 'presenting');
      const others = await server.connect(host.cookie, id);
      const client = await connect(id);
      client.signal(name as SignalName, (signalSamples[name as SignalName] as Record<string, unknown>)[which] as never);
      // A command that everybody may give comes after the signal; when it is there, so would the signal be. In what stands open nobody sees readiness.
      const done = isStanding(seat) ? await client.command('participant.language', { language: 'fr' }) : await client.command('readiness.report', commandSamples['readiness.report'].any);
      expect(codeOf(done)).toBe('ok');
      await others.until(({ state }) => isStanding(seat) ? state.participants[actor.id]?.language === 'fr' : state.readiness[actor.id] !== undefined);
      const isAllowed = reasons(rule, seat, standing, 'live').length === 0;
      expect([seat, standing, others.signals.map((one) => [one.name, one.from])]).toEqual([seat, standing, isAllowed ? [[name, actor.id]] : []]);
      client.close();
      others.close();
    }
  });
});

describe('knowing an id opens nothing', () => {
  test('of a session in which one has no seat: neither with a sign-in, nor with none, nor with one that is over', async () => {
    const id = await session('plain/speaker', 'absent', 'live');
    const stranger = await server.person('Stella Stranger', { administration: await server.administration('Elsewhere') });
    const former = await server.person('Fred Former');
    await (await server.host.get(id)).record({
      type: 'participant.invited',
      data: { id: former.id, person: former.id, name: 'Fred Former', administration: 'x', administrationName: 'x', country: 'NO', language: 'en', role: 'host' },
    });
    await former.api.call('signOut');
    for (const cookie of [undefined, actor.cookie, stranger.cookie, former.cookie, 'gangway=x', `gangway=${'0'.repeat(36)}.${'0'.repeat(64)}`]) {
      await expect(server.client(cookie, id).connect(), String(cookie)).rejects.toThrow(/^(identity\.required|session\.absent)$/);
    }
    for (const made of ['', 'floor', '../x', '__proto__', 'constructor', 'x'.repeat(64), '0b9a8c5e-3f5f-4d2b-8a53-1b6f3d2c4e10']) {
      await expect(server.client(host.cookie, made).connect(), made).rejects.toThrow('session.absent');
    }
  });

  test('of a session beside the own one: a connection is bound to the one that it was opened for', async () => {
    const mine = await session('plain/host', 'inside', 'live');
    const theirs = await session('plain/host', 'absent', 'live');
    const { seq } = (await server.host.get(theirs)).state;
    const client = await connect(mine);
    expect(codeOf(await client.command('chat.send', { text: 'x', room: ids.there }))).toBe('room.notMember');
    // Everything that a frame can name is looked up in the session of the connection.
    const frame = { name: 'session.change', id: '0b9a8c5e-3f5f-4d2b-8a53-1b6f3d2c4e11', payload: { title: 'Taken' }, session: theirs };
    const answer = await new Promise((resolve) => (client.socket as { emit(...args: unknown[]): unknown }).emit('command', frame, resolve));
    expect(answer).toMatchObject({ ok: false, error: { code: 'payload.invalid' } });
    expect((await server.host.get(theirs)).state.seq).toBe(seq);
    client.close();
  });

  test('in the lobby one holds oneself and the title, and nothing that happens inside comes through', async () => {
    const id = await session('plain/speaker', 'guestWaiting', 'live');
    const inside = await server.connect(host.cookie, id);
    const waiting = await connect(id);
    await inside.must('chat.send', { text: 'not for the lobby' });
    await inside.must('hand.raise', {});
    inside.signal('reaction.sent', { reaction: 'agree' });
    await inside.must('stage.page', { page: 2 });
    // Something that the lobby does learn comes after it all.
    await inside.must('session.change', { title: 'The title is no secret' });
    await waiting.until(({ state }) => state.session.title === 'The title is no secret');
    expect(Object.keys(waiting.state.participants)).toEqual([actor.id]);
    expect(waiting.state).toMatchObject({ hands: [], chat: {}, decks: {}, marks: {}, publications: {}, readiness: {} });
    expect(waiting.signals).toEqual([]);
    expect(waiting.notices.filter((one) => one.name === 'state.events')).toEqual([]);
    expect(JSON.stringify([waiting.notices, waiting.joined])).not.toMatch(/not for the lobby|Caucus|Hana Host|stream-|deck-1/);
    for (const client of [inside, waiting]) client.close();
  });

  test('a page cannot be read from a scope that one does not have', async () => {
    const id = await session('plain/speaker', 'guestWaiting', 'live');
    const inside = await server.connect(host.cookie, id);
    const waiting = server.client(actor.cookie, id);
    await waiting.connect();
    const joined = await waiting.join({ since: { state: { ...inside.state, seq: 1 }, scope: inside.scope } });
    expect(joined.ok && joined.value.events).toEqual([]);
    expect(Object.keys(waiting.state.participants)).toEqual([actor.id]);
    for (const client of [inside, waiting]) client.close();
  });
});
