import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Backoff } from '../../../server/media/backoff.ts';

const s = 1000;

test('two deaths cost nothing; from the third within a minute on, the pause doubles up to 30 s', () => {
  const backoff = new Backoff();
  const pauses = [0, 1, 2, 4, 8, 16, 33, 64, 95].map((at) => backoff.died(at * s, 0));
  expect(pauses).toEqual([0, 0, 1, 2, 4, 8, 16, 30, 30].map((seconds) => seconds * s));
});

test('deaths far apart are accidents', () => {
  const backoff = new Backoff();
  expect([0, 40, 80, 120, 160].map((at) => backoff.died(at * s, 39 * s))).toEqual([0, 0, 0, 0, 0]);
});

test('a worker that lived for a minute is sound again', () => {
  const backoff = new Backoff();
  for (const at of [0, 1, 2, 3]) backoff.died(at * s, 0);
  expect(backoff.died(70 * s, 65 * s)).toBe(0);
  expect(backoff.died(71 * s, 1 * s)).toBe(0);
  expect(backoff.died(72 * s, 1 * s)).toBe(1 * s);
});

test('however it dies, no more than two starts in a minute go without a pause', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 59 * s }), { minLength: 3, maxLength: 60 }), (lives) => {
    const backoff = new Backoff();
    let now = 0;
    let free: number[] = [];
    for (const lived of lives) {
      now += lived;
      const pause = backoff.died(now, lived);
      free = [...free, ...(pause === 0 ? [now] : [])].filter((at) => at > now - 60 * s);
      expect(free.length).toBeLessThanOrEqual(2);
      now += pause;
    }
  }));
});
