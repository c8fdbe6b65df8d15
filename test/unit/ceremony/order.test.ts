import { expect, test } from 'vitest';
import { stepsOnStage } from '../../../protocol/ceremony/ceremony.ts';
import { decide } from '../../../server/live/decide/index.ts';
import { Play } from '../protocol/histories.ts';

const { state } = new Play('ceremony');

test('the usual order says of every step what, who and how long, in three languages, and of which part it is', () => {
  const { steps } = state.ceremony;
  for (const { title, who, minutes } of steps) expect([Object.keys(title), Object.keys(who ?? {}), minutes > 0]).toEqual([['en', 'fr', 'zh'], ['en', 'fr', 'zh'], true]);
  expect(steps.map(({ part = 'ceremony' }) => part)).toEqual([...Array(4).fill('before'), ...Array(9).fill('ceremony'), ...Array(2).fill('after')]);
});

test('the ceremony passes through its own steps alone, not through what is seen to before and after', () => {
  const outcomes = state.ceremony.steps.map(({ id }) => [id, decide('ceremony.step', state, state.participants['ann']!, { step: id }, { now: 0, id: 'c' }).ok] as const);
  const passed = outcomes.flatMap(([id, ok]) => ok ? [id] : []);
  expect(passed).toEqual(stepsOnStage(state.ceremony).map(({ id }) => id));
  expect(passed).toContain('welcome');
  expect(passed).not.toContain('copies');
});
