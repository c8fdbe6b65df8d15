import { describe, expect, test } from 'vitest';
import { isTooLarge } from '../../../client/live/frame.ts';
import { reportShape } from '../../../client/observation/report/draft.ts';
import { editsOf } from '../../../client/pages/shared/textsDraft.ts';
import { limits } from '../../../protocol/limits.ts';

describe('a frame that the server would close the line on', () => {
  test.each([['letters of one byte', 'a', 3], ['letters of three', '查', 1]])('is known beforehand, in %s', (_what, letter, times) => {
    expect(isTooLarge({ text: letter.repeat(limits.reportTextChars * times) })).toBe(false);
    expect(isTooLarge({ text: letter.repeat(limits.frameBytes / (letter === 'a' ? 1 : 3)) })).toBe(true);
  });
});

describe('what was typed into a report', () => {
  test('is saved at once where a frame holds it', () => {
    expect(editsOf(reportShape, { typed: { summary: 'A walk', hostView: 'Mended', 'criterion:A': 'Guarded', 'criterion:B': '' } })).toEqual([
      { summary: 'A walk', hostView: 'Mended', criteria: { A: 'Guarded', B: '' } },
    ]);
    expect(editsOf(reportShape, { typed: {} })).toEqual([]);
  });

  test('is saved in several edits where it is longer, each text once and none lost', () => {
    const long = '查'.repeat(limits.reportTextChars);
    const edits = editsOf(reportShape, { typed: { summary: long, jointConclusions: long, partnerView: 'A hole', 'criterion:A': long, 'criterion:B': 'Guarded', 'criterion:C': 'Open' } });
    expect(edits).toEqual([
      { summary: long }, { jointConclusions: long, partnerView: 'A hole' }, { criteria: { A: long, B: 'Guarded', C: 'Open' } },
    ]);
    for (const texts of edits) expect(isTooLarge({ id: crypto.randomUUID(), name: 'report.edit', payload: { base: 1, texts } })).toBe(false);
  });
});
