import { describe, expect, test } from 'vitest';
import { forgetSpeaker, hearSpeaker, nobodySpeaks, TAKES_FLOOR_MS } from '../../../client/room/speaker.ts';

/** Hears [ms, who] one after the other. */
function heard(...steps: readonly (readonly [number, string | undefined])[]): string | undefined {
  return steps.reduce((hold, [now, loudest]) => hearSpeaker(hold, loudest, now), nobodySpeaks).current;
}

describe('who has the large picture', () => {
  test.each([
    ['nobody at first', [], undefined],
    ['the first who speaks, at once', [[0, 'ana']], 'ana'],
    ['keeps it through silence', [[0, 'ana'], [500, undefined], [9_000, undefined]], 'ana'],
    ['a cough does not take it', [[0, 'ana'], [500, 'ben'], [1_000, 'ana'], [1_500, 'ana']], 'ana'],
    ['not before the time is over', [[0, 'ana'], [500, 'ben'], [1_000, 'ben'], [1_400, 'ben'], [1_900, 'ben']], 'ana'],
    ['who speaks on takes it', [[0, 'ana'], [500, 'ben'], [1_000, 'ben'], [1_500, 'ben'], [2_000, 'ben']], 'ben'],
    ['a breath between two words counts as speech', [[0, 'ana'], [500, 'ben'], [1_000, 'ben'], [1_300, undefined], [1_600, 'ben'], [2_000, 'ben']], 'ben'],
    ['a pause begins the time anew', [[0, 'ana'], [500, 'ben'], [1_000, 'ben'], [2_000, undefined], [2_100, 'ben'], [2_500, 'ben']], 'ana'],
    ['two who talk over each other change nothing', [[0, 'ana'], [500, 'ben'], [1_000, 'cai'], [1_500, 'ben'], [2_000, 'cai'], [2_500, 'ben']], 'ana'],
  ] as const)('%s', (_name, steps, who) => {
    expect(heard(...steps)).toBe(who);
  });

  test('nothing new is the same object, so that nothing is drawn again', () => {
    const hold = hearSpeaker(nobodySpeaks, 'ana', 0);
    expect(hearSpeaker(hold, 'ana', 300)).toBe(hold);
    expect(hearSpeaker(hold, undefined, 600)).toBe(hold);
  });

  test('who left holds nothing', () => {
    const hold = hearSpeaker(hearSpeaker(nobodySpeaks, 'ana', 0), 'ben', 100);
    expect(forgetSpeaker(hold, (one) => one !== 'ana')).toMatchObject({ current: undefined, candidate: 'ben' });
    expect(forgetSpeaker(hold, () => true)).toBe(hold);
  });

  test('the time is about a second and a half', () => expect(TAKES_FLOOR_MS).toBe(1_500));
});
