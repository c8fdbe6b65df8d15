import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Channels } from '../../../client/media/listening.ts';
import { initialState } from '../../../protocol/live/state.ts';
import type { SessionState } from '../../../protocol/live/state.ts';

const person = (id: string) => ({ id, name: id, administration: 'n', administrationName: 'N', country: 'NO', language: 'en', role: 'interpreter', presence: 'in', connected: true, room: 'floor', order: 1 }) as const;
const voice = (id: string, participant: string, channel: string) => ({ id, participant, source: 'microphone', channel, paused: false }) as const;
const floor = { channel: 'floor', beside: false };
const french = { channel: 'fr', beside: false };
const chinese = { channel: 'zh', beside: false };

let state: SessionState;
let packets: Record<string, number>;
let sending: Set<string>;
let channels: Channels;

beforeEach(() => {
  vi.useFakeTimers();
  packets = { a: 0, b: 0 };
  sending = new Set(['a']);
  state = {
    ...initialState(),
    participants: { me: person('me'), ida: person('ida'), li: person('li') },
    publications: { a: voice('a', 'ida', 'fr'), b: voice('b', 'li', 'zh') },
    interpretation: {
      relays: {},
      booths: {
        b1: { id: 'b1', languages: ['fr'], seats: [{ participant: 'ida', between: [] }], turns: { floor: { interpreter: 'ida', language: 'fr', since: 0 } } },
        b2: { id: 'b2', languages: ['zh'], seats: [{ participant: 'li', between: [] }], turns: { floor: { interpreter: 'li', language: 'zh', since: 0 } } },
      },
    },
  };
  channels = new Channels({
    state: () => state, you: () => 'me', changed: () => undefined,
    packets: async (id) => {
      if (sending.has(id)) packets[id]! += 1;
      return packets[id];
    },
  });
});
afterEach(() => {
  channels.close();
  vi.useRealTimers();
});

test('the floor goes down when the interpreter sounds, and not before; a room beside it does not', async () => {
  channels.listen({ channel: 'fr', floor: 0.2 });
  expect([channels.heard, channels.level(floor), channels.level(french)]).toEqual(['coming', 1, 1]);
  await vi.advanceTimersByTimeAsync(300);
  expect([channels.heard, channels.level(floor), channels.level({ ...floor, beside: true })]).toEqual(['interpreter', 0.2, 1]);
});

test('a voice that stops is noticed, and the floor comes back; a mute or nobody is no lost line', async () => {
  channels.listen({ channel: 'fr', floor: 0.2 });
  await vi.advanceTimersByTimeAsync(300);
  sending.clear();
  await vi.advanceTimersByTimeAsync(1_300);
  expect([channels.heard, channels.level(floor)]).toEqual(['coming', 1]);
  await vi.advanceTimersByTimeAsync(1_600);
  expect(channels.heard).toBe('lost');
  sending.add('a');
  await vi.advanceTimersByTimeAsync(200);
  expect(channels.heard).toBe('interpreter');
  state = { ...state, publications: { ...state.publications, a: { ...voice('a', 'ida', 'fr'), paused: true } } };
  channels.follow();
  expect([channels.heard, channels.level(floor)]).toEqual(['silent', 1]);
});

test('an interpreter whose connection is gone is lost at once', async () => {
  channels.listen({ channel: 'fr', floor: 0 });
  await vi.advanceTimersByTimeAsync(300);
  expect(channels.level(floor)).toBe(0);
  state = { ...state, participants: { ...state.participants, ida: { ...person('ida'), connected: false } } };
  channels.follow();
  expect([channels.heard, channels.level(floor)]).toEqual(['lost', 1]);
});

test('the language that one leaves goes on until the other sounds, and no longer than a moment', async () => {
  channels.listen({ channel: 'fr', floor: 0.2 });
  await vi.advanceTimersByTimeAsync(300);
  channels.listen({ channel: 'zh', floor: 0.2 });
  const runs = (publication: 'a' | 'b'): boolean => !channels.course(state.publications[publication]!).paused;
  expect([runs('a'), runs('b'), channels.level(floor), channels.level(french)]).toEqual([true, true, 0.2, 1]);
  sending.add('b');
  await vi.advanceTimersByTimeAsync(200);
  expect([runs('a'), runs('b'), channels.level(french), channels.level(chinese)]).toEqual([false, true, 0, 1]);
  sending.delete('a');
  channels.listen({ channel: 'fr', floor: 0.2 });
  await vi.advanceTimersByTimeAsync(700);
  expect([runs('b'), channels.level(floor)], 'while the other may still come').toEqual([true, 0.2]);
  await vi.advanceTimersByTimeAsync(700);
  expect(runs('b'), 'although the other never came').toBe(false);
  // Where nobody interprets, nothing is waited for.
  channels.listen({ channel: 'ru', floor: 0.2 });
  expect([runs('a'), channels.heard, channels.level(floor)]).toEqual([false, 'silent', 1]);
});

test('other languages are set up, paused, once the room has had its time', async () => {
  expect(channels.course(state.publications['b']!)).toEqual({ receive: false, paused: true });
  channels.opened();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(channels.course(state.publications['b']!)).toEqual({ receive: true, paused: true });
});
