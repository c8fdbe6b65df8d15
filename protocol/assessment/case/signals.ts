import { z } from 'zod';
import { id } from '../../fields.ts';
import { signal } from '../../rows.ts';
import { criterion } from './fields.ts';
import { cellFields } from './comparison.ts';

export const caseSignals = {
  'matrix.editing': signal({
    payload: z.strictObject({ comparison: id, criterion, field: z.enum(cellFields) }), permission: 'case.compare', to: 'case.see', rate: 'chat',
    doc: 'Somebody writes in their side\'s cell, every few seconds while they do; from a side of the comparison.',
  }),
};
