import { presentMs } from '../../protocol/live/attendance.ts';
import { resultOf } from '../../protocol/training/rules.ts';
import type { Edition, Enrolment } from '../../protocol/training/records.ts';
import { moduleWith } from '../../protocol/training/model.ts';
import type { PersonProgress } from '../../protocol/training/views.ts';
import { participantIdOf } from '../identity/caller.ts';
import type { Base } from './base.ts';
import { courseOf, liveOf } from './base.ts';

type Rows = (string | number)[][];

const MINUTE_MS = 60_000;
/** The day and minute in universal time, which every spreadsheet reads. */
const stamp = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
const percent = (share: number): number => Math.round(share * 100);

/** What is exported of an edition. Column names are English: the tables are read by programs as well. */
export async function progressTable(base: Base, edition: Edition, people: readonly PersonProgress[]): Promise<Rows> {
  const course = courseOf(base, edition);
  return [
    ['name', 'administration', 'state', 'progress %', 'measured hours', 'score %', ...course.modules.map(({ id }) => `module ${id}`), 'last seen (UTC)', 'certificate'],
    ...people.map((one) => [
      one.name, one.administrationName, one.state, percent(one.progress), one.hours, percent(one.score),
      ...one.modules.map(({ complete, late }) => (complete ? 'complete' : late ? 'late' : '')), one.seenAt === undefined ? '' : stamp(one.seenAt),
      one.certificate ? `${one.certificate.number}${one.certificate.withdrawn ? ' (withdrawn)' : ''}` : '',
    ]),
  ];
}

/** Time present in each class, from its log: reconnections are joined, and time after a lost line is not counted. */
export async function attendanceTable(base: Base, edition: Edition, people: readonly Enrolment[]): Promise<Rows> {
  const rows: Rows = [['class', 'session', 'name', 'administration', 'first joined (UTC)', 'last left (UTC)', 'stays', 'minutes present', 'minutes of the class']];
  for (const [id, session] of Object.entries(edition.classes)) {
    const live = await liveOf(base.host, session);
    if (!live) continue;
    const { attendance, session: info } = live.state;
    const length = ((info.endedAt ?? Math.min(base.now(), info.endsAt)) - (info.startedAt ?? info.startsAt)) / MINUTE_MS;
    for (const { person, administration } of people) {
      const stays = attendance[participantIdOf(person)] ?? [];
      const last = stays.at(-1);
      rows.push([
        id, info.title, base.people.person(person)?.name ?? '', base.people.administration(administration)?.name ?? '',
        stays[0] ? stamp(stays[0].from) : '', last?.to === undefined ? '' : stamp(last.to), stays.length, Math.floor(presentMs(stays, base.now()) / MINUTE_MS), Math.max(0, Math.round(length)),
      ]);
    }
  }
  return rows;
}

/** Every attempt and every marked assignment. */
export function resultsTable(base: Base, edition: Edition, people: readonly Enrolment[]): Rows {
  const course = courseOf(base, edition);
  const rows: Rows = [['name', 'administration', 'module', 'item', 'kind', 'number', 'at (UTC)', 'state', 'result %', 'passed']];
  for (const { person, administration } of people) {
    const who = [base.people.person(person)?.name ?? '', base.people.administration(administration)?.name ?? ''];
    for (const attempt of base.register.attempts.all()) {
      if (attempt.edition !== edition.id || attempt.person !== person) continue;
      const { state, share, passed } = resultOf(attempt, base.now());
      rows.push([...who, moduleWith(course, 'quiz', attempt.quiz)?.id ?? '', attempt.quiz, 'quiz', attempt.number, stamp(attempt.startedAt), state, share === undefined ? '' : percent(share), state === 'done' ? (passed ? 'yes' : 'no') : '']);
    }
    for (const submission of base.register.submissions.all()) {
      const last = submission.versions.at(-1);
      if (submission.edition !== edition.id || submission.person !== person || !last) continue;
      const { marking } = submission;
      rows.push([...who, moduleWith(course, 'assignment', submission.assignment)?.id ?? '', submission.assignment, 'assignment', last.number, stamp(last.at), marking ? 'done' : 'marking', marking ? percent(marking.share) : '', marking ? (marking.passed ? 'yes' : 'no') : '']);
    }
  }
  return rows;
}
