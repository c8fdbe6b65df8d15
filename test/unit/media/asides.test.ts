import { beforeEach, expect, test } from 'vitest';
import { Asides } from '../../../client/media/asides.ts';
import type { Aside } from '../../../client/media/asides.ts';
import type { LocalSource } from '../../../client/media/model.ts';
import type { Desire, Sender } from '../../../client/media/sender.ts';

/** What senders were asked for, in order: "floor on", "booth muted". */
let asked: string[];
let shown: (Aside | undefined)[];
let tell: Map<string, (source: LocalSource) => void>;
let floor: { desire: Desire; want: (desire: Desire) => Promise<void> };
let device: 'there' | 'none';
let asides: Asides;

const track = {} as MediaStreamTrack;

function fake(name: string, changed: (source: LocalSource) => void): Sender {
  const one = {
    desire: 'off' as Desire,
    want: async (desire: Desire) => {
      asked.push(`${name} ${desire}`);
      one.desire = desire;
      if (desire === 'on') changed({ state: 'starting' });
      await Promise.resolve();
      if (device === 'none') changed({ state: 'blocked', reason: 'none' });
      else if (desire !== 'off') changed({ state: desire, track });
    },
    close: () => undefined,
  };
  return one as unknown as Sender;
}

beforeEach(() => {
  asked = [];
  shown = [];
  tell = new Map();
  device = 'there';
  floor = {
    desire: 'on',
    want: async (desire) => {
      asked.push(`floor ${desire}`);
      floor.desire = desire;
    },
  };
  asides = new Asides({
    floor,
    sender: (room, changed) => {
      tell.set(room, changed);
      return fake(room, changed);
    },
    changed: (aside) => shown.push(aside),
  });
});

test('the floor is silent before the other room hears, and hears again only after it is silent', async () => {
  expect(await asides.speakTo('booth')).toBe(true);
  await asides.speakTo(undefined);
  expect(asked).toEqual(['floor muted', 'booth on', 'booth muted', 'floor on']);
  expect(shown.at(1)).toMatchObject({ room: 'booth', floorWaits: true });
  expect(shown.at(-1)).toBeUndefined();
});

test('a microphone that was not open on the floor does not open there afterwards', async () => {
  for (const desire of ['muted', 'off'] as const) {
    asked = [];
    floor.desire = desire;
    await asides.speakTo('booth');
    await asides.speakTo(undefined);
    expect(asked.filter((one) => one.startsWith('floor'))).toEqual([]);
  }
});

test('whatever is wanted of the floor meanwhile, it hears nothing before the end', async () => {
  floor.desire = 'muted';
  await asides.speakTo('booth');
  await asides.wantFloor('on');
  expect(asked).not.toContain('floor on');
  expect(shown.at(-1)).toMatchObject({ floorWaits: true });
  await asides.speakTo(undefined);
  expect(asked.at(-1)).toBe('floor on');
});

test('from one room to another the first is silenced, and the floor still waits', async () => {
  await asides.speakTo('booth');
  await asides.speakTo('caucus');
  expect(asked).toEqual(['floor muted', 'booth on', 'booth muted', 'caucus on']);
  await asides.speakTo(undefined);
  expect(asked.slice(4)).toEqual(['caucus muted', 'floor on']);
});

test('without a microphone it says so, and the floor comes back', async () => {
  device = 'none';
  expect(await asides.speakTo('booth')).toBe(false);
  expect(asides.isOn).toBe(false);
  expect(shown.at(-1)).toBeUndefined();
  expect(floor.desire).toBe('on');
});

test('a room that is closed while one speaks to it gives the floor back', async () => {
  await asides.speakTo('booth');
  tell.get('booth')!({ state: 'off' });
  expect(asides.isOn).toBe(false);
  expect(floor.desire).toBe('on');
});
