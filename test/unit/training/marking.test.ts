import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Question } from '../../../protocol/training/course.ts';
import { answerFits, choosable, earned, keyOf, put } from '../../../protocol/training/questions.ts';
import type { AnswerValue } from '../../../protocol/training/questions.ts';
import { loadContent } from '../../../server/training/content/load.ts';
import { SHIPPED_CONTENT } from '../../../server/training/library.ts';

const t = (text: string) => ({ en: text, fr: text, zh: text });
const asked = { points: 2, text: t('q'), explanation: t('SECRET'), lesson: 'l' };
const multiple: Question = {
  ...asked, id: 'm', kind: 'multiple',
  choices: [{ id: 'a', text: t('A'), correct: true }, { id: 'b', text: t('B'), correct: true }, { id: 'c', text: t('C') }, { id: 'd', text: t('D') }],
};
const numeric: Question = { ...asked, id: 'n', kind: 'numeric', answer: { value: 10, tolerance: 0.5 } };
const hotspot: Question = { ...asked, id: 'h', kind: 'hotspot', picture: 'pictures/x.svg', alt: t('x'), area: { x: 0.2, y: 0.2, width: 0.2, height: 0.2 } };
const short: Question = { ...asked, id: 's', kind: 'short', model: t('SECRET') };

describe('marking', () => {
  const order = ['d', 'a', 'c', 'b'];
  test.each<[string, AnswerValue, number]>([
    ['both right', [1, 3], 1], ['one right', [1], 0.5], ['one right, one wrong', [1, 0], 0], ['everything ticked', [0, 1, 2, 3], 0], ['nothing ticked', [], 0],
  ])('several right ones: %s', (_what, value, share) => expect(earned(multiple, order, value)).toBe(share));

  test.each<[number, number]>([[10, 1], [10.5, 1], [9.5, 1], [10.51, 0], [-10, 0]])('a number: %d earns %d', (value, share) => expect(earned(numeric, [], value)).toBe(share));

  test('a number at the very edge of its tolerance is right, also where decimals are not exact', () => {
    const edge: Question = { ...numeric, answer: { value: 1000.5, tolerance: 0.2 } };
    expect([1000.7, 1000.3, 1000.71].map((value) => earned(edge, [], value))).toEqual([1, 1, 0]);
  });

  test.each<[{ x: number; y: number }, number]>([[{ x: 0.3, y: 0.3 }, 1], [{ x: 0.2, y: 0.4 }, 1], [{ x: 0.41, y: 0.3 }, 0], [{ x: 0.3, y: 0.1 }, 0]])('a point: %o earns %d', (value, share) =>
    expect(earned(hotspot, [], value)).toBe(share));

  test('words wait for a tutor, unless there are none', () => {
    expect(earned(short, [], 'Because')).toBeUndefined();
    expect(earned(short, [], '  ')).toBe(0);
    expect(earned(short, [], undefined)).toBe(0);
  });
});

describe('every question that ships', () => {
  let bank: readonly Question[] = [];
  beforeAll(async () => {
    bank = (await loadContent(SHIPPED_CONTENT)).courses.flatMap(({ modules }) => modules.flatMap((module) => module.bank));
  }, 60_000);

  test('earns everything with its key, in whatever order it was drawn', () => {
    fc.assert(fc.property(fc.constantFrom(...bank).chain((question) => fc.tuple(fc.constant(question), fc.shuffledSubarray([...choosable(question)], { minLength: choosable(question).length }))), ([question, order]) => {
      const { answer, model } = keyOf(question, order);
      if (model) return;
      const given: AnswerValue = typeof answer === 'object' && 'width' in answer ? { x: answer.x + answer.width / 2, y: answer.y + answer.height / 2 } : answer!;
      expect(answerFits(question, given)).toBe(true);
      expect(earned(question, order, given)).toBe(1);
    }), { numRuns: 500 });
  });

  test('never earns more than its points, whatever is answered', () => {
    const values = fc.oneof(fc.integer({ min: -3, max: 30 }), fc.double(), fc.string(), fc.array(fc.integer({ min: -2, max: 9 }), { maxLength: 10 }), fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.double({ min: 0, max: 1, noNaN: true }) }));
    fc.assert(fc.property(fc.constantFrom(...bank), values, (question, value) => {
      const share = earned(question, choosable(question), value);
      expect(share === undefined || (share >= 0 && share <= 1)).toBe(true);
    }), { numRuns: 1_000 });
  });

  test('is put without its key, its explanation and the ids of its file', () => {
    for (const question of bank) {
      const said = JSON.stringify(put(question, choosable(question).toReversed(), (path) => path));
      expect(said).not.toContain(JSON.stringify(question.explanation.en).slice(1, -1));
      expect(said).not.toMatch(/"correct"|"area"|"tolerance"|"model"|"explanation"/u);
      for (const id of choosable(question)) expect(said).not.toContain(`"id":"${id}"`);
    }
  });
});
