import { randomInt } from 'node:crypto';
import type { Question } from '../../protocol/training/course.ts';
import type { Module } from '../../protocol/training/model.ts';

/** A question, and whose pictures and lessons it has. */
export interface DrawnQuestion {
  readonly question: Question;
  readonly module: string;
}

/** So many questions, as evenly from each bank as their number allows, in an order that nobody can foresee. */
export function drawQuestions(modules: readonly Pick<Module, 'id' | 'bank'>[], count: number): readonly DrawnQuestion[] {
  // Which banks give one more where the number does not divide is drawn as well.
  const piles = shuffled(modules).map(({ id, bank }) => shuffled(bank).map((question): DrawnQuestion => ({ question, module: id })));
  const taken: DrawnQuestion[] = [];
  for (let round = 0; taken.length < count && piles.some(({ length }) => length > round); round += 1) {
    taken.push(...piles.flatMap((pile) => pile.slice(round, round + 1)));
  }
  return shuffled(taken.slice(0, count));
}

export function shuffled<T>(from: readonly T[]): readonly T[] {
  const all = [...from];
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [all[last], all[other]] = [all[other]!, all[last]!];
  }
  return all;
}
