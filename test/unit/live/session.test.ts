import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { initialState, reduce } from '../../../protocol/live/state.ts';
import { decideKnock } from '../../../server/live/decide/knock.ts';
import { LiveSession } from '../../../server/live/session.ts';
import type { Change } from '../../../server/live/session.ts';
import { opening } from '../protocol/casts.ts';
import { MemoryLog } from './memory-log.ts';

let log: MemoryLog;
let live: LiveSession;

beforeEach(async () => {
  log = new MemoryLog();
  live = await LiveSession.open('s', log);
  await live.record(...opening());
  await live.decide('ann', (state) => decideKnock(state, 'ann'));
});

const raise = (id = randomUUID()) => live.run('ann', id, 'hand.raise', {});
const say = (text: string, id: string = randomUUID()) => live.run('ann', id, 'chat.send', { text });

describe('a command', () => {
  test('is told and acknowledged only once it is durable', async () => {
    const told: Change[] = [];
    live.onChange((change) => told.push(change));
    const release = log.hold();
    const running = raise();
    await Promise.resolve();
    expect(live.state.hands).toEqual([]);
    expect(told).toEqual([]);
    release();
    expect(await running).toEqual({ ok: true, value: { seq: live.state.seq } });
    expect(live.state.hands).toHaveLength(1);
    expect(told.flatMap((change) => change.events).map((event) => event.type)).toEqual(['hand.raised']);
  });

  test('is decided on what came before it, also where that is not durable yet', async () => {
    const release = log.hold();
    const both = [raise(), raise()];
    release();
    expect((await Promise.all(both)).every((one) => one.ok)).toBe(true);
    expect(log.entries.filter((event) => event.type === 'hand.raised')).toHaveLength(1);
  });

  test('changes nothing when it comes again after its acknowledgement was lost', async () => {
    const id = randomUUID();
    const first = await say('hello', id);
    expect(await say('hello', id)).toEqual(first);
    expect(log.entries.filter((event) => event.type === 'chat.sent')).toHaveLength(1);
  });

  test('that comes twice at once is run once', async () => {
    const id = randomUUID();
    const release = log.hold();
    const both = [say('hello', id), say('hello', id)];
    release();
    const [one, other] = await Promise.all(both);
    expect(one).toEqual(other);
    expect(log.entries.filter((event) => event.type === 'chat.sent')).toHaveLength(1);
  });

  test('is known again after a restart', async () => {
    const id = randomUUID();
    const first = await say('hello', id);
    const again = await LiveSession.open('s', log);
    expect(await again.run('ann', id, 'chat.send', { text: 'hello' })).toEqual(first);
    expect(log.entries.filter((event) => event.type === 'chat.sent')).toHaveLength(1);
  });

  test("with another person's id is not theirs", async () => {
    await live.run('ann', randomUUID(), 'session.change', { lobby: false });
    await live.decide('bo', (state) => decideKnock(state, 'bo'));
    const id = randomUUID();
    await say('from ann', id);
    await live.run('bo', id, 'chat.send', { text: 'from bo' });
    expect(live.state.chat['room:floor']!.map((message) => message.from)).toEqual(['ann', 'bo']);
  });
});

describe('a full disk', () => {
  test('refuses with a code, changes nothing, tells nobody, and works again once there is space', async () => {
    const told: Change[] = [];
    live.onChange((change) => told.push(change));
    const before = live.state;
    log.full = true;
    expect(await raise()).toEqual({ ok: false, error: { code: 'store.full' } });
    expect(live.state).toBe(before);
    expect(told).toEqual([]);
    log.full = false;
    expect((await raise()).ok).toBe(true);
  });

  test('refuses also what was decided on top of what failed', async () => {
    const before = live.state;
    const release = log.hold();
    log.full = true;
    const both = [say('one'), say('two')];
    release();
    expect((await Promise.all(both)).map((result) => result.ok)).toEqual([false, false]);
    expect(live.state).toBe(before);
    log.full = false;
    expect((await say('three')).ok).toBe(true);
    expect(live.state.chat['room:floor']!.map((message) => message.text)).toEqual(['three']);
    expect(log.entries.reduce(reduce, initialState())).toEqual(live.state);
  });
});

describe('what was missed', () => {
  test('is the events after a number, or nothing when that number is not of this log', async () => {
    const seq = live.state.seq;
    await say('one');
    await say('two');
    expect(live.since(seq)!.map((event) => event.seq)).toEqual([seq + 1, seq + 2]);
    expect(live.since(live.state.seq)).toEqual([]);
    expect(live.since(live.state.seq + 5)).toBeUndefined();
  });
});
