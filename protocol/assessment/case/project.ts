import type { Audience } from '../../live/event.ts';
import type { AdministrationId } from '../../live/ids.ts';
import type { Participant } from '../../live/participants.ts';
import type { Records } from '../../live/records.ts';
import type { Permission } from '../../permissions.ts';
import { initialCase } from './case.ts';
import type { CaseFile } from './case.ts';
import type { Sided } from './papers.ts';

/** The joint part, for all who have a seat in the case. */
export const joint = { permission: 'case.see' } as const satisfies Audience;

/** Who receives a record: everybody of the case, or one side alone. */
export function readersOf({ side }: { readonly side?: AdministrationId | undefined }): Audience {
  return side === undefined ? joint : { ...joint, administration: side };
}

/** The case for one pair of eyes: the joint part, and the private part of their own side. */
export function projectCase(all: CaseFile, one: Participant, holds: (permission: Permission) => boolean): CaseFile {
  if (!holds('case.see')) return initialCase;
  const { tasks, notes, documents, contacts } = all.papers;
  return {
    ...all,
    papers: { tasks: theirs(tasks, one), notes: theirs(notes, one), documents: theirs(documents, one), contacts },
  };
}

export function mayRead({ side }: Sided, { administration }: Pick<Participant, 'administration'>): boolean {
  return side === undefined || side === administration;
}

function theirs<T extends Sided>(records: Records<T>, one: Participant): Records<T> {
  return Object.fromEntries(Object.entries(records).filter(([, record]) => mayRead(record, one)));
}
