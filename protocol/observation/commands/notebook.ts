import { z } from 'zod';
import { id, line, time } from '../../fields.ts';
import { limits } from '../../limits.ts';
import { command } from '../../rows.ts';
import { text } from '../fields.ts';
import { grades } from '../notebook.ts';

const filed = { from: 'seat', phases: ['scheduled', 'open', 'live', 'ended'] } as const;
const words = text(4_000);

export const notebookCommands = {
  'note.write': command({
    ...filed,
    payload: z.strictObject({ note: id.optional(), text: words, criterion: id.optional(), shared: z.boolean(), moment: time.optional() }),
    permission: 'note.write', rate: 'chat',
    doc: 'A note stamped to the second, with slot and zone of the moment; new without an id. Changed by its writer alone. Refused: visit.absent, note.shared (a shared note stays shared), visit.limit.',
  }),
  'note.remove': command({ ...filed, payload: z.strictObject({ note: id }), permission: 'note.write', doc: 'Takes an own note out; the log keeps it. Refused: visit.absent.' }),
  'finding.write': command({
    ...filed,
    payload: z.strictObject({
      finding: id.optional(), grade: z.enum(grades), criterion: id, text: words, evidence: z.array(id).max(60), owner: z.union([z.literal(''), line(limits.nameChars)]),
      due: time.optional(), moment: time.optional(),
    }),
    permission: 'finding.write',
    doc: 'A finding with grade, released evidence, owner and date of the follow-up; new without an id. Changed by the side that wrote it. Refused: visit.absent, finding.foreign, evidence.absent, visit.limit.',
  }),
  'finding.remove': command({
    ...filed, payload: z.strictObject({ finding: id }), permission: 'finding.write', doc: 'Takes a finding out; the log keeps it. Refused: visit.absent, finding.foreign.',
  }),
  'question.ask': command({
    ...filed, payload: z.strictObject({ text: words, slot: id.optional(), criterion: id.optional() }), permission: 'question.ask', rate: 'chat',
    doc: 'Puts a question into the queue of a slot; its id is the command\'s. Refused: visit.absent, visit.limit.',
  }),
  'question.answer': command({
    ...filed, payload: z.strictObject({ question: id, text: words, inWriting: z.boolean() }), permission: 'question.answer',
    doc: 'The answer as it was given, live or later in writing. Refused: visit.absent.',
  }),
  'question.move': command({
    ...filed, payload: z.strictObject({ question: id, state: z.enum(['open', 'deferred', 'withdrawn']) }), permission: 'visit.see',
    doc: 'Defers a question (by who answers), opens it again, or withdraws it (by who asked). Refused: visit.absent, permission.denied.',
  }),
};
