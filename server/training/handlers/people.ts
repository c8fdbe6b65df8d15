import { randomUUID } from 'node:crypto';
import { RefusalError } from '../../../protocol/errors.ts';
import { measuredHours, moduleComplete, progressOf, resultOf, scoreOf } from '../../../protocol/training/rules.ts';
import { statisticsOf } from '../../../protocol/training/statistics.ts';
import { trainingMay } from '../../../protocol/training/roles.ts';
import type { Enrolment } from '../../../protocol/training/records.ts';
import type { PersonProgress } from '../../../protocol/training/views.ts';
import type { RouteHandlers } from '../../http/call.ts';
import { courseOf, workOf } from '../base.ts';
import type { Base } from '../base.ts';
import { calendarOf } from '../calendar.ts';
import { attendanceTable, progressTable, resultsTable } from '../tables.ts';
import { csv } from '../csv.ts';
import { reminderMail } from '../reminderMail.ts';
import { certificateOf, enrolledIn } from '../register.ts';
import { editionSeat, mayEnrol, maySee, teaches } from '../seat.ts';
import type { EditionSeat } from '../seat.ts';
import { certificateSummary } from '../views.ts';

export type PeopleRoute = 'editionPeople' | 'remind' | 'exportEdition' | 'editionCalendar';

/** What trainers, tutors and coordinators see of the people of an edition; a coordinator those of their own administration alone. */
export function peopleHandlers(base: Base): RouteHandlers<PeopleRoute> {
  const { register, people, mail, now } = base;

  /** The one place where an edition's people are filtered by who asks. */
  const visible = (seat: EditionSeat): readonly Enrolment[] =>
    (['enrolled', 'waiting'] as const).flatMap((state) => enrolledIn(register, seat.edition.id, state)).filter(({ administration }) => maySee(seat, administration));

  return {
    editionPeople: async (call) => {
      const seat = editionSeat(call);
      const shown = visible(seat);
      const listed = new Set([...register.enrolments.all()].filter((one) => one.edition === seat.edition.id && one.state !== 'left').map(({ person }) => person));
      const isTrainer = seat.roles.includes('trainer');
      const candidates = trainingMay(seat.roles, 'edition.enrol')
        ? people.peopleOf(isTrainer ? undefined : seat.person.administration).filter((person) =>
          !listed.has(person.id) && mayEnrol(seat, person.administration) && !teaches(base, person, seat.edition)) : [];
      return {
        everybody: seat.roles.includes('trainer') || seat.roles.includes('tutor'),
        people: await Promise.all(shown.map((one) => progress(base, seat, one))),
        candidates: candidates.map(({ id, name, administration }) => ({ id, name, administrationName: people.administration(administration)?.name ?? '' })),
        statistics: trainingMay(seat.roles, 'edition.manage') ? statistics(base, seat) : [],
      };
    },

    remind: async (call) => {
      const seat = editionSeat(call);
      const { text } = call.body;
      const wanted = [...new Set(call.body.people)];
      const known = visible(seat);
      const receivers = wanted.map((id) => {
        const found = known.find(({ person }) => person === id);
        const person = people.person(id);
        if (!found || !person || !mayEnrol(seat, found.administration)) throw new RefusalError('permission.denied');
        return person;
      });
      const counts = { sent: 0, queued: 0, failed: 0 };
      const course = courseOf(base, seat.edition);
      const link = `${base.addressOf(call.request)}/training/editions/${seat.edition.id}`;
      for (const person of receivers) {
        const record = { id: randomUUID(), edition: seat.edition.id, person: person.id, by: seat.person.id, at: now(), text };
        await register.reminders.put(record);
        const message = reminderMail({ to: person, from: seat.person, edition: seat.edition, course, text, link, calendar: await calendarOf(base, seat.edition, link) });
        // A server that did not answer once is not waited for again, person by person.
        const state = await mail.send(message, aboutOf(record.id), counts.queued > 0 ? 0 : undefined);
        counts[state] += 1;
      }
      return counts;
    },

    exportEdition: async (call) => {
      const seat = editionSeat(call);
      const shown = visible(seat);
      const { table } = call.params;
      const rows = table === 'progress' ? await progressTable(base, seat.edition, await Promise.all(shown.map((one) => progress(base, seat, one))))
        : table === 'attendance' ? await attendanceTable(base, seat.edition, shown)
          : table === 'results' ? resultsTable(base, seat.edition, shown) : undefined;
      if (!rows) throw new RefusalError('record.absent');
      call.response.set({
        'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${table}.csv"`, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, no-store',
      }).send(csv(rows));
    },

    editionCalendar: async (call) => {
      const { edition } = editionSeat(call);
      call.response.set({ 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'attachment; filename="course.ics"', 'Cache-Control': 'private, no-store' })
        .send(await calendarOf(base, edition, `${base.addressOf(call.request)}/training/editions/${edition.id}`));
    },
  };
}

async function progress(base: Base, { edition, person: caller }: EditionSeat, { person: id, administration, state, lessons }: Enrolment): Promise<PersonProgress> {
  const { register, people, mail, now } = base;
  const course = courseOf(base, edition);
  const work = await workOf(base, edition, id);
  const certificate = certificateOf(register, edition.id, id);
  const reminder = [...register.reminders.all()].findLast((one) => one.edition === edition.id && one.person === id);
  const seen = [...Object.values(lessons).map(({ seenAt }) => seenAt), ...work.attempts.map(({ startedAt }) => startedAt)];
  return {
    person: id, name: people.person(id)?.name ?? '', administrationName: people.administration(administration)?.name ?? '', state: state === 'waiting' ? 'waiting' : 'enrolled',
    progress: progressOf(course, work, now()), hours: measuredHours(course, work, now()), score: scoreOf(course, work, now()),
    modules: course.modules.map((module) => {
      const complete = moduleComplete(course, module, work, now());
      return { id: module.id, complete, late: !complete && now() > (edition.due[module.id] ?? Infinity) };
    }),
    ...(seen.length > 0 ? { seenAt: Math.max(...seen) } : {}), ...(certificate ? { certificate: certificateSummary(certificate) } : {}),
    ...(reminder ? { reminder: { at: reminder.at, ...mail.stateOf(aboutOf(reminder.id)), ...(reminder.by === caller.id ? { text: reminder.text } : {}) } } : {}),
  };
}

/** How the questions of this course have served, over every edition of it that the trainer's administration has held. */
function statistics(base: Base, { edition }: EditionSeat) {
  const course = courseOf(base, edition);
  const editions = new Set([...base.register.editions.all()].filter((one) => one.course === edition.course && one.administration === edition.administration).map(({ id }) => id));
  const found = statisticsOf([...base.register.attempts.all()].filter((one) => editions.has(one.edition) && resultOf(one, base.now()).state === 'done'), base.now());
  return found.flatMap((one) => course.modules.flatMap((module) => module.bank.filter(({ id }) => id === one.question).map(({ text }) => ({ ...one, text, module: module.id }))));
}

function aboutOf(reminder: string): string {
  return `training-reminder:${reminder}`;
}
