import { describe, expect, test } from 'vitest';
import { kinds } from '../../../protocol/kinds.ts';
import type { Draft } from '../../../protocol/live/event.ts';
import { decideKnock } from '../../../server/live/decide/knock.ts';
import { LiveSession } from '../../../server/live/session.ts';
import { MemoryLog } from '../../unit/live/memory-log.ts';
import { walksIn } from './expected.ts';
import { ids } from './ids.ts';
import { happened, scheduled, seats as allSeats } from './scene.ts';
import type { ScenePhase, Standing } from './scene.ts';

/** What stands open has no door. */
const seats = allSeats.filter(({ kind }) => !kinds[kind].standing);

type Weather = 'lobby' | 'no lobby' | 'locked' | 'scheduled' | 'ended';
type Line = Partial<Record<Weather, string>>;
const weathers: readonly Weather[] = ['lobby', 'no lobby', 'locked', 'scheduled', 'ended'];

const usual: Line = { lobby: 'waits', 'no lobby': 'in', locked: 'session.locked', scheduled: 'session.notOpen', ended: 'session.ended' };
const away = (code: string): Line => ({ lobby: code, 'no lobby': code, locked: code, scheduled: code, ended: code });
/** What becomes of a knock. Somebody has been banned in this session, so strangers wait also where there is no lobby. */
const knocks: Readonly<Record<Standing, Line>> = {
  absent: away('participant.absent'),
  expected: usual,
  guest: { ...usual, 'no lobby': 'waits' },
  waiting: { ...usual, lobby: 'waits' },
  guestWaiting: { ...usual, 'no lobby': 'waits' },
  declined: away('participant.declined'),
  guestDeclined: away('participant.declined'),
  inside: { lobby: 'in', 'no lobby': 'in', locked: 'in' },
  aside: { lobby: 'in', 'no lobby': 'in', locked: 'in' },
  left: { ...usual, lobby: 'in' },
  removed: { ...usual, 'no lobby': 'waits' },
  banned: away('participant.banned'),
};
const hostIn: Line = { lobby: 'in', 'no lobby': 'in', locked: 'in', scheduled: 'in', ended: 'session.ended' };
const hostKnocks: Readonly<Record<Standing, Line>> = {
  ...knocks, expected: hostIn, guest: hostIn, waiting: hostIn, guestWaiting: hostIn, left: hostIn,
};
/** Standings that nobody can have before the opening or after the end. */
const onlyWhileHeld: readonly Standing[] = ['waiting', 'guestWaiting', 'inside', 'aside'];

async function session(seat: (typeof seats)[number], standing: Standing, weather: Weather, isAnyoneBanned = true): Promise<LiveSession> {
  const phase: ScenePhase = weather === 'scheduled' || weather === 'ended' ? weather : 'live';
  const options = { ...seat, phase, standing, isPresenting: false, actor: 'actor', session: 'session-1', host: 'host' };
  const live = await LiveSession.open('session-1', new MemoryLog());
  const weathered: Draft[] = [];
  if (weather === 'no lobby') weathered.push({ type: 'session.changed', data: { lobby: false } });
  if (weather === 'locked') weathered.push({ type: 'session.locked', data: { locked: true } });
  if (!isAnyoneBanned) weathered.push({ type: 'participant.unbanned', data: { participant: ids.sentAway } });
  await live.record(...scheduled(options), ...happened(options), ...weathered);
  return live;
}

/** A person keeps the seat in which they sit, so for them "in" is no change. */
async function knock(live: LiveSession): Promise<string> {
  const done = await live.decide('actor', (state) => decideKnock(state, 'actor'));
  if (!done.ok) return done.error.code;
  const { presence, lobby } = live.state.participants['actor']!;
  return presence === 'in' ? 'in' : lobby === 'waiting' ? 'waits' : 'nothing';
}

describe.each(seats)('the door, for $seat', (seat) => {
  test.each(weathers)('%s', async (weather) => {
    const lines = walksIn.includes(seat.seat) ? hostKnocks : knocks;
    const outcomes: Record<string, string | undefined> = {};
    const table: Record<string, string | undefined> = {};
    for (const [standing, line] of Object.entries(lines) as [Standing, Line][]) {
      if ((weather === 'scheduled' || weather === 'ended') && onlyWhileHeld.includes(standing)) continue;
      if (weather === 'scheduled' && !['absent', 'expected', 'guest'].includes(standing)) continue;
      outcomes[standing] = await knock(await session(seat, standing, weather));
      table[standing] = line[weather];
    }
    expect(outcomes).toEqual(table);
  });
});

test('a stranger with a link goes straight in where there is no lobby, as long as nobody has been banned', async () => {
  const attendee = seats.find(({ seat }) => seat === 'plain/attendee')!;
  expect(await knock(await session(attendee, 'guest', 'no lobby', false))).toBe('in');
  expect(await knock(await session(attendee, 'guest', 'no lobby', true))).toBe('waits');
});

test('a lock that was just switched on holds for whoever knocks next, and for whoever waits and knocks again', async () => {
  const attendee = seats.find(({ seat }) => seat === 'plain/attendee')!;
  for (const standing of ['expected', 'waiting', 'left', 'removed'] as const) {
    const live = await session(attendee, standing, 'lobby');
    // Decided on what has been asked for, durable or not: the lock and the knock come in one breath.
    const [locked, knocked] = await Promise.all([
      live.run('host', '0b9a8c5e-3f5f-4d2b-8a53-1b6f3d2c4e10', 'session.lock', { locked: true }), knock(live),
    ]);
    expect([standing, locked.ok, knocked]).toEqual([standing, true, 'session.locked']);
  }
});
