import { expect, test } from 'vitest';
import { minutesShape } from '../../../client/assessment/meeting/minutes/draft.ts';
import { conflicts, editsOf } from '../../../client/pages/shared/textsDraft.ts';
import { noTexts } from '../../../protocol/assessment/meeting/minutes.ts';
import { limits } from '../../../protocol/limits.ts';

const draft = { base: 1, typed: { opening: 'Welcome', 'item:seals': 'Agreed', 'item:text': '' } } as const;

test('what was typed into minutes is saved at once, and in several edits where a frame would not hold it', () => {
  expect(editsOf(minutesShape, draft)).toEqual([{ opening: 'Welcome', items: { seals: 'Agreed', text: '' } }]);
  const long = '查'.repeat(limits.reportTextChars);
  expect(editsOf(minutesShape, { typed: { opening: long, 'item:seals': long, closing: 'End' } })).toEqual([{ opening: long }, { items: { seals: long }, closing: 'End' }]);
});

test('what somebody else has changed meanwhile is told, field by field', () => {
  const newest = { ...noTexts, closing: 'Thanks', items: { seals: 'Not agreed', text: '' } };
  expect(conflicts(noTexts, newest, draft, minutesShape.textIn)).toEqual(['item:seals']);
});
