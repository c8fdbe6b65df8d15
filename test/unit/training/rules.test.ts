import { beforeAll, describe, expect, test } from 'vitest';
import { fileURLToPath } from 'node:url';
import type { Course } from '../../../protocol/training/model.ts';
import { keyOf } from '../../../protocol/training/questions.ts';
import type { AnswerValue } from '../../../protocol/training/questions.ts';
import type { Attempt, Submission } from '../../../protocol/training/records.ts';
import { appointedRoles, seesEverybody, trainingMay } from '../../../protocol/training/roles.ts';
import { certificateConditions, isSitting, mayReview, measuredHours, moduleOpen, progressOf, readingMs, resultOf, standingOf } from '../../../protocol/training/rules.ts';
import type { Work } from '../../../protocol/training/rules.ts';
import { statisticsOf } from '../../../protocol/training/statistics.ts';
import { csv } from '../../../server/training/csv.ts';
import { loadContent } from '../../../server/training/content/load.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const T = Date.UTC(2026, 4, 1);
let course: Course;
beforeAll(async () => {
  course = (await loadContent(fileURLToPath(new URL('../../integration/training/courses', import.meta.url)))).courses[0]!;
});

const nothing: Work = { enrolment: { lessons: {} }, attempts: [], submissions: [], present: {} };
const read = (...lessons: string[]): Work['enrolment'] => ({ lessons: Object.fromEntries(lessons.map((id) => [id, { ms: 6 * MINUTE, seenAt: T, doneAt: T }])) });

/** An attempt at the numeric question of the second quiz. */
function attempt(changes: Partial<Attempt> = {}, answer?: AnswerValue): Attempt {
  const question = course.modules[1]!.bank[0]!;
  return {
    id: 'a', edition: 'e', quiz: 'second-quiz', person: 'p', number: 1, startedAt: T, endsAt: T + 5 * MINUTE, pass: 0.5, questions: [{ question, module: 'second', order: [] }],
    answers: answer === undefined ? {} : { [question.id]: { value: answer, revision: 1, at: T } }, marks: {}, ...changes,
  };
}

describe('an attempt', () => {
  test('is open until it is handed in or its time is over', () => {
    expect(resultOf(attempt(), T + 5 * MINUTE).state).toBe('open');
    expect(resultOf(attempt({}, 13), T + 5 * MINUTE + 1)).toMatchObject({ state: 'done', endedAt: T + 5 * MINUTE, share: 1, passed: true });
    expect(resultOf(attempt({ handedInAt: T + MINUTE }, 12), T + MINUTE)).toMatchObject({ state: 'done', endedAt: T + MINUTE, share: 0, passed: false });
  });

  test('is reviewed once no other attempt could gain by it', () => {
    const failed = attempt({ handedInAt: T }, 12);
    const quiz = { attempts: 2 };
    const standing = (attempts: readonly Attempt[], now = T) => standingOf(quiz, attempts, now);
    expect(mayReview(standing([]), false, T + HOUR, T)).toBe(false);
    expect(mayReview(standing([failed]), false, T + HOUR, T)).toBe(false);
    expect(mayReview(standing([failed]), false, T - 1, T)).toBe(true);
    const open = attempt({ id: 'b' });
    expect(mayReview(standing([failed, open]), isSitting([failed, open], T), T + HOUR, T)).toBe(false);
    expect(mayReview(standing([failed, { ...failed, id: 'b' }]), false, T + HOUR, T)).toBe(true);
    const passed = attempt({ handedInAt: T }, 13);
    expect(mayReview(standing([passed]), false, T + HOUR, T)).toBe(true);
    // The examination asks from the banks of the other quizzes: their keys would be its answers.
    const examination = attempt({ id: 'x', quiz: 'examination' });
    expect(mayReview(standing([passed]), isSitting([passed, examination], T), T + HOUR, T)).toBe(false);
    expect(mayReview(standing([passed]), isSitting([passed, { ...examination, handedInAt: T }], T), T + HOUR, T)).toBe(true);
  });
});

describe('the course', () => {
  const handed = (marking?: Submission['marking']): Submission => ({ id: 's', edition: 'e', assignment: 'first-exercise', person: 'p', staged: [], versions: [{ number: 1, at: T, text: 'x', files: [] }], ...(marking ? { marking } : {}) });
  const first = (): Attempt => ({
    ...attempt(), id: 'f', quiz: 'first-quiz', handedInAt: T + 6 * MINUTE, pass: 0.6,
    questions: course.modules[0]!.bank.filter(({ kind }) => kind === 'single').map((question) => ({ question, module: 'first', order: ['a', 'b', 'c'] })), answers: { 'first-q1': { value: 0, revision: 1, at: T } },
  });

  test('opens a module when the one before it is complete; a class that was missed keeps nobody out, nor marks that wait', () => {
    const [one, two] = course.modules;
    expect(moduleOpen(course, one!, nothing, T)).toBe(true);
    const work: Work = { ...nothing, enrolment: read('first-doors', 'first-seals'), attempts: [first()] };
    expect(moduleOpen(course, two!, work, T + HOUR)).toBe(false);
    expect(moduleOpen(course, two!, { ...work, submissions: [handed()] }, T + HOUR)).toBe(true);
  });

  test('counts progress without classes', () => {
    expect(progressOf(course, nothing, T)).toBe(0);
    expect(progressOf(course, { ...nothing, enrolment: read('first-doors'), present: { 'first-class': HOUR } }, T)).toBeCloseTo(1 / 7);
  });

  test('measures hours: reading up to twice its time, quizzes under way, presence in classes', () => {
    const long = { lessons: { 'first-doors': { ms: 9 * HOUR, seenAt: T } } };
    expect(readingMs(course, { ...nothing, enrolment: long })).toBe(10 * MINUTE);
    expect(measuredHours(course, { ...nothing, enrolment: long, attempts: [first()], present: { 'first-class': 44 * MINUTE } }, T + HOUR)).toBe(1);
  });

  test('gives the certificate when every condition is met, and tells which are open', () => {
    const open = (work: Work) => certificateConditions(course, work, T + HOUR).filter(({ met }) => !met).map(({ of }) => of);
    expect(open(nothing)).toEqual(['lessons', 'quizzes', 'score', 'assignments']);
    const marking = { version: 1, points: { seen: 4 }, remark: '', share: 1, passed: true, by: 't', at: T };
    const whole: Work = { enrolment: read('first-doors', 'first-seals', 'second-reports'), attempts: [first(), attempt({ handedInAt: T }, 13), attempt({ id: 'l', quiz: 'last-quiz', handedInAt: T }, 13)], submissions: [handed(marking)], present: {} };
    expect(open(whole)).toEqual([]);
    expect(open({ ...whole, attempts: whole.attempts.slice(0, 2) })).toEqual(['quizzes']);
    expect(open({ ...whole, submissions: [handed({ ...marking, passed: false })] })).toEqual(['assignments']);
    expect(certificateConditions({ ...course, certificate: { ...course.certificate, hours: 6 } }, whole, T + HOUR).find(({ of }) => of === 'hours')?.met).toBe(false);
  });
});

test('statistics tell a question that separates from one that does not', () => {
  const [single, other] = [course.modules[0]!.bank[0]!, course.modules[0]!.bank[4]!];
  const order = ['a', 'b', 'c'];
  const right = keyOf(single, order).answer as number;
  const made = (index: number, knows: boolean, odd: boolean): Attempt => ({
    ...attempt(), id: `x${index}`, handedInAt: T, questions: [single, other, course.modules[1]!.bank[0]!].map((question) => ({ question, module: 'first', order: question === single ? order : [] })),
    answers: {
      [single.id]: { value: odd ? right : right + 1, revision: 1, at: T }, [other.id]: { value: knows ? 7 : 1, revision: 1, at: T },
      [course.modules[1]!.bank[0]!.id]: { value: knows ? 13 : 1, revision: 1, at: T },
    },
  });
  const attempts = Array.from({ length: 8 }, (_one, index) => made(index, index < 4, index % 2 === 0));
  const found = new Map(statisticsOf(attempts, T).map((one) => [one.question, one]));
  expect(found.get(single.id)).toMatchObject({ answered: 8, difficulty: 0.5, discrimination: 0 });
  expect(found.get(other.id)!.discrimination).toBeGreaterThan(0.5);
  expect(statisticsOf(attempts.slice(0, 3), T)[0]!.discrimination).toBeUndefined();
});

test('a table for spreadsheets runs no formula and keeps its cells', () => {
  expect(csv([['=1+1', 'a "b", c', 3], ['@x', 'line\nbreak', -2]])).toBe('\uFEFF\'=1+1,"a ""b"", c",3\r\n\'@x,"line\nbreak",-2\r\n');
});

test('roles: only who teaches marks, only trainees learn, a coordinator sees no more than their own', () => {
  expect(appointedRoles).toEqual(['trainer', 'coordinator']);
  for (const ability of ['edition.mark', 'edition.manage', 'course.author', 'edition.learn'] as const) expect(trainingMay(['coordinator'], ability)).toBe(false);
  for (const ability of ['edition.mark', 'edition.enrol', 'edition.report', 'edition.manage', 'course.author'] as const) expect(trainingMay(['trainee'], ability)).toBe(false);
  expect([seesEverybody(['coordinator']), seesEverybody(['coordinator', 'tutor'])]).toEqual([false, true]);
});
