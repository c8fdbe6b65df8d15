import type { Question, QuizItem } from '../../../protocol/training/course.ts';
import { drawsFrom } from '../../../protocol/training/model.ts';
import type { Module } from '../../../protocol/training/model.ts';
import { choosable, isMarkedByHand, keyOf } from '../../../protocol/training/questions.ts';
import type { AnswerValue } from '../../../protocol/training/questions.ts';
import type { Attempt, Edition, Enrolment, Submission } from '../../../protocol/training/records.ts';
import { demoId } from '../../identity/records.ts';
import { courseOf } from '../../training/base.ts';
import type { Base } from '../../training/base.ts';
import { enrolmentId, submissionId } from '../../training/register.ts';

export interface Story {
  readonly person: string;
  readonly administration: string;
  /** How many modules are behind them; 0: they have read one lesson; -1: they have not begun. */
  readonly modules: number;
  /** Over how many days. */
  readonly days: number;
  /** The share of the questions that they answer well. */
  readonly quality: number;
  /** Tutors have marked everything. */
  readonly isMarked: boolean;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 3_600_000;
const TUTOR = demoId('nour');

/** Writes down what somebody of the demonstration has done so far, as the routes would have. */
export async function workThrough(base: Base, edition: Edition, story: Story): Promise<void> {
  const { register, now } = base;
  const course = courseOf(base, edition);
  const begun = now() - story.days * DAY_MS;
  const lessons: Enrolment['lessons'] = {};
  let at = begun;
  const read = (module: Module, count: number): void => {
    for (const id of Object.keys(module.lessons).slice(0, count)) {
      const { minutes } = module.lessons[id]!.heads.en;
      at += minutes * MINUTE_MS * 1.6;
      lessons[id] = { ms: minutes * MINUTE_MS * 1.6, seenAt: at, doneAt: at };
    }
  };
  const step = story.modules > 0 ? (story.days - 1) * DAY_MS / story.modules : 0;
  for (const module of course.modules.slice(0, Math.max(0, story.modules))) {
    const start = at;
    read(module, Infinity);
    for (const item of module.items) {
      if ('quiz' in item) await register.attempts.put(attemptOf(edition, drawsFrom(course, item), item, story, at));
      if ('assignment' in item) await register.submissions.put(submissionOf(edition, module, item.assignment, story, at + DAY_MS / 4));
    }
    at = start + step;
  }
  const next = course.modules[Math.max(0, story.modules)];
  if (next && story.modules >= 0) read(next, 1);
  await register.enrolments.put({
    id: enrolmentId(edition.id, story.person), edition: edition.id, person: story.person, administration: story.administration, state: 'enrolled',
    at: edition.startsAt - DAY_MS, by: edition.createdBy, lessons,
  });
}

/** Shuffled the same way each time, by the letters of the name. */
function ordered<T>(list: readonly T[], seed: string): T[] {
  let state = [...seed].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 1_000_003, 7);
  const all = [...list];
  for (let last = all.length - 1; last > 0; last -= 1) {
    state = (state * 48_271 + 11) % 2_147_483_647;
    const other = state % (last + 1);
    [all[last], all[other]] = [all[other]!, all[last]!];
  }
  return all;
}

function attemptOf(edition: Edition, modules: readonly Module[], quiz: QuizItem, { person, quality, isMarked }: Story, startedAt: number): Attempt {
  const bank = modules.flatMap((module) => module.bank.map((question) => ({ question, module: module.id })));
  const questions = ordered(bank, `${person}${quiz.quiz}`).slice(0, quiz.draw).map((one) => ({ ...one, order: ordered(choosable(one.question), `${person}${one.question.id}`) }));
  const right = Math.round(questions.length * quality);
  return {
    id: demoId(`attempt-${quiz.quiz}-${person.replace(/^demo-/u, '')}`), edition: edition.id, quiz: quiz.quiz, person, number: 1, startedAt, endsAt: startedAt + quiz.minutes * MINUTE_MS, pass: quiz.pass,
    questions,
    answers: Object.fromEntries(questions.map(({ question, order }, index) => [question.id, { value: index < right ? good(question, order) : poor(question, order), revision: 1, at: startedAt + (index + 1) * MINUTE_MS }])),
    handedInAt: startedAt + Math.min(quiz.minutes, questions.length + 2) * MINUTE_MS,
    marks: Object.fromEntries(questions.filter(({ question }) => isMarkedByHand(question) && (isMarked || modules.every(({ after }) => after === undefined)))
      .map(({ question }) => [question.id, { points: question.points, remark: '', by: TUTOR, at: startedAt + DAY_MS }])),
  };
}

function good(question: Question, order: readonly string[]): AnswerValue {
  const { answer, model } = keyOf(question, order);
  if (model) return model.en;
  if (typeof answer === 'object' && 'width' in answer) return { x: answer.x + answer.width / 2, y: answer.y + answer.height / 2 };
  return answer ?? 0;
}

function poor(question: Question, order: readonly string[]): AnswerValue {
  switch (question.kind) {
    case 'single': return order.findIndex((id) => !question.choices.find((one) => one.id === id)?.correct);
    case 'multiple': return [order.findIndex((id) => !question.choices.find((one) => one.id === id)?.correct)];
    case 'ordering': return order.map((_one, index) => index);
    case 'matching': return order.map((_one, index) => index);
    case 'numeric': return question.answer.value + question.answer.tolerance + 2;
    case 'hotspot': return { x: 0.02, y: 0.02 };
    case 'short': return 'I am not sure.';
    default: return question satisfies never;
  }
}

function submissionOf(edition: Edition, module: Module, assignment: string, { person, isMarked }: Story, at: number): Submission {
  const { criteria, pass } = module.assignments[assignment]!.rubric;
  const points = Object.fromEntries(criteria.map(({ id, levels }, index) => [id, levels.at(index === 0 ? -2 : -1)!.points]));
  const share = Object.values(points).reduce((sum, one) => sum + one, 0) / criteria.reduce((sum, one) => sum + one.points, 0);
  return {
    id: submissionId(edition.id, assignment, person), edition: edition.id, assignment, person, staged: [],
    versions: [{ number: 1, at, text: 'Illustrative hand-in of the demonstration.\n\n1. What the file says, with its annex.\n2. What is missing, as a question to the operator.\n3. What the visit has to look at first, and why.', files: [] }],
    ...(isMarked || module.after === undefined ? { marking: { version: 1, points, remark: 'Clear and complete. Name the annex in each line.', share, passed: share >= pass, by: TUTOR, at: at + DAY_MS } } : {}),
  };
}
