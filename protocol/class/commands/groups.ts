import { z } from 'zod';
import { id, text, title } from '../../fields.ts';
import { limits } from '../../limits.ts';
import { command } from '../../rows.ts';

const group = z.strictObject({ name: title, members: z.array(id).max(limits.participantsPerSession), deck: id.optional() });
const minutes = z.int().min(1).max(limits.groupMinutes);
const plan = { groups: z.array(group).min(1).max(limits.groupsPerClass), minutes: minutes.optional() };

export const groupCommands = {
  'groups.plan': command({
    payload: z.strictObject(plan), permission: 'class.lead', from: 'seat', phases: ['scheduled', 'open', 'live'],
    doc: 'Groups that are opened later. Refused: groups.double where somebody is in two of them, participant.absent, deck.absent.',
  }),
  'groups.open': command({
    payload: z.strictObject(plan), permission: 'class.lead',
    doc: 'Makes all side rooms and brings everybody to theirs at once; who comes later is brought there too. Their ids are the command\'s with "-1", "-2" … Refused: groups.open, groups.double, room.limit, participant.absent, deck.absent.',
  }),
  'groups.move': command({
    payload: z.strictObject({ participant: id, group: id.nullable() }), permission: 'class.lead',
    doc: 'Puts somebody into another group, or into none (null). Refused: groups.notOpen, room.absent, participant.absent.',
  }),
  'groups.time': command({
    payload: z.strictObject({ minutes: minutes.nullable() }), permission: 'class.lead',
    doc: 'So many minutes from now everybody comes back by themselves; null: not by themselves. Refused: groups.notOpen.',
  }),
  'groups.say': command({
    payload: z.strictObject({ text: text(limits.pollTextChars) }), permission: 'class.lead', rate: 'chat',
    doc: 'A word to all groups at once. Refused: groups.notOpen.',
  }),
  'groups.close': command({
    payload: z.strictObject({}), permission: 'class.lead',
    doc: 'Brings everybody back to the floor at once and keeps what each group made on its deck. Refused: groups.notOpen.',
  }),
  'group.call': command({
    payload: z.strictObject({ asks: z.boolean() }), permission: 'class.answer',
    doc: 'The sender\'s group asks who leads the class to come, or no longer. Refused: groups.notOpen outside of a group.',
  }),
  'group.visit': command({
    payload: z.strictObject({ group: id.nullable() }), permission: 'class.lead',
    doc: 'Drops in on a group, which answers its call; null: back to the floor. The sender does not become a member. Refused: groups.notOpen, room.absent.',
  }),
  'group.show': command({
    payload: z.strictObject({ group: id }), permission: 'class.lead',
    doc: 'Puts what a group made on its deck on the floor\'s stage, as a deck of its own with the group\'s id. Refused: group.absent, deck.absent, deck.limit.',
  }),
};
