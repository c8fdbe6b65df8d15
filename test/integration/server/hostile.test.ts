import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { limits } from '../../../protocol/limits.ts';
import { commands, requests, signals } from '../../../protocol/table.ts';
import { startTestServer } from '../../harness/server.ts';
import type { TestPerson, TestServer } from '../../harness/server.ts';
import type { LiveTestClient } from '../../harness/liveClient.ts';

let server: TestServer;
let anna: TestPerson;
let boris: TestPerson;
let session = '';
let host: LiveTestClient;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.person('Anna Lind');
  boris = await server.person('Boris Holm');
  session = await server.session(anna, [[boris, 'speaker']], { lobby: false });
  host = await server.connect(anna.cookie, session);
});
afterAll(() => server.close());

/** The server is up, the session stands, and its host is served. */
async function expectAllIsWell(): Promise<void> {
  expect((await server.api().call('health')).status).toBe('ok');
  const seq = await host.must('session.change', { title: `Still here ${randomUUID()}` });
  await host.untilSeq(seq);
}

/** Frames as nobody's client sends them, past every type. */
function emit(client: LiveTestClient, ...frame: readonly unknown[]): void {
  (client.socket as { emit(...args: readonly unknown[]): unknown }).emit(...frame);
}
const answerTo = (client: LiveTestClient, event: string, frame: unknown): Promise<unknown> =>
  new Promise((resolve) => emit(client, event, frame, resolve));

describe('a flood', () => {
  test('of commands is cut, and those beside it are served', async () => {
    const flooder = await server.connect(boris.cookie, session);
    for (let count = 0; count < 5_000; count += 1) emit(flooder, 'command', { id: randomUUID(), name: 'hand.raise', payload: {} }, () => undefined);
    expect(await flooder.gone()).toBe('rate.limited');
    await flooder.closed();
    await expectAllIsWell();
    const live = await server.host.get(session);
    expect(live.state.hands).toHaveLength(1);
  });

  test('of signals is cut, and little of it reaches the others', async () => {
    const flooder = await server.connect(boris.cookie, session);
    for (let count = 0; count < 5_000; count += 1) flooder.signal('reaction.sent', { reaction: 'agree' });
    expect(await flooder.gone()).toBe('rate.limited');
    await expectAllIsWell();
    expect(host.signals.filter((one) => one.from === boris.id).length).toBeLessThanOrEqual(20);
  });

  test('of frames that fit no row is cut', async () => {
    const flooder = await server.connect(boris.cookie, session);
    for (let count = 0; count < 2_000; count += 1) emit(flooder, 'command', { garbage: count }, () => undefined);
    expect(await flooder.gone()).toBe('rate.limited');
    await expectAllIsWell();
  });

  test('of a person\'s connections leaves the last one in the seat', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, () => server.connect(boris.cookie, session)));
    const standing = many.filter((client) => !client.notices.some((one) => one.name === 'session.gone'));
    await Promise.all(many.filter((client) => !standing.includes(client)).map((client) => client.closed()));
    await expect.poll(() => many.filter((client) => client.socket.connected).length).toBe(1);
    await expectAllIsWell();
    many.forEach((client) => client.close());
  });
});

describe('a frame', () => {
  test('that is too large ends its connection and nothing else', async () => {
    const sender = await server.connect(boris.cookie, session);
    emit(sender, 'command', { id: randomUUID(), name: 'chat.send', payload: { text: 'x'.repeat(limits.frameBytes) } }, () => undefined);
    await sender.closed();
    await expectAllIsWell();
    expect(JSON.stringify((await server.host.get(session)).state.chat)).not.toContain('xxxx');
  });

  test('that does not fit is refused with a code that says where', async () => {
    const sender = await server.connect(boris.cookie, session);
    const id = randomUUID();
    expect(await answerTo(sender, 'command', { id, name: 'chat.send', payload: { text: 5 } })).toEqual({ ok: false, error: { code: 'payload.invalid', detail: 'text' } });
    expect(await answerTo(sender, 'command', { id: 'x', name: 'chat.send', payload: { text: 'x' } })).toEqual({ ok: false, error: { code: 'payload.invalid', detail: 'id' } });
    expect(await answerTo(sender, 'command', { id, name: 'chat.send', payload: { text: 'x', extra: 1 } })).toMatchObject({ error: { code: 'payload.invalid' } });
    expect(await answerTo(sender, 'command', { id, name: 'chat.explode', payload: {} })).toMatchObject({ error: { code: 'name.unknown' } });
    for (const odd of [undefined, null, 5, 'text', [], [[]], true, { id, name: '__proto__', payload: {} }, { id, name: 'toString', payload: {} }]) {
      expect(await answerTo(sender, 'command', odd)).toMatchObject({ ok: false });
      expect(await answerTo(sender, 'request', odd)).toMatchObject({ ok: false });
    }
    await expectAllIsWell();
    sender.close();
  });

  test('without anybody to answer, with too many arguments, or of no known kind harms nothing', async () => {
    const sender = await server.connect(boris.cookie, session);
    const fits = { id: randomUUID(), name: 'hand.lower', payload: {} };
    emit(sender, 'command', fits);
    emit(sender, 'command', fits, 'no function');
    emit(sender, 'command', fits, {}, [], () => undefined);
    emit(sender, 'command');
    emit(sender, 'request');
    emit(sender, 'signal');
    emit(sender, 'notice', { name: 'session.gone', payload: { code: 'session.ended' } });
    emit(sender, 'constructor', {});
    emit(sender, 'command', Buffer.alloc(10), () => undefined);
    await sender.must('hand.raise', {});
    await expectAllIsWell();
    expect(host.socket.connected).toBe(true);
    sender.close();
  });

  test('before the join is refused, whatever it asks', async () => {
    const early = server.client(boris.cookie, session);
    await early.connect();
    for (const name of Object.keys(commands)) expect(await answerTo(early, 'command', { id: randomUUID(), name, payload: {} })).toMatchObject({ ok: false });
    for (const name of Object.keys(requests).filter((one) => one !== 'session.join')) {
      expect(await answerTo(early, 'request', { name, payload: {} })).toMatchObject({ ok: false });
    }
    for (const name of Object.keys(signals)) emit(early, 'signal', { name, payload: {} });
    await expectAllIsWell();
    early.close();
  });
});

describe('a connection', () => {
  test('on which nothing is said is closed', async () => {
    const silent = server.client(boris.cookie, session);
    await silent.connect();
    await silent.closed();
  });

  test('that goes away in the middle of its join leaves an empty seat, not one that is taken for ever', async () => {
    const chen = await server.person('Chen Wei');
    const { id } = (await anna.api.call('createSession', {
      body: {
        kind: 'plain', title: 'A session', languages: ['en'], startsAt: Date.now(), endsAt: Date.now() + 3_600_000, zone: 'UTC', lobby: false,
        participants: [{ person: chen.id, role: 'speaker' }],
      },
    })).summary.info;
    const other = await server.connect(anna.cookie, id);
    /** How often a seat was taken, again or for the first time. */
    const taken = (client: LiveTestClient): number => client.notices
      .flatMap((notice) => notice.name === 'state.events' ? notice.payload.events : [])
      .filter((event) => event.type === 'participant.joined' || event.type === 'participant.connected').length;
    for (let count = 0; count < 10; count += 1) {
      const before = taken(other);
      const hasty = server.client(chen.cookie, id);
      await hasty.connect();
      emit(hasty, 'request', { name: 'session.join', payload: { protocol: limits.protocolVersion, instance: hasty.instance, media: true, knock: true } }, () => undefined);
      // This is refused at once, while the join waits for the disk and for transports.
      await answerTo(hasty, 'request', {});
      hasty.close();
      await other.until((client) => taken(client) > before, 'the seat being taken');
      await other.until(({ state }) => state.participants[chen.id]?.connected === false, 'the seat being empty');
    }
    const stayed = await server.connect(chen.cookie, id);
    await other.until(({ state }) => state.participants[chen.id]?.connected === true);
    stayed.close();
    other.close();
  });

  test('that speaks another language than Socket.IO is closed or ignored', async () => {
    const frames = [
      '', '4', '40', '40{', '40{"session":', '41', '42', '42[]', '42["command"', '42["command",{"__proto__":{"x":1}}]', '42["disconnect"]', '42["connect_error",{}]', '43', '430[]',
      '43999[{"ok":true}]', '44', '45', '451-["command",{"_placeholder":true,"num":0}]', '4599999999-["command"]', '46', '47', '5', '6', '7', '9', '2probe', 'x', '\u0000', '{}',
      `42${'['.repeat(10_000)}`, '42["command",{"id":1e999}]', '421234567890123456789["command",{}]', `40${JSON.stringify({ session: { $ne: 1 } })}`,
    ];
    for (const prologue of [[], [`40${JSON.stringify({ session })}`]]) {
      for (const frame of frames) await speak([...prologue, frame]);
    }
    await expectAllIsWell();
  });
});

/** Says these frames over a plain WebSocket and goes when the server has taken them. */
function speak(frames: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      headers: { Origin: new URL(server.url).origin, Cookie: boris.cookie },
    });
    socket.on('open', () => {
      for (const frame of frames) socket.send(frame);
      socket.send(Buffer.from([4, 0, 255]));
      // Answered once everything before it has been read, unless the server has hung up by then.
      socket.ping();
    });
    socket.on('pong', () => socket.terminate());
    socket.on('close', () => resolve());
    socket.on('error', reject);
  });
}
