import { z } from 'zod';
import { id } from '../../../fields.ts';
import { command } from '../../../rows.ts';

const lead = { permission: 'delegation.lead' } as const;

export const delegationCommands = {
  'delegation.mute': command({
    ...lead, payload: z.strictObject({ participant: id }), doc: 'Silences somebody of the sender\'s own delegation. Refused: participant.absent, delegation.foreign.',
  }),
  'caucus.open': command({
    ...lead, payload: z.strictObject({ interpreters: z.array(id).max(10) }),
    doc: 'Takes the sender\'s delegation aside, with these interpreters: a room, with the id of the command, that its own people and whom its head lets in belong to. No transport is touched. Refused: caucus.isOpen, caucus.notInterpreter, participant.absent, room.limit.',
  }),
  'caucus.invite': command({
    ...lead, payload: z.strictObject({ participant: id, invited: z.boolean() }),
    doc: 'Lets somebody into the caucus of the sender\'s delegation, or takes that back; one of its own people is called to it at once. Refused: caucus.absent, participant.absent.',
  }),
  'caucus.close': command({ ...lead, payload: z.strictObject({}), doc: 'Ends the caucus: who is in it is back on the floor, their microphones closed. Refused: caucus.absent.' }),
};
