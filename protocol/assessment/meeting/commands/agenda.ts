import { z } from 'zod';
import { id, title } from '../../../fields.ts';
import { limits } from '../../../limits.ts';
import { command } from '../../../rows.ts';

/** An agenda is made before its session opens. */
const planned = { permission: 'meeting.plan', from: 'seat', phases: ['scheduled', 'open', 'live'] } as const;
const item = z.strictObject({
  title, minutes: z.int().min(1).max(24 * 60), owner: id.optional(), decks: z.array(id).max(limits.decksPerSession),
});

export const agendaCommands = {
  'agenda.item': command({
    ...planned,
    payload: z.union([item, item.partial().extend({ item: id, owner: id.nullable().optional() })]),
    doc: 'Adds an item at the end of the agenda (its id is the command\'s), or changes what is given of one; null: no delegation introduces it. Refused: meeting.absent (item, delegation), deck.absent, meeting.limit.',
  }),
  'agenda.removeItem': command({ ...planned, payload: z.strictObject({ item: id }), doc: 'Takes an item out of the agenda; when it was under way, that is over. Refused: meeting.absent.' }),
  'agenda.order': command({
    ...planned, payload: z.strictObject({ items: z.array(id).max(limits.agendaItems) }),
    doc: 'The order of the items, all of them. Refused: meeting.absent when the items are not those of the agenda.',
  }),
  'agenda.begin': command({
    payload: z.strictObject({ item: id.nullable() }), permission: 'meeting.lead', doc: 'The item that is under way from now on; null: none. Refused: meeting.absent, meeting.limit.',
  }),
};
