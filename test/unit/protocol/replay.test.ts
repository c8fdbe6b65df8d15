import fc from 'fast-check';
import { expect, test } from 'vitest';
import { project, scopeOf, sees } from '../../../protocol/live/audience.ts';
import type { SessionEvent } from '../../../protocol/live/event.ts';
import { initialState, reduce } from '../../../protocol/live/state.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { people, Play, steps } from './histories.ts';

const viewers = [...people, 'guest1', 'guest2', 'stranger'];

test('any valid history replays from its log to the same state', () => {
  fc.assert(fc.property(steps, (history) => {
    const play = new Play();
    for (const step of history) play.run(step);
    const log = play.events.map((event) => JSON.parse(JSON.stringify(event)) as SessionEvent);
    expect(log.reduce(reduce, initialState)).toEqual(play.state);
  }), { numRuns: 300 });
});

test('an event that comes twice changes nothing', () => {
  fc.assert(fc.property(steps, fc.nat(), (history, pick) => {
    const play = new Play();
    for (const step of history) play.run(step);
    const again = play.events[pick % play.events.length]!;
    expect(reduce(play.state, again)).toBe(play.state);
  }), { numRuns: 100 });
});

test("a client's state, from its snapshots and the events that it may see, is the server's for its audience", () => {
  fc.assert(fc.property(steps, (history) => {
    const clients = new Map(viewers.map((id) => [id, { scope: '', state: initialState as SessionState }]));
    const play = new Play((events, after) => {
      for (const [id, client] of clients) {
        const scope = scopeOf(after, id);
        if (scope !== client.scope) Object.assign(client, { scope, state: overTheWire(project(after, id)) });
        else client.state = overTheWire(events.filter((event) => sees(after, id, event.audience))).reduce(reduce, client.state);
      }
    });
    for (const step of history) {
      play.run(step);
      for (const [id, { state }] of clients) {
        if (play.state.participants[id]?.presence !== 'in') continue;
        expect({ ...state, seq: 0 }, `${id} after ${JSON.stringify(step)}`).toEqual({ ...project(play.state, id), seq: 0 });
      }
    }
  }), { numRuns: 150 });
}, 60_000);

test('who is not inside holds nothing of the session but its title and themselves', () => {
  fc.assert(fc.property(steps, (history) => {
    const play = new Play();
    for (const step of history) play.run(step);
    for (const id of viewers) {
      if (play.state.participants[id]?.presence === 'in') continue;
      const { session: _session, participants, seq: _seq, ...rest } = project(play.state, id);
      const { session: _none, participants: _nobody, seq: _zero, ...nothing } = initialState;
      expect(rest).toEqual(nothing);
      expect(Object.keys(participants).filter((other) => other !== id)).toEqual([]);
      for (const event of play.events) expect(sees(play.state, id, event.audience)).toBe(false);
    }
  }), { numRuns: 100 });
});

test('nobody but the two of them holds a private message', () => {
  fc.assert(fc.property(steps, (history) => {
    const play = new Play();
    for (const step of history) play.run(step);
    for (const id of viewers) {
      for (const key of Object.keys(project(play.state, id).chat)) {
        if (key.startsWith('pair:')) expect(key.split(':')).toContain(id);
      }
    }
  }), { numRuns: 100 });
});

test('a session always keeps somebody who can manage it', () => {
  fc.assert(fc.property(steps, (history) => {
    const play = new Play();
    for (const step of history) {
      play.run(step);
      const managers = Object.values(play.state.participants)
        .filter((one) => one.role === 'host' && one.presence !== 'banned' && one.presence !== 'removed');
      expect(managers.length).toBeGreaterThan(0);
    }
  }), { numRuns: 100 });
});

function overTheWire<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
