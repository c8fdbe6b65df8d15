import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayReceive, project, scopeOf, sees } from '../../../protocol/live/audience.ts';
import type { SessionEvent } from '../../../protocol/live/event.ts';
import { belongs } from '../../../protocol/live/rooms.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { sightAfter } from '../../../server/live/sight.ts';
import { guests, namesOf } from '../protocol/casts.ts';
import { Play, stepsOf } from '../protocol/histories.ts';

const viewers = [...namesOf('assessment'), ...guests, 'stranger'];

/** Plays any meeting and shows what is sent to each viewer with each change, as the server does (server/live/broadcast.ts). */
function watch(numRuns: number, look: (viewer: string, sent: string, after: SessionState, all: readonly SessionEvent[]) => void): void {
  fc.assert(fc.property(stepsOf('assessment', 100), (history) => {
    const scopes = new Map<string, string>();
    const all: SessionEvent[] = [];
    const play = new Play('assessment', (events, after, before) => {
      all.push(...events);
      for (const viewer of viewers) {
        const scope = scopeOf(after, viewer);
        const seen = events.filter((event) => sees(after, viewer, event.audience));
        const slices = scopes.get(viewer) === scope ? {} : sightAfter({ before, after }, viewer);
        const sent: unknown = slices ? [seen, slices] : project(after, viewer);
        look(viewer, JSON.stringify(sent), after, all);
        scopes.set(viewer, scope);
      }
    });
    for (const step of history) play.run(step);
  }), { numRuns });
}

const sideOf = (state: SessionState, one: string): string | undefined => state.participants[one]?.administration;

test('a position reaches nobody but its own delegation until it is tabled', () => {
  let secret = 0;
  watch(40, (viewer, sent, after, all) => {
    const tabled = new Set(all.flatMap((event) => event.type === 'position.written' && event.data.tabled ? [event.data.text] : []));
    for (const event of all) {
      if (event.type !== 'position.written' || tabled.has(event.data.text) || event.data.side === sideOf(after, viewer)) continue;
      secret += 1;
      expect(sent, viewer).not.toContain(JSON.stringify(event.data.text));
    }
  });
  expect(secret).toBeGreaterThan(0);
});

test('what a delegation writes to itself reaches nobody else, and no role, the chair\'s included, changes that', () => {
  let secret = 0;
  watch(40, (viewer, sent, after, all) => {
    for (const event of all) {
      if (event.type !== 'chat.sent' || event.data.delegation === undefined || event.data.delegation === sideOf(after, viewer)) continue;
      secret += 1;
      expect(sent, viewer).not.toContain(`"id":"${event.data.id}"`);
    }
  });
  expect(secret).toBeGreaterThan(0);
});

test('in a caucus are only its own people and whom they let in; nobody else reads what is written there, follows its stage, or is sent a voice of it', () => {
  let secret = 0;
  watch(40, (viewer, sent, after, all) => {
    for (const room of Object.values(after.rooms)) {
      if (room.administration === undefined) continue;
      for (const one of Object.values(after.participants)) if (one.room === room.id) expect(belongs(room, one), one.id).toBe(true);
      const me = after.participants[viewer];
      const isOfIt = me !== undefined && (me.administration === room.administration || room.members.includes(viewer));
      if (isOfIt) continue;
      expect(project(after, viewer).stages).not.toHaveProperty(room.id);
      for (const publication of Object.values(after.publications)) {
        if (after.participants[publication.participant]?.room === room.id && publication.room === undefined) expect(mayReceive(after, viewer, publication)).toBe(false);
      }
      for (const event of all) {
        if (event.type !== 'chat.sent' || event.room !== room.id || event.data.to !== undefined || event.data.delegation !== undefined) continue;
        secret += 1;
        expect(sent, viewer).not.toContain(`"id":"${event.data.id}"`);
      }
    }
  });
  expect(secret).toBeGreaterThan(0);
});
