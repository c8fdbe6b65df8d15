import { randomUUID } from 'node:crypto';
import { RefusalError } from '../../../protocol/errors.ts';
import { drawsFrom, moduleWith } from '../../../protocol/training/model.ts';
import type { QuizItem } from '../../../protocol/training/course.ts';
import { answerFits, choosable, isMarkedByHand, keyOf, put } from '../../../protocol/training/questions.ts';
import { isSitting, mayReview, resultOf, standingOf } from '../../../protocol/training/rules.ts';
import type { Attempt } from '../../../protocol/training/records.ts';
import type { AttemptView, QuizView } from '../../../protocol/training/views.ts';
import type { RouteHandlers } from '../../http/call.ts';
import { assertRunning, courseOf, openModule } from '../base.ts';
import type { Base } from '../base.ts';
import { drawQuestions, shuffled } from '../draw.ts';
import { editionSeat, mayMark } from '../seat.ts';
import type { EditionSeat } from '../seat.ts';

const MINUTE_MS = 60_000;

export function quizHandlers(base: Base): RouteHandlers<'quiz' | 'startAttempt' | 'attempt' | 'answer' | 'handInAttempt' | 'markAnswer'> {
  const { register, now } = base;

  /** The caller's own attempt; anybody else's does not exist for them. */
  const own = (seat: EditionSeat, id: string): Attempt => {
    const found = register.attempts.get(id);
    if (!found || found.edition !== seat.edition.id || found.person !== seat.person.id) throw new RefusalError('attempt.absent');
    return found;
  };

  return {
    quiz: async (call) => {
      const seat = editionSeat(call);
      const id = call.params['quiz'] ?? '';
      await openModule(base, seat, 'quiz', id);
      return quizView(base, seat, quizOf(base, seat, id));
    },

    startAttempt: async (call) => {
      const seat = editionSeat(call);
      const { edition, person } = seat;
      const id = call.params['quiz'] ?? '';
      assertRunning(base, edition);
      const { course } = await openModule(base, seat, 'quiz', id);
      const quiz = quizOf(base, seat, id);
      const attempt = await register.attempts.exclusive(async () => {
        const before = attemptsOf(base, edition.id, person.id, id);
        const standing = standingOf(quiz, before, now());
        if (standing.open !== undefined) return register.attempts.get(standing.open)!;
        if (standing.left === 0 || standing.passed) throw new RefusalError('attempt.none');
        const startedAt = now();
        const made: Attempt = {
          id: randomUUID(), edition: edition.id, quiz: id, person: person.id, number: before.length + 1, startedAt,
          endsAt: Math.min(startedAt + quiz.minutes * MINUTE_MS, edition.endsAt), pass: quiz.pass, answers: {}, marks: {},
          questions: drawQuestions(drawsFrom(course, quiz), quiz.draw).map((one) => ({ ...one, order: [...shuffled(choosable(one.question))] })),
        };
        await register.attempts.put(made);
        return made;
      });
      return attemptView(base, seat, attempt);
    },

    attempt: async (call) => {
      const seat = editionSeat(call);
      const found = register.attempts.get(call.params['attempt'] ?? '');
      if (!found || found.edition !== seat.edition.id || !(found.person === seat.person.id || mayMark(seat, found.person))) throw new RefusalError('attempt.absent');
      return attemptView(base, seat, found);
    },

    answer: async (call) => {
      const seat = editionSeat(call);
      const { question, value, revision } = call.body;
      const { id } = own(seat, call.params['attempt'] ?? '');
      const saved = await register.attempts.update(id, (one) => {
        const asked = one.questions.find((each) => each.question.id === question);
        if (!asked) throw new RefusalError('attempt.absent', 'question');
        const before = one.answers[question];
        // It came twice, or after a newer one: nothing changes, and whoever sent it is told what counts, also when the time is over.
        if (before && before.revision >= revision) return one;
        if (resultOf(one, now()).state !== 'open') throw new RefusalError('attempt.over');
        if (!answerFits(asked.question, value)) throw new RefusalError('answer.form');
        return { ...one, answers: { ...one.answers, [question]: { value, revision, at: now() } } };
      });
      return { revision: saved.answers[question]!.revision };
    },

    handInAttempt: async (call) => {
      const seat = editionSeat(call);
      const { id } = own(seat, call.params['attempt'] ?? '');
      const done = await register.attempts.update(id, (one) => (resultOf(one, now()).state === 'open' ? { ...one, handedInAt: now() } : one));
      return attemptView(base, seat, done);
    },

    markAnswer: async (call) => {
      const seat = editionSeat(call);
      const { question, points, remark } = call.body;
      const found = register.attempts.get(call.params['attempt'] ?? '');
      if (!found || found.edition !== seat.edition.id) throw new RefusalError('attempt.absent');
      if (!mayMark(seat, found.person)) throw new RefusalError('permission.denied');
      await register.attempts.update(found.id, (one) => {
        const asked = one.questions.find((each) => each.question.id === question)?.question;
        if (!asked || !isMarkedByHand(asked) || resultOf(one, now()).state === 'open') throw new RefusalError('attempt.absent', 'question');
        if (points > asked.points) throw new RefusalError('mark.points');
        return { ...one, marks: { ...one.marks, [question]: { points, remark, by: seat.person.id, at: now() } } };
      });
      return { done: true };
    },
  };
}

function quizOf(base: Base, { edition }: EditionSeat, id: string): QuizItem {
  const item = moduleWith(courseOf(base, edition), 'quiz', id)?.items.find((one) => 'quiz' in one && one.quiz === id);
  if (!item || !('quiz' in item)) throw new RefusalError('quiz.absent');
  return item;
}

/** Of one person in an edition; with a quiz, in this one. */
function attemptsOf({ register }: Base, edition: string, person: string, quiz?: string): readonly Attempt[] {
  return [...register.attempts.all()].filter((one) => one.edition === edition && one.person === person && (quiz === undefined || one.quiz === quiz))
    .toSorted((one, other) => one.number - other.number);
}

function quizView(base: Base, seat: EditionSeat, quiz: QuizItem): QuizView {
  const { edition, person } = seat;
  const now = base.now();
  const attempts = attemptsOf(base, edition.id, person.id, quiz.quiz);
  const standing = standingOf(quiz, attempts, now);
  const reviewable = mayReview(standing, isSitting(attemptsOf(base, edition.id, person.id), now), edition.endsAt, now);
  return {
    quiz, standing, open: now >= edition.startsAt && now <= edition.endsAt,
    attempts: attempts.map((one) => {
      const { state, endedAt, share, passed } = resultOf(one, now);
      return {
        id: one.id, number: one.number, startedAt: one.startedAt, state, passed, reviewable,
        ...(endedAt === undefined ? {} : { endedAt }), ...(share === undefined ? {} : { share }),
      };
    }),
  };
}

/** An attempt as its trainee sees it. The key is put in here alone, and only once the review is allowed; who marks sees it once the attempt is over. */
function attemptView(base: Base, seat: EditionSeat, attempt: Attempt): AttemptView {
  const now = base.now();
  const { edition } = seat;
  const quiz = quizOf(base, seat, attempt.quiz);
  const result = resultOf(attempt, now);
  const all = attemptsOf(base, edition.id, attempt.person);
  const standing = standingOf(quiz, all.filter((one) => one.quiz === attempt.quiz), now);
  const isOver = result.state !== 'open';
  const reviews = isOver && (mayReview(standing, isSitting(all, now), edition.endsAt, now) || mayMark(seat, attempt.person));
  return {
    id: attempt.id, quiz: attempt.quiz, title: quiz.title, number: attempt.number, startedAt: attempt.startedAt, endsAt: attempt.endsAt, now,
    state: result.state, passed: result.passed, ...(result.endedAt === undefined ? {} : { endedAt: result.endedAt }), ...(result.share === undefined ? {} : { share: result.share }),
    questions: attempt.questions.map(({ question, module, order }) => {
      const answer = attempt.answers[question.id];
      const points = result.points[question.id];
      const mark = attempt.marks[question.id];
      return {
        put: put(question, order, (path) => `/api/training/pictures/${edition.course}/${module}/${path.replace(/^pictures\//u, '')}`),
        revision: answer?.revision ?? 0, ...(answer ? { answer: answer.value } : {}),
        ...(isOver && points !== undefined ? { earned: points } : {}), ...(isOver && mark?.remark ? { remark: mark.remark } : {}),
        ...(reviews ? { key: keyOf(question, order) } : {}),
      };
    }),
  };
}
