import { RefusalError } from '../../protocol/errors.ts';
import type { PersonView } from '../../protocol/routes/identity.ts';
import type { Course } from '../../protocol/training/model.ts';
import type { Edition } from '../../protocol/training/records.ts';
import { seesEverybody, trainingMay } from '../../protocol/training/roles.ts';
import type { TrainingAbility, TrainingRole } from '../../protocol/training/roles.ts';
import type { Caller } from '../identity/caller.ts';
import type { Base } from './base.ts';
import { enrolmentId } from './register.ts';
import type { Register } from './register.ts';

/** Who calls, and what they are in the edition of the path. */
export interface TrainingSeat {
  readonly person: PersonView;
  readonly roles: readonly TrainingRole[];
  readonly edition?: Edition;
}

/** What somebody is in the training base; with an edition, in that one. An appointment holds as long as they are of that administration. */
export function trainingRolesOf({ appointments, enrolments }: Register, person: PersonView, edition?: Edition): readonly TrainingRole[] {
  const has = (role: 'trainer' | 'coordinator'): boolean => appointments.get(`${person.id}.${role}`)?.administration === person.administration;
  const roles: TrainingRole[] = [];
  if (has('trainer') && (!edition || edition.administration === person.administration)) roles.push('trainer');
  if (has('coordinator')) roles.push('coordinator');
  if (edition?.tutors.includes(person.id)) roles.push('tutor');
  if (edition && enrolments.get(enrolmentId(edition.id, person.id))?.state === 'enrolled') roles.push('trainee');
  return roles;
}

/** Whether somebody holds or marks an edition: they are not offered a place in it. */
export function teaches({ register }: Pick<Base, 'register'>, person: PersonView, edition: Edition): boolean {
  return trainingRolesOf(register, person, edition).some((role) => role === 'trainer' || role === 'tutor');
}

/** Whether somebody is of the administration that a course belongs to: that of its country, or else the one that manages the installation. */
export function isOfCourse({ people }: Pick<Base, 'people'>, { country }: Course, { administration }: PersonView): boolean {
  if (country !== undefined) return people.administration(administration)?.country === country;
  return people.peopleOf(administration).some(({ rank }) => rank === 'installation');
}

/**
 * The one gate of the routes of the training base: roles give abilities (protocol/training/roles.ts), rows name one; the edition or the course
 * of the path says which roles somebody has. Throws a RefusalError.
 */
export function admitToTraining(base: Pick<Base, 'register' | 'library' | 'people'>, caller: Caller, ability: TrainingAbility, { edition: editionId, course: courseId }: Readonly<Record<string, string>>): TrainingSeat {
  if (caller.kind !== 'person') throw new RefusalError('permission.denied');
  const { register, library } = base;
  const { person } = caller;
  const course = courseId === undefined ? undefined : library.course(courseId);
  const edition = editionId === undefined ? undefined : register.editions.get(editionId);
  if (editionId !== undefined && !edition) throw new RefusalError('edition.absent');
  const roles = trainingRolesOf(register, person, edition).filter((role) => role !== 'trainer' || !course || isOfCourse(base, course, person));
  if (!trainingMay(roles, ability)) throw new RefusalError('permission.denied', ability);
  return { person, roles, ...(edition ? { edition } : {}) };
}

export type EditionSeat = TrainingSeat & { readonly edition: Edition };

/** The seat of a call whose route has an edition in its path. */
export function editionSeat(call: { readonly training?: TrainingSeat }): EditionSeat {
  const { training } = call;
  if (!training?.edition) throw new Error('the route has no training access rule with an edition');
  return { ...training, edition: training.edition };
}

/** Whether the caller may see this person in the edition: all, or those of their own administration. */
export function maySee({ roles, person }: TrainingSeat, administration: string): boolean {
  return seesEverybody(roles) || (roles.includes('coordinator') && person.administration === administration);
}

/** Whether the caller may enrol and take out this person: a trainer anybody, a coordinator their own. */
export function mayEnrol({ roles, person }: TrainingSeat, administration: string): boolean {
  return roles.includes('trainer') || (roles.includes('coordinator') && person.administration === administration);
}

/** Whether the caller may mark what this person did, and see what only who marks it sees. Nobody marks their own work. */
export function mayMark({ roles, person }: TrainingSeat, trainee: string): boolean {
  return person.id !== trainee && trainingMay(roles, 'edition.mark');
}

/** Whether locked modules are open to the caller: they stand before trainees, whatever else these are. */
export function readsAhead({ roles }: TrainingSeat): boolean {
  return roles.length > 0 && !roles.includes('trainee');
}
