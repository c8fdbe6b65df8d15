import { RefusalError } from '../../protocol/errors.ts';
import { appointment, attempt, certificate, edition, enrolment, lessonDraft, reminder, submission } from '../../protocol/training/records.ts';
import type { Appointment, Attempt, Certificate, Edition, Enrolment, LessonDraft, Reminder, Submission } from '../../protocol/training/records.ts';
import type { Collection, Store } from '../store/store.ts';

/** The records of the training base. */
export interface Register {
  readonly appointments: Collection<Appointment>;
  readonly editions: Collection<Edition>;
  readonly enrolments: Collection<Enrolment>;
  readonly attempts: Collection<Attempt>;
  readonly submissions: Collection<Submission>;
  readonly certificates: Collection<Certificate>;
  readonly reminders: Collection<Reminder>;
  readonly drafts: Collection<LessonDraft>;
}

export async function openRegister(store: Store): Promise<Register> {
  return {
    appointments: await store.collection('training-roles', appointment),
    editions: await store.collection('training-editions', edition),
    enrolments: await store.collection('training-enrolments', enrolment),
    attempts: await store.collection('training-attempts', attempt),
    submissions: await store.collection('training-submissions', submission),
    certificates: await store.collection('training-certificates', certificate),
    reminders: await store.collection('training-reminders', reminder),
    drafts: await store.collection('training-drafts', lessonDraft),
  };
}

export function enrolmentId(editionId: string, person: string): string {
  return `${editionId}.${person}`;
}

export function submissionId(editionId: string, assignment: string, person: string): string {
  return `${editionId}_${assignment}_${person}`;
}

export function editionOf({ editions }: Register, id: string): Edition {
  const found = editions.get(id);
  if (!found) throw new RefusalError('edition.absent');
  return found;
}

/** The people of an edition who have a place, or wait for one, in the order in which they came. */
export function enrolledIn({ enrolments }: Register, id: string, state: Enrolment['state']): readonly Enrolment[] {
  return [...enrolments.all()].filter((one) => one.edition === id && one.state === state).toSorted((one, other) => one.at - other.at);
}

export function certificateOf({ certificates }: Register, id: string, person: string): Certificate | undefined {
  const own = [...certificates.all()].filter((one) => one.edition === id && one.person === person);
  return own.find(({ withdrawn }) => !withdrawn) ?? own.at(-1);
}
