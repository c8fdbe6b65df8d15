import { resultOf } from '../../protocol/training/rules.ts';
import type { Attempt, Submission } from '../../protocol/training/records.ts';
import type { Base } from './base.ts';
import { enrolmentId } from './register.ts';

/** Hand-ins of an edition whose newest version no tutor has marked. Of people who left nothing waits. */
export function unmarked({ register }: Base, edition: string): readonly Submission[] {
  return [...register.submissions.all()].filter((one) => one.edition === edition && isThere(register, edition, one.person)
    && one.versions.length > 0 && one.marking?.version !== one.versions.at(-1)!.number && !one.marking?.passed);
}

export interface OpenWords {
  readonly attempt: Attempt;
  readonly question: string;
}

/** Short answers of finished attempts that wait for a tutor. */
export function unmarkedWords({ register, now }: Base, edition: string): readonly OpenWords[] {
  return [...register.attempts.all()].filter((one) => one.edition === edition && isThere(register, edition, one.person)).flatMap((attempt) => {
    const result = resultOf(attempt, now());
    if (result.state !== 'marking') return [];
    return attempt.questions.filter(({ question }) => result.points[question.id] === undefined).map(({ question }) => ({ attempt, question: question.id }));
  });
}

export function countToMark(base: Base, edition: string): number {
  return unmarked(base, edition).length + unmarkedWords(base, edition).length;
}

function isThere({ enrolments }: Base['register'], edition: string, person: string): boolean {
  return enrolments.get(enrolmentId(edition, person))?.state === 'enrolled';
}
