import type { CellField } from '../../../protocol/assessment/case/comparison.ts';
import type { SafeCriterion } from '../../../protocol/criteria.ts';

export interface CellPlace {
  readonly session: string;
  readonly comparison: string;
  readonly criterion: SafeCriterion;
  readonly field: CellField;
}

/** What is being written, and the revision that its writer had before their eyes when they began. */
export interface Draft {
  readonly text: string;
  readonly base: number;
}

/** Kept while the page is open: another row, or somebody who brings everybody elsewhere, loses nobody's words. */
const drafts = new Map<string, Draft>();

export function draftOf(place: CellPlace): Draft | undefined {
  return drafts.get(keyOf(place));
}

export function keepDraft(place: CellPlace, draft: Draft | undefined): void {
  if (draft) drafts.set(keyOf(place), draft);
  else drafts.delete(keyOf(place));
}

/** Whether something unsaved is being written in a row. */
export function isWriting({ session, comparison, criterion }: Omit<CellPlace, 'field'>): boolean {
  return [...drafts.keys()].some((key) => key.startsWith(`${session} ${comparison} ${criterion} `));
}

function keyOf({ session, comparison, criterion, field }: CellPlace): string {
  return `${session} ${comparison} ${criterion} ${field}`;
}
