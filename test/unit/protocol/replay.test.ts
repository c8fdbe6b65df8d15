import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFrozen } from '../../../protocol/ceremony/ceremony.ts';
import type { Ceremony } from '../../../protocol/ceremony/ceremony.ts';
import { may } from '../../../protocol/kinds.ts';
import { project, scopeOf, sees } from '../../../protocol/live/audience.ts';
import type { SessionEvent } from '../../../protocol/live/event.ts';
import { initialState, reduce } from '../../../protocol/live/state.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { sightAfter } from '../../../server/live/sight.ts';
import { guests, namesOf, playedKinds } from './casts.ts';
import type { PlayedKind } from './casts.ts';
import { Play, stepsOf } from './histories.ts';
import type { Step } from './histories.ts';

const viewersOf = (kind: PlayedKind): readonly string[] => [...namesOf(kind), ...guests, 'stranger'];

/** A visit holds far more than a plain session, so fewer of its histories take as long. */
const runs = { plain: 1, observation: 0.4, case: 0.4, assessment: 0.4, class: 0.4, ceremony: 0.4 };

describe.each(playedKinds)('in a session of the kind "%s"', (kind) => {
  const steps = stepsOf(kind);
  const viewers = viewersOf(kind);
  const check = (numRuns: number, property: (play: Play, history: readonly Step[]) => void): void => {
    fc.assert(fc.property(steps, (history) => property(played(kind, history), history)), { numRuns: Math.ceil(numRuns * runs[kind]) });
  };

  test('any valid history replays from its log to the same state, and an event that comes twice changes nothing', () => {
    check(300, (play) => {
      const log = overTheWire(play.events);
      expect(log.reduce(reduce, initialState())).toEqual(play.state);
      for (const event of play.events) expect(reduce(play.state, event)).toBe(play.state);
    });
  });

  test("a client's state, from its snapshots, the events that it may see and what comes into its sight, is the server's for its audience", () => {
    fc.assert(fc.property(steps, (history) => {
      const clients = new Map(viewers.map((id) => [id, { scope: '', state: initialState() as SessionState }]));
      const play = new Play(kind, (events, after, before) => {
        for (const [id, client] of clients) {
          const scope = scopeOf(after, id);
          const slices = scope === client.scope ? {} : sightAfter({ before, after }, id);
          client.scope = scope;
          client.state = slices
            ? { ...overTheWire(events.filter((event) => sees(after, id, event.audience))).reduce(reduce, client.state), ...overTheWire(slices) }
            : overTheWire(project(after, id));
        }
      });
      for (const step of history) {
        const before = play.state;
        play.run(step);
        if (play.state === before) continue;
        for (const [id, { state }] of clients) {
          if (play.state.participants[id]?.presence !== 'in') continue;
          const there = { ...state, seq: 0 };
          const here = { ...project(play.state, id), seq: 0 };
          // The matcher tells where they differ, and takes long even where they do not.
          if (!isDeepStrictEqual(there, here)) expect(there, `${id} after ${JSON.stringify(step)}`).toEqual(here);
        }
      }
    }), { numRuns: Math.ceil(150 * runs[kind]) });
  }, 60_000);

  test('who is not inside holds nothing of the session but its title and themselves', () => {
    check(100, (play) => {
      for (const id of viewers) {
        if (play.state.participants[id]?.presence === 'in') continue;
        const { session: _session, participants, seq: _seq, ...rest } = project(play.state, id);
        const { session: _none, participants: _nobody, seq: _zero, ...nothing } = initialState();
        expect(rest).toEqual(nothing);
        expect(Object.keys(participants).filter((other) => other !== id)).toEqual([]);
        for (const event of play.events) expect(sees(play.state, id, event.audience)).toBe(false);
      }
    });
  });

  test('nobody but the two of them holds a private message', () => {
    check(100, (play) => {
      for (const id of viewers) {
        for (const key of Object.keys(project(play.state, id).chat)) {
          if (key.startsWith('pair:')) expect(key.split(':')).toContain(id);
        }
      }
    });
  });

  test('a session always keeps somebody who can manage it', () => {
    fc.assert(fc.property(steps, (history) => {
      const play = new Play(kind);
      for (const step of history) {
        play.run(step);
        const managers = Object.values(play.state.participants)
          .filter((one) => may(kind, one.role, 'session.manage') && one.presence !== 'banned' && one.presence !== 'removed');
        expect(managers.length).toBeGreaterThan(0);
      }
    }), { numRuns: Math.ceil(100 * runs[kind]) });
  });
});

/** What comes of routes and clocks, and not of a command. */
test.each([
  ['ceremony', ['ceremony.textUploaded', 'ceremony.copied', 'ceremony.signed', 'ceremony.sealed']],
  ['case', ['case.sessionLinked', 'case.sessionUnlinked', 'case.documentFiled']],
] as const)('histories of the kind "%s" come to all that is written into it', (kind, written) => {
  const types = new Set(fc.sample(stepsOf(kind), { numRuns: 60, seed: 7 }).flatMap((history) => played(kind, history).events.map(({ type }) => type)));
  expect(written.filter((type) => !types.has(type))).toEqual([]);
});

test('the groups of a class come back when their time is up', () => {
  const play = new Play('class');
  play.run({ kind: 'timeUp' });
  expect([play.events.at(-1)?.type, play.state.class.groups.open]).toEqual(['groups.closed', undefined]);
});

test('from the first signature on nothing of what is signed changes, and a sealed record stays', () => {
  fc.assert(fc.property(stepsOf('ceremony'), (history) => {
    const play = new Play('ceremony');
    for (const step of history) {
      const { ceremony: before } = play.state;
      play.run(step);
      const { ceremony: after } = play.state;
      if (before.record) expect(after.record).toBe(before.record);
      if (isFrozen(before)) expect(signed(after)).toEqual(signed(before));
    }
  }), { numRuns: 60 });
});

/** What signatures stand under; which of them there are already grows. */
function signed({ sides, options, values, texts, copies }: Ceremony): unknown {
  return { sides, options, values, texts, copies: Object.values(copies).map(({ original, languages, pages, firstPlace }) => ({ original, languages, pages, firstPlace })) };
}

function played(kind: PlayedKind, history: readonly Step[]): Play {
  const play = new Play(kind);
  for (const step of history) play.run(step);
  return play;
}

function overTheWire(value: readonly SessionEvent[]): readonly SessionEvent[];
function overTheWire<T extends Partial<SessionState>>(value: T): T;
function overTheWire(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
