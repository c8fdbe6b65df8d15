import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Question } from '../../../protocol/training/course.ts';
import { drawsFrom } from '../../../protocol/training/model.ts';
import type { Course } from '../../../protocol/training/model.ts';
import { loadContent } from '../../../server/training/content/load.ts';
import { drawQuestions } from '../../../server/training/draw.ts';
import { SHIPPED_CONTENT } from '../../../server/training/library.ts';

const texts = { en: 'x', fr: 'x', zh: 'x' };
const bank = (name: string, size: number) => ({
  id: name, bank: Array.from({ length: size }, (_one, index): Question => ({ id: `${name}-${index}`, kind: 'short', points: 1, text: texts, model: texts, explanation: texts, lesson: 'l' })),
});
const countIn = (drawn: readonly { readonly module: string }[], module: string): number => drawn.filter((one) => one.module === module).length;

describe('questions are drawn', () => {
  test('once each, as many as asked for, evenly from each bank as long as it has some', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(sizes, fc.integer({ min: 1, max: 80 }), (lengths, count) => {
      const banks = lengths.map((size, index) => bank(`b${index}`, size));
      const drawn = drawQuestions(banks, count);
      const total = lengths.reduce((sum, one) => sum + one, 0);
      expect(drawn).toHaveLength(Math.min(count, total));
      expect(new Set(drawn.map(({ question }) => question.id)).size).toBe(drawn.length);
      for (const { question, module } of drawn) expect(question.id.startsWith(`${module}-`)).toBe(true);
      const counts = banks.map(({ id }) => countIn(drawn, id));
      const most = Math.max(...counts);
      // Only a bank that has no more gives fewer than the others.
      for (const [index, one] of counts.entries()) expect(one >= most - 1 || one === lengths[index]).toBe(true);
    }), { numRuns: 200 });
  });

  test('anew for each attempt: every question, and every place of it, comes up', () => {
    const banks = [bank('a', 4), bank('b', 4)];
    const seen = new Set<string>();
    for (let round = 0; round < 400; round += 1) for (const [place, { question }] of drawQuestions(banks, 2).entries()) seen.add(`${question.id} ${place}`);
    expect(seen.size).toBe(16);
  });
});

describe('the examination that ships', () => {
  let course: Course;
  beforeAll(async () => {
    course = (await loadContent(SHIPPED_CONTENT)).courses[0]!;
  }, 60_000);

  test('asks five questions of each of the six modules, and each knows whose it is', () => {
    const item = course.modules.at(-1)!.items[0]!;
    if (!('quiz' in item)) throw new Error('the last module does not begin with an examination');
    const banks = drawsFrom(course, item);
    const drawn = drawQuestions(banks, item.draw);
    expect(banks.map(({ id }) => countIn(drawn, id))).toEqual([5, 5, 5, 5, 5, 5]);
    for (const { question, module } of drawn) expect(course.modules.find(({ id }) => id === module)!.bank).toContain(question);
  });

  test('comes last, and a quiz of a module draws from its own bank alone', () => {
    for (const module of course.modules.slice(0, -1)) {
      for (const item of module.items) if ('quiz' in item) expect(drawsFrom(course, item)).toEqual([module]);
    }
  });
});
