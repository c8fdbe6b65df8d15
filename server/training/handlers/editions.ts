import { randomUUID } from 'node:crypto';
import { RefusalError } from '../../../protocol/errors.ts';
import type { RouteHandlers } from '../../http/call.ts';
import { personOf } from '../../identity/handlers/options.ts';
import type { Edition } from '../../../protocol/training/records.ts';
import type { Base } from '../base.ts';
import { enrol, leave, moveUp } from '../places.ts';
import { editionOf } from '../register.ts';
import { editionSeat, isOfCourse, mayEnrol, trainingRolesOf } from '../seat.ts';
import { editionView, summaryOf } from '../views.ts';

export type EditionRoute = 'training' | 'createEdition' | 'edition' | 'changeEdition' | 'enrolMyself' | 'leaveEdition' | 'enrolPeople' | 'removeFromEdition';

export function editionHandlers(base: Base): RouteHandlers<EditionRoute> {
  const { register, library, people, now } = base;
  return {
    training: async ({ caller }) => {
      const { person } = personOf(caller);
      const own = trainingRolesOf(register, person);
      const isOpen = ({ enrolment, endsAt }: Edition): boolean => now() <= endsAt && (enrolment === 'self' || own.includes('coordinator'));
      // A coordinator goes on with what is over where their people were in it.
      const sent = new Set(own.includes('coordinator') ? [...register.enrolments.all()].filter((one) => one.administration === person.administration).map((one) => one.edition) : []);
      const all = [...register.editions.all()].filter((one) => library.course(one.course));
      const summaries = await Promise.all(all.map((one) => summaryOf(base, one, person)));
      const editions = summaries.filter(({ roles, mine }, index) => mine !== undefined || roles.some((role) => role !== 'coordinator') || isOpen(all[index]!) || sent.has(all[index]!.id));
      const teaches = own.includes('trainer');
      return {
        editions: editions.toSorted((one, other) => other.startsAt - one.startsAt), roles: own,
        courses: teaches ? library.courses.map((course) => ({ id: course.id, title: course.title, summary: course.summary, languages: course.languages, isOwn: isOfCourse(base, course, person) })) : [],
        faults: teaches ? library.faults.slice(0, 50) : [],
      };
    },

    createEdition: async ({ body, training }) => {
      const { person } = training!;
      if (!library.course(body.course)) throw new RefusalError('course.absent');
      if (body.endsAt <= body.startsAt) throw new RefusalError('time.order', 'endsAt');
      known(body.tutors);
      const record: Edition = { ...body, id: randomUUID(), administration: person.administration, due: {}, classes: {}, createdBy: person.id, createdAt: now() };
      await register.editions.put(record);
      return summaryOf(base, record, person);
    },

    edition: (call) => editionView(base, editionSeat(call)),

    changeEdition: async (call) => {
      const { edition, person } = editionSeat(call);
      const { due, ...rest } = call.body;
      if (rest.tutors) known(rest.tutors);
      const changed = await register.editions.update(edition.id, (one) => {
        const after: Edition = { ...one, ...rest, due: withDue(one.due, due ?? {}) };
        if (after.endsAt <= after.startsAt) throw new RefusalError('time.order', 'endsAt');
        return after;
      });
      await moveUp(base, edition.id);
      return summaryOf(base, changed, person);
    },

    enrolMyself: async ({ caller, params }) => {
      const { person } = personOf(caller);
      const edition = editionOf(register, params['edition'] ?? '');
      if (edition.enrolment !== 'self') throw new RefusalError('enrolment.closed');
      await enrol(base, edition.id, [person], person.id);
      return summaryOf(base, edition, person);
    },

    leaveEdition: async ({ caller, params }) => {
      const { person } = personOf(caller);
      await leave(base, editionOf(register, params['edition'] ?? '').id, person.id);
    },

    enrolPeople: async (call) => {
      const seat = editionSeat(call);
      const wanted = [...new Set(call.body.people)].map((id) => {
        const person = people.person(id);
        // Whom one may not enrol one does not learn about either.
        if (!person || person.state === 'disabled' || !mayEnrol(seat, person.administration)) throw new RefusalError('permission.denied');
        return person;
      });
      const done = await enrol(base, seat.edition.id, wanted, seat.person.id);
      return { enrolled: done.filter(({ state }) => state === 'enrolled').length, waiting: done.filter(({ state }) => state === 'waiting').length };
    },

    removeFromEdition: async (call) => {
      const seat = editionSeat(call);
      const id = call.params['person'] ?? '';
      const found = register.enrolments.get(`${seat.edition.id}.${id}`);
      // Whether somebody of another administration is enrolled is not a coordinator's to learn: both are refused alike.
      const administration = (found ?? people.person(id))?.administration;
      if (administration === undefined || !mayEnrol(seat, administration)) throw new RefusalError('permission.denied');
      if (!found) throw new RefusalError('record.absent', 'person');
      await leave(base, seat.edition.id, id);
    },
  };

  function known(ids: readonly string[]): void {
    for (const id of ids) if (!people.person(id)) throw new RefusalError('record.absent', 'person');
  }
}

function withDue(before: Edition['due'], changes: Readonly<Record<string, number | null>>): Edition['due'] {
  const after = { ...before };
  for (const [module, at] of Object.entries(changes)) {
    if (at === null) delete after[module];
    else after[module] = at;
  }
  return after;
}
