import type { Request } from 'express';
import { RefusalError } from '../../protocol/errors.ts';
import { presentMs } from '../../protocol/live/attendance.ts';
import type { AdministrationView, PersonView } from '../../protocol/routes/identity.ts';
import { moduleOpen } from '../../protocol/training/rules.ts';
import type { Work } from '../../protocol/training/rules.ts';
import type { Course, Module } from '../../protocol/training/model.ts';
import { moduleWith } from '../../protocol/training/model.ts';
import type { Edition, Enrolment } from '../../protocol/training/records.ts';
import { participantIdOf } from '../identity/caller.ts';
import type { LiveHost } from '../live/host.ts';
import type { LiveSession } from '../live/session.ts';
import type { Log } from '../log.ts';
import type { Mail } from '../mail/mail.ts';
import type { NeededFiles } from '../files/needed.ts';
import type { ScheduleDraft } from '../sessions/schedule.ts';
import type { Store } from '../store/store.ts';
import type { Library } from './library.ts';
import { enrolmentId } from './register.ts';
import type { Register } from './register.ts';
import { readsAhead } from './seat.ts';
import type { EditionSeat } from './seat.ts';

interface TrainingPeople {
  person(id: string): PersonView | undefined;
  administration(id: string): AdministrationView | undefined;
  /** Everybody, or the people of one administration, without those who are disabled. */
  peopleOf(administration?: string): readonly PersonView[];
}

/** What the parts of the training base stand on. */
export interface Base {
  readonly store: Store;
  readonly register: Register;
  readonly library: Library;
  readonly people: TrainingPeople;
  readonly host: LiveHost;
  readonly needed: NeededFiles;
  readonly mail: Mail;
  readonly mailFrom: string;
  readonly log: Log;
  readonly schedule: (draft: ScheduleDraft) => Promise<LiveSession>;
  readonly attachDeck: (live: LiveSession, file: { readonly title: string; readonly language: string; readonly path: string; readonly deck?: string }) => Promise<string>;
  readonly addressOf: (request: Request) => string;
  /** Puts the installation's seal on a PDF. */
  readonly seal: (pdf: Buffer) => Promise<Buffer>;
  readonly now: () => number;
}

export function courseOf({ library }: Base, edition: Edition): Course {
  const course = library.course(edition.course);
  if (!course) throw new RefusalError('course.absent');
  return course;
}

/** Presence of somebody in the classes of an edition, ms, by class. */
async function presenceOf({ host, now }: Base, edition: Edition, person: string): Promise<Record<string, number>> {
  const present: Record<string, number> = {};
  for (const [id, session] of Object.entries(edition.classes)) {
    const live = await liveOf(host, session);
    if (live) present[id] = presentMs(live.state.attendance[participantIdOf(person)] ?? [], now());
  }
  return present;
}

/** A class whose session is gone counts as not scheduled. */
export async function liveOf(host: LiveHost, session: string): Promise<LiveSession | undefined> {
  try {
    return await host.get(session);
  } catch (error) {
    if (error instanceof RefusalError) return undefined;
    throw error;
  }
}

const nothingRead = { lessons: {} };

/** Everything that is known of somebody's work in an edition. */
export async function workOf(base: Base, edition: Edition, person: string): Promise<Work> {
  const { register } = base;
  const mine = <T extends { readonly edition: string; readonly person: string }>(all: Iterable<T>): T[] =>
    [...all].filter((one) => one.edition === edition.id && one.person === person);
  return {
    enrolment: register.enrolments.get(enrolmentId(edition.id, person)) ?? nothingRead,
    attempts: mine(register.attempts.all()), submissions: mine(register.submissions.all()),
    present: await presenceOf(base, edition, person),
  };
}

/** The module of an item, open to the caller. Throws module.closed, or what is absent. */
export async function openModule(base: Base, seat: EditionSeat, kind: 'lesson' | 'quiz' | 'assignment' | 'class', id: string): Promise<{ readonly course: Course; readonly module: Module; readonly work: Work }> {
  const course = courseOf(base, seat.edition);
  const module = moduleWith(course, kind, id);
  if (!module) throw new RefusalError(`${kind}.absent`);
  const work = await workOf(base, seat.edition, seat.person.id);
  if (!readsAhead(seat)) {
    assertBegun(base, seat.edition);
    if (!moduleOpen(course, module, work, base.now())) throw new RefusalError('module.closed');
  }
  return { course, module, work };
}

/** Trainees read from the first day on, and afterwards too. */
function assertBegun({ now }: Base, edition: Edition): void {
  if (now() < edition.startsAt) throw new RefusalError('edition.notNow', 'early');
}

/** Quizzes and assignments are taken while the edition runs. */
export function assertRunning(base: Base, edition: Edition): void {
  assertBegun(base, edition);
  if (base.now() > edition.endsAt) throw new RefusalError('edition.notNow', 'over');
}

/** The enrolment of the caller, who has a place. */
export function ownEnrolment({ register }: Base, { edition, person }: EditionSeat): Enrolment {
  const found = register.enrolments.get(enrolmentId(edition.id, person.id));
  if (!found) throw new RefusalError('permission.denied');
  return found;
}

