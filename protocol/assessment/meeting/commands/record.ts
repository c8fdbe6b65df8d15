import { z } from 'zod';
import { id, prose, text, time } from '../../../fields.ts';
import { limits } from '../../../limits.ts';
import { command } from '../../../rows.ts';
import { outcomeKinds } from '../outcomes.ts';

/** Delegations prepare what they hold before the session opens, and answer also when it is over. */
const prepared = { from: 'seat', phases: ['scheduled', 'open', 'live'] } as const;
const filed = { from: 'seat', phases: ['open', 'live', 'ended'] } as const;
const words = text(limits.meetingTextChars);
const body = { text: words, owner: id.optional(), due: time.optional() };

export const recordCommands = {
  'position.write': command({
    ...prepared, payload: z.strictObject({ position: id.optional(), text: words, item: id.optional(), tabled: z.boolean() }), permission: 'position.write', rate: 'chat',
    doc: 'What the sender\'s delegation holds; new without an id. Seen by that delegation alone until it is tabled. Refused: meeting.absent, delegation.foreign, position.tabled (a tabled one stays tabled), meeting.limit.',
  }),
  'position.remove': command({
    ...prepared, payload: z.strictObject({ position: id }), permission: 'position.write', doc: 'Takes a position of the sender\'s delegation out; the log keeps it. Refused: meeting.absent, delegation.foreign.',
  }),
  'outcome.propose': command({
    payload: z.strictObject({ kind: z.enum(outcomeKinds), item: id.optional(), ...body }), permission: 'outcome.propose', rate: 'chat',
    doc: 'A decision, or an action with the delegation that owes it and a date (ms); its id is the command\'s. Refused: meeting.absent, meeting.limit.',
  }),
  'outcome.change': command({
    payload: z.strictObject({ outcome: id, base: z.int().min(1), ...body }), permission: 'outcome.propose', rate: 'chat',
    doc: 'Another text, made of version `base`: a new version. One that had been read back is asked about anew. Refused: meeting.absent, outcome.stale (somebody else was faster), outcome.withdrawn, meeting.limit.',
  }),
  'outcome.readBack': command({
    payload: z.strictObject({ outcome: id, number: z.int().min(1) }), permission: 'meeting.plan',
    doc: 'The newest version is read to everybody, and the heads of all delegations are asked. Refused: meeting.absent, outcome.stale, outcome.withdrawn, delegation.noHead when fewer than two have one.',
  }),
  'outcome.answer': command({
    ...filed, payload: z.strictObject({ outcome: id, number: z.int().min(1), agreed: z.boolean(), remark: prose(limits.remarkChars) }), permission: 'delegation.lead',
    doc: 'The head of a delegation agrees to what was read back, or refuses with a remark. Refused: meeting.absent, outcome.stale, outcome.withdrawn, outcome.notReadBack, delegation.notAsked, payload.invalid (a refusal without a remark).',
  }),
  'outcome.withdraw': command({
    payload: z.strictObject({ outcome: id }), permission: 'outcome.propose',
    doc: 'What was proposed is not pursued; by whoever records, or by the delegation that proposed it. What was agreed stays. Refused: meeting.absent, delegation.foreign, outcome.agreed.',
  }),
};
