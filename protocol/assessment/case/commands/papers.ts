import { z } from 'zod';
import { id, personName, text, title } from '../../../fields.ts';
import { limits } from '../../../limits.ts';
import { command } from '../../../rows.ts';
import { day, orNothing, stage } from '../fields.ts';
import { seated } from './plan.ts';

export const papersCommands = {
  'case.task': command({
    ...seated,
    payload: z.strictObject({ task: id.optional(), title, stage: stage.optional(), owner: id.optional(), due: day.optional(), private: z.boolean() }),
    permission: 'case.write',
    doc: 'A task with owner and day; new without an id. private: for the sender\'s side alone. Refused: case.absent, case.shared (what is joint stays joint), participant.absent, case.foreign (a private task of somebody else\'s), case.limit.',
  }),
  'case.taskDone': command({ ...seated, payload: z.strictObject({ task: id, done: z.boolean() }), permission: 'case.write', doc: 'Ticks a task off, or takes the tick away. Refused: case.absent.' }),
  'case.removeTask': command({ ...seated, payload: z.strictObject({ task: id }), permission: 'case.write', doc: 'Takes a task out; the log keeps it. Refused: case.absent.' }),
  'case.note': command({
    ...seated, payload: z.strictObject({ note: id.optional(), text: text(limits.caseTextChars), stage: stage.optional(), private: z.boolean() }), permission: 'case.write', rate: 'chat',
    doc: 'A note; new without an id. private: for the sender\'s side alone. Changed by its writer. Refused: case.absent, case.shared, case.limit.',
  }),
  'case.removeNote': command({ ...seated, payload: z.strictObject({ note: id }), permission: 'case.write', doc: 'Takes an own note out; the log keeps it. Refused: case.absent.' }),
  'case.shareDocument': command({
    ...seated, payload: z.strictObject({ document: id }), permission: 'case.write', doc: 'Makes a private document of the sender\'s side a joint one, for good. Refused: case.absent.',
  }),
  'case.removeDocument': command({
    ...seated, payload: z.strictObject({ document: id }), permission: 'case.write',
    doc: 'Takes a document out that the sender\'s side has brought; its bytes go. Refused: case.absent, case.foreign.',
  }),
  'case.contact': command({
    ...seated,
    payload: z.strictObject({ contact: id.optional(), name: personName, position: orNothing(limits.titleChars), email: z.union([z.literal(''), z.email().max(254)]), phone: orNothing(40) }),
    permission: 'case.write', doc: 'Whom the other side calls at the sender\'s administration; new without an id. Refused: case.absent, case.foreign, case.limit.',
  }),
  'case.removeContact': command({ ...seated, payload: z.strictObject({ contact: id }), permission: 'case.write', doc: 'Takes out a contact of the sender\'s administration. Refused: case.absent, case.foreign.' }),
};
