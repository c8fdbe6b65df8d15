import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { project } from '../../../protocol/live/audience.ts';
import type { SessionEvent } from '../../../protocol/live/event.ts';
import type { LiveTestClient } from '../../harness/liveClient.ts';
import { startTestServer } from '../../harness/server.ts';
import type { TestPerson, TestServer } from '../../harness/server.ts';

let server: TestServer;
let anna: TestPerson;
let boris: TestPerson;
let chen: TestPerson;
let dora: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.person('Anna Lind');
  boris = await server.person('Boris Holm');
  chen = await server.person('Chen Wei');
  dora = await server.person('Dora Vale');
});
afterAll(() => server.close());

/** A session without a lobby in which these people are, the first one as host. */
async function room<const P extends readonly TestPerson[]>(...people: P): Promise<{ session: string; clients: { [K in keyof P]: LiveTestClient } }> {
  const session = await server.session(people[0]!, people.slice(1).map((one) => [one, 'speaker'] as const), { lobby: false });
  const clients: LiveTestClient[] = [];
  for (const person of people) clients.push(await server.connect(person.cookie, session));
  return { session, clients: clients as { [K in keyof P]: LiveTestClient } };
}
const close = (clients: readonly LiveTestClient[]): void => clients.forEach((client) => client.close());
/** Everything of these kinds that came down to a client. */
const received = (client: LiveTestClient): SessionEvent[] =>
  client.notices.flatMap((notice) => notice.name === 'state.events' ? notice.payload.events : []);
/** What a client holds is what the server would show these eyes now. */
async function expectInStep(session: string, clients: readonly LiveTestClient[]): Promise<void> {
  const live = await server.host.get(session);
  const title = `All are here ${randomUUID()}`;
  await live.record({ type: 'session.changed', data: { title } });
  for (const client of clients) {
    await client.until(({ state }) => state.session.title === title, 'the newest event');
    expect({ ...client.state, seq: 0 }).toEqual({ ...JSON.parse(JSON.stringify(project(live.state, client.you))) as object, seq: 0 });
  }
}

describe('joining', () => {
  test('the host opens the session by coming; others wait in the lobby and see nothing but themselves', async () => {
    const session = await server.session(anna, [[boris, 'attendee'], [chen, 'attendee']]);
    const early = server.client(boris.cookie, session);
    await early.connect();
    expect(await early.join()).toEqual({ ok: false, error: { code: 'session.notOpen' } });
    const host = await server.connect(anna.cookie, session);
    expect(host.state.session.phase).toBe('open');
    expect(host.state.participants[anna.id]).toMatchObject({ presence: 'in', connected: true });
    await early.join();
    expect(Object.keys(early.state.participants)).toEqual([boris.id]);
    expect(early.state.participants[boris.id]).toMatchObject({ presence: 'expected', lobby: 'waiting' });
    await host.until(({ state }) => state.participants[boris.id]?.lobby === 'waiting');
    await host.must('chat.send', { text: 'only for those inside' });
    const seq = await host.must('participant.admit', { participants: [boris.id] });
    await early.until(({ state }) => state.participants[boris.id]?.presence === 'in');
    expect(early.state.seq).toBeGreaterThanOrEqual(seq);
    expect(early.state.chat['room:floor']?.map((one) => one.text)).toEqual(['only for those inside']);
    expect(received(early).filter((event) => event.type === 'chat.sent')).toEqual([]);
    await expectInStep(session, [host, early]);
    close([host, early]);
  });

  test('who is declined is told and shown out, and stays out', async () => {
    const session = await server.session(anna, [[boris, 'attendee']]);
    const host = await server.connect(anna.cookie, session);
    const waiting = await server.connect(boris.cookie, session);
    await host.must('participant.decline', { participant: boris.id });
    expect(await waiting.gone()).toBe('participant.declined');
    await waiting.closed();
    const again = server.client(boris.cookie, session);
    await again.connect();
    expect(await again.join()).toEqual({ ok: false, error: { code: 'participant.declined' } });
    close([host, again]);
  });

  test('looking first, then knocking, needs one connection', async () => {
    const session = await server.session(anna, [[boris, 'speaker']], { lobby: false });
    const host = await server.connect(anna.cookie, session);
    const client = server.client(boris.cookie, session);
    await client.connect();
    expect((await client.join({ knock: false })).ok).toBe(true);
    expect(client.state.participants[boris.id]?.presence).toBe('expected');
    expect(await client.command('chat.send', { text: 'x' })).toMatchObject({ error: { code: 'lobby.waiting' } });
    await client.must('readiness.report', { transport: 'udp', camera: 'ok', microphone: 'ok', speaker: 'ok' });
    await host.until(({ state }) => state.readiness[boris.id]?.transport === 'udp');
    await client.join({ knock: true });
    expect(client.state.participants[boris.id]?.presence).toBe('in');
    close([host, client]);
  });

  test('who looked and then comes in holds the whole state once, in the answer; who is refused still follows', async () => {
    const session = await server.session(anna, [[boris, 'speaker']], { lobby: false });
    const host = await server.connect(anna.cookie, session);
    const client = server.client(boris.cookie, session);
    await client.connect();
    await client.join({ knock: false });
    await host.must('session.lock', { locked: true });
    expect(await client.join({ knock: true })).toMatchObject({ ok: false });
    await client.until(({ state }) => state.session.locked, 'the state as it is at the refusal');
    await host.must('session.lock', { locked: false });
    const before = client.notices.length;
    await client.join({ knock: true });
    expect(client.joined?.snapshot?.participants[anna.id]).toBeDefined();
    await expectInStep(session, [host, client]);
    expect(client.notices.slice(before).filter((one) => one.name === 'state.snapshot')).toEqual([]);
    close([host, client]);
  });

  test('a locked session lets nobody in, not even to the lobby, and those inside stay', async () => {
    const { session, clients: [host, inside] } = await room(anna, boris);
    await host.must('session.lock', { locked: true });
    await server.host.get(session).then((live) => live.record({
      type: 'participant.invited',
      data: { id: chen.id, person: chen.id, name: chen.name, administration: chen.administration, administrationName: 'x', country: 'NO', language: 'en', role: 'attendee' },
    }));
    const late = server.client(chen.cookie, session);
    await late.connect();
    expect(await late.join()).toEqual({ ok: false, error: { code: 'session.locked' } });
    expect((await inside.command('chat.send', { text: 'still here' })).ok).toBe(true);
    close([host, inside, late]);
  });

  test.each([
    ['nobody', undefined], ['a made-up cookie', 'gangway=x.y'], ['a cookie of another kind', 'session=1; __proto__=x'],
  ])('%s is refused at the handshake', async (_name, cookie) => {
    const session = await server.session(anna);
    await expect(server.client(cookie, session).connect()).rejects.toThrow('identity.required');
  });

  test('somebody who is not on the list is refused as if there were no such session', async () => {
    const session = await server.session(anna);
    const code = async (id: string) => server.client(dora.cookie, id).connect().then(() => undefined, (error: Error) => error.message);
    expect(await code(session)).toBe(await code(randomUUID()));
  });

  test('a page of another site, or one that hides whose it is, gets no connection', async () => {
    const session = await server.session(anna);
    const foreign: Record<string, string>[] = [
      { Origin: 'https://evil.example' }, { Origin: 'null' }, { Origin: '' }, { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' },
    ];
    for (const headers of foreign) {
      await expect(server.client(anna.cookie, session, { headers }).connect()).rejects.toThrow();
    }
    await expect(server.client(anna.cookie, session).connect()).resolves.toBeUndefined();
  });

  test('a client of another protocol is told so', async () => {
    const session = await server.session(anna);
    const client = server.client(anna.cookie, session);
    await client.connect();
    const answer = await client.request('session.join', { protocol: 99 as 2, instance: randomUUID(), media: false, knock: true });
    expect(answer).toEqual({ ok: false, error: { code: 'payload.invalid', detail: 'protocol' } });
    client.close();
  });

  test('misses nothing of what happens at the same moment', async () => {
    const { session, clients: [host] } = await room(anna);
    const people = await Promise.all(Array.from({ length: 12 }, (_, index) => server.person(`Guest ${String.fromCharCode(65 + index)}`)));
    await anna.api.call('addParticipants', { params: { session }, body: { people: people.map(({ id }) => ({ person: id, role: 'attendee' as const })) } });
    const clients = people.map((person) => server.client(person.cookie, session));
    await Promise.all(clients.map((client) => client.connect()));
    const live = await server.host.get(session);
    let isOver = false;
    // Many appends share one sync of the disk, so a join becomes durable in the same moment as others.
    const busy = Promise.all(Array.from({ length: 8 }, async (_, lane) => {
      for (let count = 0; !isOver; count += 1) await live.record({ type: 'chat.sent', data: { id: randomUUID(), text: `${lane} ${count}` } });
    }));
    for (const client of clients) await client.join();
    isOver = true;
    await busy;
    await expectInStep(session, [host, ...clients]);
    close([host, ...clients]);
  });
});

describe('who hears what', () => {
  test('a word to one person reaches the two of them and nobody else, now and later', async () => {
    const { session, clients: [host, reader, other] } = await room(anna, boris, chen);
    const seq = await host.must('chat.send', { text: 'between us', to: boris.id });
    await reader.until(({ state }) => Object.keys(state.chat).some((key) => key.startsWith('pair:')));
    await other.until(() => true);
    const marker = await host.must('chat.send', { text: 'for all' });
    await other.untilSeq(marker);
    expect(JSON.stringify(other.notices)).not.toContain('between us');
    other.close();
    const back = await server.connect(chen.cookie, session);
    expect(JSON.stringify(back.state)).not.toContain('between us');
    const since = await server.connect(chen.cookie, session, { since: { state: { ...other.state, seq: seq - 1 }, scope: other.scope } });
    expect(JSON.stringify(since.joined)).not.toContain('between us');
    expect(JSON.stringify(reader.state.chat)).toContain('between us');
    await expectInStep(session, [host, reader]);
    close([host, reader, back, since]);
  });

  test('a side room has its own words and pages; moving brings what belongs there and takes the rest away', async () => {
    const { session, clients: [host, member, other] } = await room(anna, boris, chen);
    for (const client of [member, other]) client.notices.length = 0;
    const id = randomUUID();
    await host.command('room.create', { name: 'Caucus', mode: 'aside', members: [boris.id] }, id);
    await host.must('room.move', { room: id, participants: [boris.id] });
    await member.until(({ state }) => state.participants[boris.id]?.room === id);
    await member.must('chat.send', { text: 'in the caucus' });
    const marker = await host.must('chat.send', { text: 'on the floor' });
    await other.untilSeq(marker);
    for (const outside of [host, other]) expect(JSON.stringify(outside.notices)).not.toContain('in the caucus');
    await member.until(({ state }) => JSON.stringify(state.chat).includes('on the floor'));
    expect(await other.command('room.enter', { room: id })).toMatchObject({ error: { code: 'room.notMember' } });
    expect(await other.command('chat.send', { text: 'let me in', room: id })).toMatchObject({ error: { code: 'room.notMember' } });
    await host.must('room.members', { room: id, members: [boris.id, chen.id] });
    await other.must('room.enter', { room: id });
    await other.until(({ state }) => JSON.stringify(state.chat).includes('in the caucus'));
    await host.must('room.close', { room: id });
    await other.until(({ state }) => state.participants[chen.id]?.room === 'floor' && state.rooms[id] === undefined);
    await expectInStep(session, [host, member, other]);
    // Into it and out of it, and neither was sent the whole state for that: what is the same for everybody they held already.
    for (const client of [member, other]) expect(client.notices.map(({ name }) => name).filter((name) => name !== 'state.events')).toEqual(['state.sight', 'state.sight']);
    close([host, member, other]);
  });

  test('a signal reaches those in the same room, and is never remembered', async () => {
    const { session, clients: [host, member, other] } = await room(anna, boris, chen);
    const id = randomUUID();
    await host.command('room.create', { name: 'Aside', mode: 'aside', members: [chen.id] }, id);
    await host.must('room.move', { room: id, participants: [chen.id] });
    await other.until(({ state }) => state.participants[chen.id]?.room === id);
    const before = (await server.host.get(session)).state.seq;
    member.signal('reaction.sent', { reaction: 'agree' });
    await host.until(({ signals }) => signals.length > 0);
    expect(host.signals).toEqual([{ name: 'reaction.sent', from: boris.id, payload: { reaction: 'agree' } }]);
    // What comes after a message on the same connection shows that the signal did not come before it.
    const marker = await host.must('chat.send', { text: 'after it' });
    await other.untilSeq(marker);
    expect(other.signals).toEqual([]);
    expect((await server.host.get(session)).state.seq).toBe(before + 1);
    close([host, member, other]);
  });

  test('a laser pointer is the presenter\'s, or of who may show one', async () => {
    const session = await server.session(anna, [[boris, 'attendee'], [chen, 'speaker']], { lobby: false });
    const host = await server.connect(anna.cookie, session);
    const attendee = await server.connect(boris.cookie, session);
    const speaker = await server.connect(chen.cookie, session);
    attendee.signal('pointer.moved', { deck: 'd', page: 1, x: 0.1, y: 0.1 });
    await attendee.must('hand.raise', {});
    speaker.signal('pointer.moved', { deck: 'd', page: 1, x: 0.9, y: 0.9 });
    await host.until(({ signals }) => signals.some((one) => one.from === chen.id));
    expect(host.signals.map((one) => one.from)).toEqual([chen.id]);
    close([host, attendee, speaker]);
  });
});

describe('coming back', () => {
  test('brings only what was missed, to the same seat', async () => {
    const { session, clients: [host, member] } = await room(anna, boris);
    await member.must('hand.raise', {});
    const seen = await host.must('chat.send', { text: 'before' });
    await member.untilSeq(seen);
    const held = { state: member.state, scope: member.scope };
    member.close();
    await host.until(({ state }) => state.participants[boris.id]?.connected === false);
    await host.must('chat.send', { text: 'while away' });
    await host.must('chat.send', { text: 'not for everybody', to: boris.id }).catch(() => undefined);
    const back = await server.connect(boris.cookie, session, { instance: member.instance, since: held });
    expect(back.joined?.snapshot).toBeUndefined();
    expect(back.joined?.events.map((event) => event.seq).every((seq) => seq > held.state.seq)).toBe(true);
    expect(back.joined?.events.map((event) => event.type)).toEqual(['participant.dropped', 'chat.sent', 'chat.sent', 'participant.connected']);
    expect(back.state.hands.map((hand) => hand.participant)).toEqual([boris.id]);
    await expectInStep(session, [host, back]);
    close([host, back]);
  });

  test('brings the whole state where the part that may be seen has changed', async () => {
    const { session, clients: [host, member] } = await room(anna, boris);
    const held = { state: member.state, scope: member.scope };
    member.close();
    await host.must('participant.assign', { participant: boris.id, role: 'attendee' });
    const back = await server.connect(boris.cookie, session, { since: held });
    expect(back.joined?.snapshot?.participants[boris.id]?.role).toBe('attendee');
    expect(back.joined?.events).toEqual([]);
    await expectInStep(session, [host, back]);
    close([host, back]);
  });

  test('with a number or a scope that was never given brings the whole state', async () => {
    const { session, clients: [host] } = await room(anna);
    for (const since of [{ state: { ...host.state, seq: 1_000_000 }, scope: host.scope }, { state: host.state, scope: 'in host everything' }]) {
      const back = await server.connect(anna.cookie, session, { since });
      expect(back.joined?.snapshot?.seq).toBeGreaterThan(0);
      back.close();
    }
    host.close();
  });

  test('elsewhere ends the connection that held the seat', async () => {
    const { session, clients: [host, first] } = await room(anna, boris);
    const second = await server.connect(boris.cookie, session);
    expect(await first.gone()).toBe('session.replaced');
    await first.closed();
    const seq = await host.must('chat.send', { text: 'to the new place' });
    await second.untilSeq(seq);
    expect(second.state.participants[boris.id]).toMatchObject({ presence: 'in', connected: true });
    close([host, second]);
  });

  test('a retry of a command changes nothing twice, over any number of connections', async () => {
    const { session, clients: [host, member] } = await room(anna, boris);
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => member.command('chat.send', { text: 'once' }, id)));
    member.close();
    const back = await server.connect(boris.cookie, session);
    answers.push(await back.command('chat.send', { text: 'once' }, id));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.ok).toBe(true);
    expect(back.state.chat['room:floor']?.map((one) => one.text)).toEqual(['once']);
    // The same id from somebody else is another command.
    await host.command('chat.send', { text: 'mine' }, id);
    await back.until(({ state }) => state.chat['room:floor']?.length === 2);
    close([host, back]);
  });

  test('after signing out is not possible, and the sign-out ends the connection', async () => {
    const olga = await server.person('Olga Brief');
    const session = await server.session(olga);
    const client = await server.connect(olga.cookie, session);
    await olga.api.call('signOut');
    expect(await client.gone()).toBe('identity.required');
    await client.closed();
    await expect(server.client(olga.cookie, session).connect()).rejects.toThrow('identity.required');
  });

  test('after a ban is not possible, and the ban ends the connection', async () => {
    const { session, clients: [host, member] } = await room(anna, boris);
    await host.must('participant.remove', { participant: boris.id, ban: true });
    expect(await member.gone()).toBe('participant.banned');
    await member.closed();
    const again = server.client(boris.cookie, session);
    const outcome = await again.connect().then(() => again.join(), (error: Error) => error.message);
    expect(JSON.stringify(outcome)).toContain('participant.banned');
    close([host, again]);
  });
});

describe('the end', () => {
  test('comes for all at once, and is final', async () => {
    const { session, clients: [host, member] } = await room(anna, boris);
    await host.must('session.end', {});
    expect(await member.gone()).toBe('session.ended');
    expect(await host.gone()).toBe('session.ended');
    const again = server.client(anna.cookie, session);
    await again.connect();
    expect(await again.join()).toEqual({ ok: false, error: { code: 'session.ended' } });
    again.close();
  });
});
