import { kinds } from '../../../protocol/kinds.ts';
import type { KindName, Role } from '../../../protocol/kinds.ts';
import type { Schedule } from '../../../protocol/live/session.ts';
import type { DirectoryPerson } from '../shared/PeoplePicker.tsx';

/** What the form holds; times are absent while a date is half typed. */
export interface ScheduleDraft extends Omit<Schedule, 'startsAt' | 'endsAt'> {
  readonly startsAt: number | undefined;
  readonly endsAt: number | undefined;
}

export interface InvitedDraft {
  readonly person: DirectoryPerson;
  readonly role: Role;
}

export type DraftFault = 'title' | 'languages' | 'startsAt' | 'endsAt' | 'order' | 'long';

const longestMs = 14 * 24 * 3_600_000;

/** What is missing or wrong in the form, in the order of its fields. */
export function faultsOf(draft: ScheduleDraft): readonly DraftFault[] {
  const faults: DraftFault[] = [];
  if (draft.title.trim() === '') faults.push('title');
  if (draft.startsAt === undefined) faults.push('startsAt');
  if (draft.endsAt === undefined) faults.push('endsAt');
  if (draft.startsAt !== undefined && draft.endsAt !== undefined) {
    if (draft.endsAt <= draft.startsAt) faults.push('order');
    else if (draft.endsAt - draft.startsAt > longestMs) faults.push('long');
  }
  if (draft.languages.length === 0) faults.push('languages');
  return faults;
}

/** The form once nothing is missing. */
export function complete(draft: ScheduleDraft): Schedule | undefined {
  const { startsAt, endsAt } = draft;
  if (faultsOf(draft).length > 0 || startsAt === undefined || endsAt === undefined) return undefined;
  return { ...draft, title: draft.title.trim(), startsAt, endsAt };
}

/** Another start keeps how long the session is. */
export function withStart(draft: ScheduleDraft, startsAt: number | undefined): ScheduleDraft {
  if (startsAt === undefined || draft.startsAt === undefined || draft.endsAt === undefined) return { ...draft, startsAt };
  return { ...draft, startsAt, endsAt: startsAt + Math.max(0, draft.endsAt - draft.startsAt) };
}

/** Another kind keeps the roles that it has too; the others become its guest role. */
export function withRolesOf(kind: KindName, invited: readonly InvitedDraft[]): readonly InvitedDraft[] {
  const { roles } = kinds[kind];
  return invited.map((one) => (Object.hasOwn(roles, one.role) ? one : { ...one, role: usualRole(kind) }));
}

/** What somebody becomes unless another role is chosen. */
export function usualRole(kind: KindName): Role {
  return kinds[kind].guestRole;
}
