import { z } from 'zod';
import { id, title } from '../fields.ts';
import { limits } from '../limits.ts';
import { command } from '../rows.ts';

const people = z.array(id).max(limits.participantsPerSession);

export const roomCommands = {
  'room.create': command({
    payload: z.strictObject({ name: title, mode: z.enum(['aside', 'alongside']), members: people }), permission: 'room.manage',
    doc: 'A side room with members. aside: they go there and hear only it; alongside: they have it beside where they are. Its id is the command\'s. Refused: room.limit.',
  }),
  'room.rename': command({ payload: z.strictObject({ room: id, name: title }), permission: 'room.manage', doc: 'Renames a side room.' }),
  'room.members': command({
    payload: z.strictObject({ room: id, members: people }), permission: 'room.manage',
    doc: 'Sets who belongs to a side room; who is in it and no longer belongs goes back to the floor.',
  }),
  'room.move': command({
    payload: z.strictObject({ room: id, participants: people.min(1) }), permission: 'room.manage',
    doc: 'Brings people to a room at once; they become members of it. No transport is touched.',
  }),
  'room.enter': command({
    payload: z.strictObject({ room: id }), permission: 'session.attend',
    doc: 'Goes to the floor or to a side room that the sender belongs to. Refused: room.notMember, room.absent.',
  }),
  'room.close': command({
    payload: z.strictObject({ room: id }), permission: 'room.manage', doc: 'Closes a side room; who is in it goes back to the floor.',
  }),
};
