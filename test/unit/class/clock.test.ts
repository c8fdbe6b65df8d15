import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FLOOR } from '../../../protocol/live/ids.ts';
import { keepGroupTime } from '../../../server/class/clock.ts';
import { openLog } from '../../../server/log.ts';
import { decideDrop, decideTimeout } from '../../../server/live/decide/knock.ts';
import { LiveSession } from '../../../server/live/session.ts';
import { MemoryLog } from '../live/memory-log.ts';
import { ClassScene, START } from './scene.ts';

const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers({ now: START }));
afterEach(() => void vi.useRealTimers());

/** A class that the server's clock watches, opened from its log as after a start of the server. */
async function watched(log: MemoryLog): Promise<{ readonly live: LiveSession; readonly clock: { close(): void } }> {
  const live = await LiveSession.open('s', log);
  const clock = keepGroupTime({ host: { onChange: (listener) => void live.onChange((change) => listener(live, change)) }, log: openLog('silent') });
  return { live, clock };
}

async function begun(): Promise<MemoryLog> {
  const log = new MemoryLog();
  await log.append(new ClassScene().events);
  return log;
}

function roomOf({ state }: LiveSession, who: string): string | undefined {
  return state.participants[who]?.room;
}

async function open(live: LiveSession, minutes?: number): Promise<void> {
  const groups = [{ name: 'One', members: ['ann', 'ben'] }];
  expect(await live.run('tess', crypto.randomUUID(), 'groups.open', { groups, ...(minutes === undefined ? {} : { minutes }) })).toMatchObject({ ok: true });
}

test('everybody comes back when the time is over and not before, without anybody who leads the class', async () => {
  const { live } = await watched(await begun());
  await open(live, 10);
  for (const one of ['tess', 'tom']) {
    await live.decide(one, (state) => decideDrop(state, one));
    await live.decide('system', (state) => decideTimeout(state, one));
  }
  await vi.advanceTimersByTimeAsync(10 * MINUTE - 1);
  expect(roomOf(live, 'ann')).not.toBe(FLOOR);
  await vi.advanceTimersByTimeAsync(1);
  expect([roomOf(live, 'ann'), live.state.class.groups.open]).toEqual([FLOOR, undefined]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a clock that is set back while they work loses nobody: they come back when it says so', async () => {
  const { live } = await watched(await begun());
  await open(live, 1);
  vi.setSystemTime(START - 5_000);
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(roomOf(live, 'ann')).not.toBe(FLOOR);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(roomOf(live, 'ann')).toBe(FLOOR);
  expect(vi.getTimerCount()).toBe(0);
});

test('a time that is put off, or taken away, no longer counts; nor one of groups that were closed before', async () => {
  const { live } = await watched(await begun());
  await open(live, 1);
  await live.run('tess', 'longer', 'groups.time', { minutes: 5 });
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  expect(roomOf(live, 'ann')).not.toBe(FLOOR);
  await live.run('tess', 'none', 'groups.time', { minutes: null });
  expect(vi.getTimerCount()).toBe(0);
  await live.run('tess', 'again', 'groups.time', { minutes: 5 });
  await live.run('tess', 'back', 'groups.close', {});
  expect(vi.getTimerCount()).toBe(0);
  await open(live);
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(roomOf(live, 'ann')).not.toBe(FLOOR);
});

test('a server that starts again waits for what is left, and brings everybody back at once where the time passed meanwhile', async () => {
  const log = await begun();
  const before = await watched(log);
  await open(before.live, 10);
  before.clock.close();
  expect(vi.getTimerCount()).toBe(0);
  vi.setSystemTime(START + 4 * MINUTE);
  const { live, clock } = await watched(log);
  await live.decide('ann', (state) => decideDrop(state, 'ann'));
  await vi.advanceTimersByTimeAsync(6 * MINUTE - 1);
  expect(roomOf(live, 'ben')).not.toBe(FLOOR);
  clock.close();
  vi.setSystemTime(START + 20 * MINUTE);
  const late = await watched(log);
  await late.live.decide('ben', (state) => decideDrop(state, 'ben'));
  await vi.advanceTimersByTimeAsync(0);
  expect(roomOf(late.live, 'ben')).toBe(FLOOR);
});
