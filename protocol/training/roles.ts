/** What somebody may do in the training base. Rows of the route table name one; roles hold sets of them. */
export type TrainingAbility =
  | 'edition.read' | 'edition.learn' | 'edition.mark' | 'edition.enrol' | 'edition.report' | 'edition.manage' | 'course.hold' | 'course.author';

/**
 * trainer: of the administration that holds the edition, or that the course belongs to, where a path names one; coordinator: of an
 * administration that has people in it or may send some; tutor: named by the edition; trainee: enrolled in it, with a place.
 */
export type TrainingRole = 'trainer' | 'coordinator' | 'tutor' | 'trainee';

const abilities: Readonly<Record<TrainingRole, readonly TrainingAbility[]>> = {
  trainer: ['edition.read', 'edition.mark', 'edition.enrol', 'edition.report', 'edition.manage', 'course.hold', 'course.author'],
  tutor: ['edition.read', 'edition.mark', 'edition.report'],
  coordinator: ['edition.read', 'edition.enrol', 'edition.report'],
  trainee: ['edition.read', 'edition.learn'],
};

/** Roles that an administrator gives to people of their administration. */
export const appointedRoles = ['trainer', 'coordinator'] as const;
export type AppointedRole = (typeof appointedRoles)[number];

export function trainingMay(roles: readonly TrainingRole[], ability: TrainingAbility): boolean {
  return roles.some((role) => abilities[role].includes(ability));
}

/** Whether these roles see the people of every administration in an edition, and not of their own alone. */
export function seesEverybody(roles: readonly TrainingRole[]): boolean {
  return roles.includes('trainer') || roles.includes('tutor');
}
