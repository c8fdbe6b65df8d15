import type { Question } from './course.ts';
import type { Texts } from './texts.ts';

/**
 * A question as it is put to a trainee. What can be chosen is told by its place in an order that each attempt draws anew: neither an id
 * nor a place says anything about the right answer.
 */
export type PutQuestion = { readonly id: string; readonly points: number; readonly text: Texts } & (
  | { readonly kind: 'single'; readonly options: readonly Texts[] }
  | { readonly kind: 'multiple'; readonly options: readonly Texts[] }
  | { readonly kind: 'ordering'; readonly options: readonly Texts[] }
  | { readonly kind: 'matching'; readonly lefts: readonly Texts[]; readonly options: readonly Texts[] }
  | { readonly kind: 'numeric'; readonly unit?: Texts }
  | { readonly kind: 'hotspot'; readonly picture: string; readonly alt: Texts }
  | { readonly kind: 'short' });

/** What somebody answers: places in the drawn order, a number, a point of the picture, or words. */
export type AnswerValue = number | readonly number[] | { readonly x: number; readonly y: number } | string;

/** The ids of what the question lets one choose, in the order of its file. */
export function choosable(question: Question): readonly string[] {
  switch (question.kind) {
    case 'single': case 'multiple': return question.choices.map(({ id }) => id);
    case 'matching': return question.pairs.map(({ id }) => id);
    case 'ordering': return question.items.map(({ id }) => id);
    case 'numeric': case 'hotspot': case 'short': return [];
    default: return question satisfies never;
  }
}

/** `order` holds the ids of what can be chosen, as this attempt has drawn them. */
export function put(question: Question, order: readonly string[], picture: (path: string) => string): PutQuestion {
  const { id, points, text } = question;
  const asked = { id, points, text };
  const drawn = <T extends { readonly id: string }>(of: readonly T[], textOf: (one: T) => Texts): readonly Texts[] =>
    order.flatMap((wanted) => of.filter((one) => one.id === wanted).map(textOf));
  switch (question.kind) {
    case 'single': case 'multiple': return { ...asked, kind: question.kind, options: drawn(question.choices, (one) => one.text) };
    case 'ordering': return { ...asked, kind: 'ordering', options: drawn(question.items, (one) => one.text) };
    case 'matching': return { ...asked, kind: 'matching', lefts: question.pairs.map(({ left }) => left), options: drawn(question.pairs, (one) => one.right) };
    case 'numeric': return { ...asked, kind: 'numeric', ...(question.answer.unit ? { unit: question.answer.unit } : {}) };
    case 'hotspot': return { ...asked, kind: 'hotspot', picture: picture(question.picture), alt: question.alt };
    case 'short': return { ...asked, kind: 'short' };
    default: return question satisfies never;
  }
}

/** Whether this could be an answer to the question at all. */
export function answerFits(question: Question, value: AnswerValue): boolean {
  const count = choosable(question).length;
  const isPlace = (one: unknown): one is number => Number.isInteger(one) && (one as number) >= 0 && (one as number) < count;
  const places = (list: unknown): list is readonly number[] => Array.isArray(list) && list.every(isPlace);
  switch (question.kind) {
    case 'single': return isPlace(value);
    case 'multiple': return places(value) && new Set(value).size === value.length;
    case 'ordering': return places(value) && value.length === count && new Set(value).size === count;
    // A pair that is still open is -1.
    case 'matching': return Array.isArray(value) && value.length === count && value.every((one) => one === -1 || isPlace(one));
    case 'numeric': return typeof value === 'number' && Number.isFinite(value);
    case 'hotspot': return typeof value === 'object' && 'x' in value;
    case 'short': return typeof value === 'string';
    default: return question satisfies never;
  }
}

/** The share of the points that an answer has earned, 0 to 1; undefined: a tutor has to say. No answer earns nothing. */
export function earned(question: Question, order: readonly string[], value: AnswerValue | undefined): number | undefined {
  if (value === undefined) return 0;
  if (!answerFits(question, value)) return 0;
  switch (question.kind) {
    case 'single': return question.choices.find(({ id }) => id === order[value as number])?.correct ? 1 : 0;
    case 'multiple': {
      // A wrong choice takes back a right one, so that ticking everything earns nothing.
      const chosen = (value as readonly number[]).map((place) => order[place]);
      const right = question.choices.filter(({ correct }) => correct);
      const hits = right.filter(({ id }) => chosen.includes(id)).length;
      return Math.max(0, (hits - (chosen.length - hits)) / right.length);
    }
    case 'ordering': {
      const places = value as readonly number[];
      return question.items.filter(({ id }, index) => order[places[index]!] === id).length / question.items.length;
    }
    case 'matching': {
      const places = value as readonly number[];
      return question.pairs.filter(({ id }, index) => order[places[index]!] === id).length / question.pairs.length;
    }
    case 'numeric': return Math.abs((value as number) - question.answer.value) <= question.answer.tolerance + roundingOf(question.answer.value) ? 1 : 0;
    case 'hotspot': {
      const { x, y } = value as { readonly x: number; readonly y: number };
      const { area } = question;
      return x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height ? 1 : 0;
    }
    // Words that were not written need no tutor.
    case 'short': return (value as string).trim() === '' ? 0 : undefined;
    default: return question satisfies never;
  }
}

/** What a difference of two decimals may be off by: 1000.7 is within 0.2 of 1000.5, though not for a computer. */
function roundingOf(value: number): number {
  return Math.max(1, Math.abs(value)) * 1e-9;
}

/** Whether a tutor marks the answers; those of the others are marked by the key. */
export function isMarkedByHand(question: Question): question is Extract<Question, { readonly kind: 'short' }> {
  return question.kind === 'short';
}

/** The right answer in the order of this attempt, and what a review says beside it. */
export interface Key {
  readonly answer?: AnswerValue | { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly model?: Texts;
  readonly explanation: Texts;
  readonly lesson: string;
}

export function keyOf(question: Question, order: readonly string[]): Key {
  const said = { explanation: question.explanation, lesson: question.lesson };
  const placeOf = (id: string): number => order.indexOf(id);
  switch (question.kind) {
    case 'single': return { ...said, answer: placeOf(question.choices.find(({ correct }) => correct)!.id) };
    case 'multiple': return { ...said, answer: question.choices.filter(({ correct }) => correct).map(({ id }) => placeOf(id)) };
    case 'ordering': return { ...said, answer: question.items.map(({ id }) => placeOf(id)) };
    case 'matching': return { ...said, answer: question.pairs.map(({ id }) => placeOf(id)) };
    case 'numeric': return { ...said, answer: question.answer.value };
    case 'hotspot': return { ...said, answer: question.area };
    case 'short': return { ...said, model: question.model };
    default: return question satisfies never;
  }
}
