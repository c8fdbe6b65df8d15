import type { Course, Module } from './model.ts';
import { itemOf } from './model.ts';
import { earned } from './questions.ts';
import type { Attempt, Enrolment, Submission } from './records.ts';
import type { QuizItem } from './course.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** How an attempt stands. It ends by being handed in or by its time; what was saved until then counts. */
export interface AttemptResult {
  /** marking: over, but a tutor has words to mark. */
  readonly state: 'open' | 'marking' | 'done';
  readonly endedAt?: number;
  /** By question; absent: a tutor has not marked it yet. */
  readonly points: Readonly<Record<string, number | undefined>>;
  readonly of: number;
  /** Set once everything is marked. */
  readonly share?: number;
  readonly passed: boolean;
}

export function resultOf(attempt: Attempt, now: number): AttemptResult {
  const of = attempt.questions.reduce((sum, { question }) => sum + question.points, 0);
  const points = Object.fromEntries(attempt.questions.map(({ question, order }) => {
    const mark = attempt.marks[question.id];
    const share = earned(question, order, attempt.answers[question.id]?.value);
    return [question.id, mark ? mark.points : share === undefined ? undefined : rounded(share * question.points)];
  }));
  const endedAt = attempt.handedInAt ?? (now > attempt.endsAt ? attempt.endsAt : undefined);
  if (endedAt === undefined) return { state: 'open', points, of, passed: false };
  const known = Object.values(points);
  if (known.includes(undefined)) return { state: 'marking', endedAt, points, of, passed: false };
  const share = of === 0 ? 0 : known.reduce<number>((sum, one) => sum + (one ?? 0), 0) / of;
  return { state: 'done', endedAt, points, of, share, passed: share + 1e-9 >= attempt.pass };
}

function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}

/** Where somebody stands with a quiz. */
export interface QuizStanding {
  readonly used: number;
  readonly left: number;
  readonly best?: number;
  readonly passed: boolean;
  readonly open?: string;
}

export function standingOf(quiz: Pick<QuizItem, 'attempts'>, attempts: readonly Attempt[], now: number): QuizStanding {
  const results = attempts.map((one) => ({ id: one.id, ...resultOf(one, now) }));
  const shares = results.flatMap(({ share }) => share === undefined ? [] : [share]);
  const open = results.find(({ state }) => state === 'open');
  return {
    used: attempts.length, left: Math.max(0, quiz.attempts - attempts.length), passed: results.some(({ passed }) => passed),
    ...(shares.length > 0 ? { best: Math.max(...shares) } : {}), ...(open ? { open: open.id } : {}),
  };
}

/**
 * Whether right answers and explanations may be read: the quiz is passed, its attempts are used up or the edition is over, and its trainee
 * sits at no attempt of the edition, of whatever quiz, for the examination asks from the banks of the others.
 */
export function mayReview(standing: QuizStanding, sits: boolean, editionEndsAt: number, now: number): boolean {
  return !sits && standing.used > 0 && (standing.passed || standing.left === 0 || now > editionEndsAt);
}

/** Whether one of these attempts is open. */
export function isSitting(attempts: readonly Attempt[], now: number): boolean {
  return attempts.some((one) => resultOf(one, now).state === 'open');
}

/** What is known of one trainee in one edition. */
export interface Work {
  readonly enrolment: Pick<Enrolment, 'lessons'>;
  readonly attempts: readonly Attempt[];
  readonly submissions: readonly Submission[];
  /** By class: how long they were present, ms. */
  readonly present: Readonly<Record<string, number>>;
}

export function itemDone(course: Course, id: string, work: Work, now: number): boolean {
  for (const { items } of course.modules) {
    for (const item of items) {
      const found = itemOf(item);
      if (found.id !== id) continue;
      if ('lesson' in item) return work.enrolment.lessons[id]?.doneAt !== undefined;
      if ('quiz' in item) return standingOf(item, attemptsAt(work, id), now).passed;
      if ('class' in item) return (work.present[id] ?? 0) >= (item.minutes * MINUTE_MS) / 2;
      return submissionFor(work, id)?.versions.length ? true : false;
    }
  }
  return false;
}

/** Lessons read, the quiz passed, the assignment handed in. A class is no condition: whoever missed it cannot go back to it. */
export function moduleComplete(course: Course, module: Module, work: Work, now: number): boolean {
  return module.items.every((item) => 'class' in item || itemDone(course, itemOf(item).id, work, now));
}

export function moduleOpen(course: Course, module: Module, work: Work, now: number): boolean {
  const before = course.modules.find(({ id }) => id === module.after);
  return !before || moduleComplete(course, before, work, now);
}

/** How much of the course is done, 0 to 1; classes are not counted. */
export function progressOf(course: Course, work: Work, now: number): number {
  const items = course.modules.flatMap((module) => module.items.filter((item) => !('class' in item)));
  return items.length === 0 ? 0 : items.filter((item) => itemDone(course, itemOf(item).id, work, now)).length / items.length;
}

/** Reading counts as long as the lesson is open before somebody's eyes, at most twice what it is meant to take. */
export function readingMs(course: Course, work: Work): number {
  return course.modules.flatMap((module) => Object.entries(module.lessons)).reduce((sum, [id, { heads }]) =>
    sum + Math.min(work.enrolment.lessons[id]?.ms ?? 0, 2 * heads.en.minutes * MINUTE_MS), 0);
}

/** Measured hours: lessons open, quizzes under way, presence in classes. */
export function measuredHours(course: Course, work: Work, now: number): number {
  const quizzes = work.attempts.reduce((sum, one) => sum + Math.max(0, (resultOf(one, now).endedAt ?? now) - one.startedAt), 0);
  const classes = Object.values(work.present).reduce((sum, ms) => sum + ms, 0);
  return Math.floor(((readingMs(course, work) + quizzes + classes) / HOUR_MS) * 100) / 100;
}

/** The mean of the best results of all quizzes; a quiz without a result counts as nothing. */
export function scoreOf(course: Course, work: Work, now: number): number {
  const quizzes = course.modules.flatMap(({ items }) => items.flatMap((item) => 'quiz' in item ? [item] : []));
  if (quizzes.length === 0) return 1;
  return quizzes.reduce((sum, quiz) => sum + (standingOf(quiz, attemptsAt(work, quiz.quiz), now).best ?? 0), 0) / quizzes.length;
}

/** One condition of the certificate; `have` and `need` in the same measure. */
export interface Condition {
  readonly of: 'lessons' | 'hours' | 'score' | 'quizzes' | 'assignments';
  readonly need: number;
  readonly have: number;
  readonly met: boolean;
}

export function certificateConditions(course: Course, work: Work, now: number): readonly Condition[] {
  const items = course.modules.flatMap((module) => module.items);
  const done = (kind: 'lesson' | 'quiz'): readonly [number, number] => {
    const ids = items.map(itemOf).filter((one) => one.kind === kind).map(({ id }) => id);
    return [ids.length, ids.filter((id) => itemDone(course, id, work, now)).length];
  };
  const [lessons, read] = done('lesson');
  const [quizzes, passed] = done('quiz');
  const assignments = items.flatMap((item) => 'assignment' in item ? [item.assignment] : []);
  const good = assignments.filter((id) => submissionFor(work, id)?.marking?.passed).length;
  const rule = course.certificate;
  const condition = (of: Condition['of'], need: number, have: number): Condition => ({ of, need, have, met: have + 1e-9 >= need });
  return [
    condition('lessons', lessons, read), condition('hours', rule.hours, measuredHours(course, work, now)),
    condition('quizzes', quizzes, passed), condition('score', rule.score, scoreOf(course, work, now)),
    ...(rule.assignments === 'passed' ? [condition('assignments', assignments.length, good)] : []),
  ];
}

function attemptsAt(work: Work, quiz: string): readonly Attempt[] {
  return work.attempts.filter((one) => one.quiz === quiz);
}

function submissionFor(work: Work, assignment: string): Submission | undefined {
  return work.submissions.find((one) => one.assignment === assignment);
}
