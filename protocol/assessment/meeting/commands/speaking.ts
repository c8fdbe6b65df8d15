import { z } from 'zod';
import { id } from '../../../fields.ts';
import { command } from '../../../rows.ts';

const minutes = z.int().min(1).max(240);

export const speakingCommands = {
  'speaking.ask': command({
    payload: z.strictObject({ speaker: id.optional() }), permission: 'floor.ask',
    doc: 'Asks for the floor for the sender\'s delegation, at the end of the order; who will speak, or another one than before, is one of theirs. Refused: delegation.foreign, participant.absent.',
  }),
  'speaking.withdraw': command({
    payload: z.strictObject({ administration: id.optional() }), permission: 'floor.ask',
    doc: 'A delegation does not ask any more: the sender\'s, or (meeting.lead) another one. Refused: delegation.foreign.',
  }),
  'speaking.order': command({
    payload: z.strictObject({ administrations: z.array(id).max(100) }), permission: 'meeting.lead',
    doc: 'The order of those who have asked. Who is not named comes first, as they are.',
  }),
  'speaking.give': command({
    payload: z.strictObject({ administration: id, speaker: id.optional(), minutes: minutes.optional() }), permission: 'meeting.lead',
    doc: 'Gives a delegation the floor, whether it has asked or not; without a speaker to whom it named, else to its head. Refused: meeting.absent, delegation.foreign, participant.absent.',
  }),
  'speaking.time': command({
    payload: z.strictObject({ minutes }), permission: 'meeting.lead', doc: 'How long the one who speaks has in all, from the beginning. Refused: speaking.nobody.',
  }),
  'speaking.pass': command({
    payload: z.strictObject({ speaker: id }), permission: 'delegation.lead',
    doc: 'Somebody else of the delegation that has the floor speaks; by its head. Refused: speaking.nobody, delegation.foreign, participant.absent.',
  }),
  'speaking.end': command({
    payload: z.strictObject({}), permission: 'floor.ask', doc: 'Nobody has the floor any more; by the chair, or by the delegation that has it. Refused: speaking.nobody, delegation.foreign.',
  }),
};
