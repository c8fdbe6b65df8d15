import type { SafeCriterion } from '../../criteria.ts';
import type { SessionEvent } from '../../live/event.ts';
import type { AdministrationId, ParticipantId } from '../../live/ids.ts';
import { patch, put } from '../../live/records.ts';
import type { Records } from '../../live/records.ts';
import type { ComparisonId, ProgrammeId } from './ids.ts';

export const statuses = ['equivalent', 'equivalentInResult', 'partly', 'gap', 'notExamined'] as const;
export type Status = (typeof statuses)[number];

/** text: what the programme requires; practice: evidence that it is done; comment: what the side says to the other about the row. */
export const cellFields = ['text', 'practice', 'comment'] as const;
export type CellField = (typeof cellFields)[number];
/** What the heads agree on, with the status: a change of it takes agreement back. A comment may be written at any time, and nobody has agreed to it. */
export const agreedFields = ['text', 'practice'] as const satisfies readonly CellField[];
type AgreedField = (typeof agreedFields)[number];

export interface Cell {
  readonly text: string;
  /** The event that wrote it; whoever writes next names it, so that nobody writes over what they have not read. */
  readonly revision: number;
  readonly by: ParticipantId;
  readonly at: number;
}

type Cells = Readonly<Partial<Record<CellField, Cell>>>;

interface Agreement {
  readonly by: ParticipantId;
  readonly at: number;
}

/** A change after agreement: what changed, and whose agreement it took back. */
interface TakenBack extends Agreement {
  readonly what: AgreedField | 'status';
  readonly from: readonly AdministrationId[];
}

export interface Row {
  readonly cells: Readonly<Record<AdministrationId, Cells>>;
  readonly status: Status;
  /** The event of the last change of what is agreed on: texts, practice, status. Comments are not. */
  readonly revision: number;
  readonly agreed: Readonly<Record<AdministrationId, Agreement>>;
  readonly takenBack?: TakenBack;
}

/** Two programmes side by side, by the conditions A to M. */
export interface Comparison {
  readonly id: ComparisonId;
  readonly left: ProgrammeId;
  readonly right: ProgrammeId;
  readonly rows: Readonly<Partial<Record<SafeCriterion, Row>>>;
  /** The row that somebody brings everybody to who has the comparison open. */
  readonly focus?: { readonly criterion: SafeCriterion; readonly by: ParticipantId };
}

export type Comparisons = Records<Comparison>;

interface Place {
  readonly comparison: ComparisonId;
  readonly criterion: SafeCriterion;
}

export interface ComparisonEvents {
  'matrix.begun': { id: ComparisonId; left: ProgrammeId; right: ProgrammeId };
  'matrix.written': Place & { field: CellField; side: AdministrationId; text: string };
  'matrix.rated': Place & { status: Status };
  'matrix.agreed': Place & { side: AdministrationId; agreed: boolean };
  'matrix.focused': { comparison: ComparisonId; criterion: SafeCriterion | null };
}

const emptyRow: Row = { cells: {}, status: 'notExamined', revision: 0, agreed: {} };

export function rowOf(comparison: Comparison, criterion: SafeCriterion): Row {
  return comparison.rows[criterion] ?? emptyRow;
}

export function reduceComparisons(all: Comparisons, event: SessionEvent): Comparisons {
  switch (event.type) {
    case 'matrix.begun': return put(all, { ...event.data, rows: {} });
    case 'matrix.written': {
      const { field, side, text } = event.data;
      return inRow(all, event.data, (row) => {
        const cell: Cell = { text, revision: event.seq, by: event.actor, at: event.at };
        const written = { ...row, cells: { ...row.cells, [side]: { ...row.cells[side], [field]: cell } } };
        const counts = agreedFields.find((one) => one === field);
        return counts === undefined ? written : changed(written, event, counts);
      });
    }
    case 'matrix.rated': return inRow(all, event.data, (row) => changed({ ...row, status: event.data.status }, event, 'status'));
    case 'matrix.agreed': {
      const { side, agreed } = event.data;
      return inRow(all, event.data, ({ takenBack: _over, ...row }) => {
        const { [side]: _before, ...others } = row.agreed;
        return { ...row, agreed: agreed ? { ...others, [side]: { by: event.actor, at: event.at } } : others };
      });
    }
    case 'matrix.focused': {
      const { comparison, criterion } = event.data;
      return patch(all, comparison, ({ focus: _before, ...one }) => criterion === null ? one : { ...one, focus: { criterion, by: event.actor } });
    }
    default: return all;
  }
}

/** What was agreed is agreed no more once it changes, and the row says so until somebody agrees anew. */
function changed(row: Row, event: SessionEvent, what: TakenBack['what']): Row {
  const from = Object.keys(row.agreed);
  const after = { ...row, revision: event.seq, agreed: {} };
  return from.length === 0 ? after : { ...after, takenBack: { by: event.actor, at: event.at, what, from } };
}

function inRow(all: Comparisons, { comparison, criterion }: Place, change: (row: Row) => Row): Comparisons {
  return patch(all, comparison, (one) => ({ ...one, rows: { ...one.rows, [criterion]: change(rowOf(one, criterion)) } }));
}

export type Standing = 'open' | 'half' | 'agreed';

/** Whether the heads of both sides have agreed on a row. */
export function standingOf(row: Row, sides: readonly AdministrationId[]): Standing {
  const given = sides.filter((side) => row.agreed[side] !== undefined).length;
  return given === 0 ? 'open' : given < sides.length ? 'half' : 'agreed';
}
