import { z } from 'zod';
import { id, line } from '../../fields.ts';
import { command } from '../../rows.ts';
import { remark } from '../fields.ts';
import { points, results, sealChecks } from '../inspections.ts';

const result = z.enum(results);
const number = z.union([z.literal(''), line(40)]);

export const inspectionCommands = {
  'inspection.begin': command({
    payload: z.strictObject({ container: line(20), asRead: z.boolean(), zone: id.optional() }), permission: 'inspection.run',
    doc: 'Begins the 7-point inspection of a container; its id is the command\'s. asRead: the number on the container is wrong in itself, and recorded so. Refused: container.form, container.checkDigit (detail: the digit that would be right), visit.limit.',
  }),
  'inspection.point': command({
    payload: z.strictObject({ inspection: id, point: z.enum(points), result, remark }), permission: 'inspection.run',
    doc: 'What was found at a point. Refused: visit.absent, inspection.closed.',
  }),
  'inspection.seal': command({
    payload: z.strictObject({
      inspection: id, number, documentNumber: number,
      checks: z.strictObject(Object.fromEntries(sealChecks.map((check) => [check, result])) as Record<(typeof sealChecks)[number], typeof result>),
    }),
    permission: 'inspection.run',
    doc: 'The seal\'s verification. "matches" follows from the two numbers where both are there. Refused: visit.absent, inspection.closed.',
  }),
  'inspection.close': command({
    payload: z.strictObject({ inspection: id }), permission: 'inspection.run', doc: 'The inspection is complete and does not change any more. Refused: visit.absent.',
  }),
};
