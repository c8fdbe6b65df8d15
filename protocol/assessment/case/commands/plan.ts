import { z } from 'zod';
import { id, title } from '../../../fields.ts';
import { prose } from '../../../fields.ts';
import { limits } from '../../../limits.ts';
import { command } from '../../../rows.ts';
import { day, stage } from '../fields.ts';
import { stageStates } from '../plan.ts';

/** A case is worked on also by who has not opened it just now: by a route, for instance. */
export const seated = { from: 'seat', phases: ['open', 'live'] } as const;

export const planCommands = {
  'case.programme': command({
    ...seated, payload: z.strictObject({ programme: id.optional(), name: title, about: prose(limits.remarkChars) }), permission: 'case.write',
    doc: 'A programme of the sender\'s administration; new without an id. Refused: case.absent, case.foreign, case.limit.',
  }),
  'case.removeProgramme': command({
    ...seated, payload: z.strictObject({ programme: id }), permission: 'case.write',
    doc: 'Takes out an own programme that is in no comparison. Refused: case.absent, case.foreign, case.inUse.',
  }),
  'case.stage': command({
    ...seated, payload: z.strictObject({ stage, state: z.enum(stageStates), from: day.optional(), to: day.optional() }), permission: 'case.plan',
    doc: 'How far a stage is, and from when until when it is planned. Refused: time.order.',
  }),
  'case.waive': command({
    ...seated, payload: z.strictObject({ document: id, waived: z.boolean() }), permission: 'case.plan',
    doc: 'The case does without an expected document, or expects it again. Refused: case.absent.',
  }),
  'case.date': command({
    ...seated, payload: z.strictObject({ signedOn: day.nullable(), effectiveOn: day.nullable() }), permission: 'case.plan',
    doc: 'When the arrangement was signed, and when it takes effect; null: not known yet. Refused: time.order for an effect before the signature.',
  }),
};
