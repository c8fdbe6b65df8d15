import { z } from 'zod';
import { id, prose } from '../../../fields.ts';
import { limits } from '../../../limits.ts';
import { command } from '../../../rows.ts';
import { criterion } from '../fields.ts';
import { cellFields, statuses } from '../comparison.ts';
import { seated } from './plan.ts';

const place = { comparison: id, criterion };
/** The event of the last change that the sender has read; 0: nothing was there. */
const base = z.int().min(0);

export const comparisonCommands = {
  'matrix.begin': command({
    ...seated, payload: z.strictObject({ left: id, right: id }), permission: 'case.compare',
    doc: 'Sets two programmes of different administrations side by side; its id is the command\'s. Refused: case.absent, case.foreign (both of one side), case.inUse (compared already), case.limit.',
  }),
  'matrix.write': command({
    ...seated, payload: z.strictObject({ ...place, field: z.enum(cellFields), text: prose(limits.caseTextChars), base }), permission: 'case.compare',
    doc: 'What the sender\'s side says in a row. Refused: case.absent, case.foreign (a comparison of others), matrix.stale (somebody has written there since).',
  }),
  'matrix.rate': command({
    ...seated, payload: z.strictObject({ ...place, status: z.enum(statuses), base }), permission: 'case.compare',
    doc: 'The status of a row. base: of the row. Refused: case.absent, case.foreign, matrix.stale.',
  }),
  'matrix.agree': command({
    ...seated, payload: z.strictObject({ ...place, agreed: z.boolean(), base }), permission: 'case.agree',
    doc: 'The head of a side agrees on a row as it stands, or takes that back. Refused: case.absent, case.foreign, matrix.stale, matrix.notExamined.',
  }),
  'matrix.focus': command({
    ...seated, payload: z.strictObject({ comparison: id, criterion: criterion.nullable() }), permission: 'case.compare',
    doc: 'Brings everybody who has the comparison open to a row; null: nobody is brought anywhere any more. Refused: case.absent.',
  }),
};
