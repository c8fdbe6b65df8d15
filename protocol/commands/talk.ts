import { z } from 'zod';
import { id } from '../fields.ts';
import { limits } from '../limits.ts';
import { command } from '../rows.ts';

export const talkCommands = {
  'hand.raise': command({ payload: z.strictObject({}), permission: 'hand.raise', doc: 'Raises the sender\'s hand; it keeps its place in the order.' }),
  'hand.lower': command({
    payload: z.strictObject({ participant: id.optional() }), permission: 'session.attend',
    doc: 'Lowers the sender\'s hand, or somebody\'s with hand.manage.',
  }),
  'hand.clear': command({ payload: z.strictObject({}), permission: 'hand.manage', doc: 'Lowers every hand in the sender\'s room.' }),
  'floor.give': command({
    payload: z.strictObject({ participant: id, given: z.boolean() }), permission: 'hand.manage',
    doc: 'Gives somebody whose role is silent the floor, or takes it back: they may open their microphone. Lowers their hand. Refused: participant.absent.',
  }),
  'chat.send': command({
    payload: z.strictObject({
      text: z.string().max(limits.chatChars).refine((text) => text.trim() !== '', 'empty'),
      to: id.optional(), room: id.optional(), toDelegation: z.literal(true).optional(),
    }).refine(({ to, room, toDelegation }) => toDelegation === undefined || (to === undefined && room === undefined), 'one of them'),
    permission: 'chat.room', rate: 'chat',
    doc: 'A message in Markdown: to the sender\'s room, to another room they belong to, (chat.person) to one person alone, or to the sender\'s delegation. Its id is the command\'s. Refused: chat.notHere, room.notMember.',
  }),
};
