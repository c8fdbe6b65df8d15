import fc from 'fast-check';
import { expect, test } from 'vitest';
import { project, sees } from '../../../protocol/live/audience.ts';
import { namesOf, guests } from '../protocol/casts.ts';
import { Play, stepsOf } from '../protocol/histories.ts';

const viewers = [...namesOf('case'), ...guests];

test('nobody ever receives anything of another side\'s private part, by any history', () => {
  let kept = 0;
  fc.assert(fc.property(stepsOf('case'), (history) => {
    const play = new Play('case', (events, after) => {
      for (const viewer of viewers) {
        const side = after.participants[viewer]?.administration;
        for (const event of events) {
          const owner = 'side' in event.data && !event.type.startsWith('matrix.') ? event.data.side : undefined;
          if (owner === undefined) continue;
          kept += 1;
          expect(sees(after, viewer, event.audience) && side !== owner, `${viewer} of ${side} received ${event.type} of ${owner}`).toBe(false);
        }
      }
    });
    for (const step of history) play.run(step);
    for (const viewer of viewers) {
      const side = play.state.participants[viewer]?.administration;
      const { tasks, notes, documents } = project(play.state, viewer).case.papers;
      const foreign = [...Object.values(tasks), ...Object.values(notes), ...Object.values(documents)].filter((one) => one.side !== undefined && one.side !== side);
      expect(foreign).toEqual([]);
    }
  }), { numRuns: 60 });
  expect(kept).toBeGreaterThan(100);
});
