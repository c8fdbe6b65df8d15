import { certificateConditions, itemDone, moduleComplete, moduleOpen, progressOf, standingOf } from '../../protocol/training/rules.ts';
import type { Work } from '../../protocol/training/rules.ts';
import { itemOf, titleOf } from '../../protocol/training/model.ts';
import type { Course, Module } from '../../protocol/training/model.ts';
import type { Item } from '../../protocol/training/course.ts';
import type { Certificate, Edition, Submission } from '../../protocol/training/records.ts';
import { trainingMay } from '../../protocol/training/roles.ts';
import type { CertificateSummary, EditionSummary, EditionView, ItemView, ModuleView } from '../../protocol/training/views.ts';
import type { PersonView } from '../../protocol/routes/identity.ts';
import type { Base } from './base.ts';
import { courseOf, liveOf, workOf } from './base.ts';
import { certificateOf, enrolledIn, enrolmentId } from './register.ts';
import { readsAhead, trainingRolesOf } from './seat.ts';
import type { EditionSeat } from './seat.ts';
import { countToMark } from './waiting.ts';

const MINUTE_MS = 60_000;

/** An edition as one person sees it in a list. */
export async function summaryOf(base: Base, edition: Edition, person: PersonView): Promise<EditionSummary> {
  const { register, people, now } = base;
  const course = courseOf(base, edition);
  const roles = trainingRolesOf(register, person, edition);
  const enrolment = register.enrolments.get(enrolmentId(edition.id, person.id));
  const waiting = enrolledIn(register, edition.id, 'waiting');
  const certificate = certificateOf(register, edition.id, person.id);
  return {
    id: edition.id, course: course.id, title: course.title, summary: course.summary, name: edition.name,
    administrationName: people.administration(edition.administration)?.name ?? '', startsAt: edition.startsAt, endsAt: edition.endsAt, zone: edition.zone,
    languages: course.languages, modules: course.modules.filter(({ lessons }) => Object.keys(lessons).length > 0).length, hours: course.hours, places: edition.places,
    enrolled: enrolledIn(register, edition.id, 'enrolled').length, waiting: waiting.length, enrolment: edition.enrolment, roles,
    ...(enrolment && enrolment.state !== 'left' ? {
      mine: {
        state: enrolment.state, progress: progressOf(course, await workOf(base, edition, person.id), now()),
        ...(enrolment.state === 'waiting' ? { place: waiting.findIndex(({ id }) => id === enrolment.id) + 1 } : {}),
        ...(certificate && !certificate.withdrawn ? { certificate: certificate.id } : {}),
      },
    } : {}),
    ...(trainingMay(roles, 'edition.mark') ? { toMark: countToMark(base, edition.id) } : {}),
  };
}

export async function editionView(base: Base, seat: EditionSeat): Promise<EditionView> {
  const { register, people } = base;
  const { edition, person, roles } = seat;
  const course = courseOf(base, edition);
  const work = await workOf(base, edition, person.id);
  const certificate = certificateOf(register, edition.id, person.id);
  return {
    summary: await summaryOf(base, edition, person), audience: course.audience, note: course.note, courseEdition: course.edition,
    modules: await Promise.all(course.modules.map((module) => moduleView(base, seat, course, module, work))),
    conditions: roles.includes('trainee') ? certificateConditions(course, work, base.now()) : [],
    ...(certificate ? { certificate: certificateSummary(certificate) } : {}),
    tutors: edition.tutors.flatMap((id) => people.person(id)?.name ?? []),
    ...(roles.includes('trainer') ? { tutorIds: edition.tutors } : {}),
  };
}

export function certificateSummary({ id, issuedAt, withdrawn }: Certificate): CertificateSummary {
  return { number: id, issuedAt, ...(withdrawn ? { withdrawn: { at: withdrawn.at, reason: withdrawn.reason } } : {}) };
}

async function moduleView(base: Base, seat: EditionSeat, course: Course, module: Module, work: Work): Promise<ModuleView> {
  const now = base.now();
  const due = seat.edition.due[module.id];
  return {
    id: module.id, title: module.title, summary: module.summary, objectives: module.objectives,
    open: readsAhead(seat) || (now >= seat.edition.startsAt && moduleOpen(course, module, work, now)),
    ...(module.after === undefined ? {} : { after: module.after }), ...(due === undefined ? {} : { due }),
    complete: moduleComplete(course, module, work, now), hasDeck: module.deck !== undefined,
    items: await Promise.all(module.items.map((item) => itemView(base, seat, course, module, item, work))),
  };
}

async function itemView(base: Base, { edition }: EditionSeat, course: Course, module: Module, item: Item, work: Work): Promise<ItemView> {
  const now = base.now();
  const { kind, id } = itemOf(item);
  const view = { kind, id, title: titleOf(module, item), done: itemDone(course, id, work, now) };
  if ('quiz' in item) {
    const standing = standingOf(item, work.attempts.filter((one) => one.quiz === id), now);
    return { ...view, minutes: item.minutes, quiz: { ...standing, pass: item.pass, draw: item.draw, attempts: item.attempts, isExamination: item.from !== undefined } };
  }
  if ('class' in item) {
    const session = edition.classes[id];
    const live = session === undefined ? undefined : await liveOf(base.host, session);
    return {
      ...view, minutes: item.minutes,
      class: {
        presentMinutes: Math.floor((work.present[id] ?? 0) / MINUTE_MS),
        ...(live ? { session: live.id, startsAt: live.state.session.startsAt, endsAt: live.state.session.endsAt } : {}),
      },
    };
  }
  if ('assignment' in item) {
    const { minutes } = module.assignments[id]!.heads.en;
    return { ...view, minutes, assignment: { state: stateOf(work.submissions.find((one) => one.assignment === id)) } };
  }
  return { ...view, minutes: module.lessons[id]!.heads.en.minutes };
}

function stateOf(submission: Submission | undefined): 'none' | 'handedIn' | 'passed' | 'again' {
  if (!submission || submission.versions.length === 0) return 'none';
  const { marking, versions } = submission;
  if (marking?.passed) return 'passed';
  return marking && marking.version === versions.at(-1)!.number ? 'again' : 'handedIn';
}
