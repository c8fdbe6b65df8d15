import { limits } from '../../../protocol/limits.ts';

/** The questions in a text with one a line; `fault`: more of them, or longer ones, than a criterion can have. */
export function questionsIn(lines: string): { readonly list: readonly string[]; readonly fault: boolean } {
  const list = lines.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  return { list, fault: list.length > limits.questionsPerCriterion || list.some((line) => line.length > limits.criterionQuestionChars) };
}
