import { expect, test } from 'vitest';
import { Hearing } from '../../../client/media/hearing.ts';
import type { Heard } from '../../../client/media/hearing.ts';
import { SILENCE_DB, decibels } from '../../../client/media/level.ts';

const STEP = 100;

/** Plays levels at ten a second, and answers what was last heard. */
function play(hearing: Hearing, from: number, levels: readonly (number | undefined)[], muted: boolean, dead = false): Heard {
  let heard: Heard = { speakingWhileMuted: false, silentMicrophone: false };
  levels.forEach((db, index) => {
    heard = hearing.hear(from + index * STEP, { db, muted, dead });
  });
  return heard;
}
const times = (count: number, db: number | undefined) => Array.from({ length: count }, () => db);
/** Words with gaps. */
const speech = (words: number) => Array.from({ length: words }, () => [-30, -28, -60]).flat();

test('who speaks before a muted microphone is told so, and no longer once they stop or unmute', () => {
  const hearing = new Hearing(0);
  expect(play(hearing, 0, times(20, -65), true).speakingWhileMuted).toBe(false);
  expect(play(hearing, 2_000, speech(4), true).speakingWhileMuted).toBe(true);
  expect(play(hearing, 3_200, times(30, -65), true).speakingWhileMuted, 'the notice can be read').toBe(true);
  expect(play(hearing, 6_200, times(40, -65), true).speakingWhileMuted).toBe(false);
  expect(play(hearing, 10_200, speech(4), true).speakingWhileMuted).toBe(true);
  expect(play(hearing, 11_400, speech(1), false).speakingWhileMuted).toBe(false);
});

test('a cough is not speech, and speech that was sent does not count after muting', () => {
  const hearing = new Hearing(0);
  expect(play(hearing, 0, [-65, -20, -25, -65, -65], true).speakingWhileMuted).toBe(false);
  play(hearing, 500, speech(6), false);
  expect(play(hearing, 2_300, times(3, -65), true).speakingWhileMuted).toBe(false);
});

test('an open microphone that gives nothing is noticed; a quiet room is not', () => {
  expect(play(new Hearing(0), 0, times(200, -70), false).silentMicrophone).toBe(false);
  const dead = new Hearing(0);
  expect(play(dead, 0, times(55, SILENCE_DB), false).silentMicrophone).toBe(false);
  expect(play(dead, 5_500, times(10, SILENCE_DB), false).silentMicrophone).toBe(true);
  expect(play(dead, 6_500, [-50], false).silentMicrophone).toBe(false);
  expect(play(new Hearing(0), 0, times(100, SILENCE_DB), true).silentMicrophone, 'muted is muted').toBe(false);
  expect(play(new Hearing(0), 0, [-70], false, true).silentMicrophone, 'the system muted it').toBe(true);
  expect(play(new Hearing(0), 0, times(100, undefined), false).silentMicrophone, 'the page may not listen').toBe(false);
});

test('levels in dBFS', () => {
  expect(decibels(new Float32Array(100))).toBe(SILENCE_DB);
  expect(decibels(new Float32Array(100).fill(1))).toBeCloseTo(0);
  expect(decibels(new Float32Array(100).fill(-0.1))).toBeCloseTo(-20);
});
