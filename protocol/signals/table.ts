import { z } from 'zod';
import { fraction, id } from '../fields.ts';
import { limits } from '../limits.ts';
import { reactions } from '../live/reactions.ts';
import { caseSignals } from '../assessment/case/signals.ts';
import { ceremonySignals } from '../ceremony/signals.ts';
import { classSignals } from '../class/signals.ts';
import { observationSignals } from '../observation/signals.ts';
import { signal } from '../rows.ts';

/** A signal reaches those who are in the sender's room, with the sender's id. */
export const signals = {
  'pointer.moved': signal({
    payload: z.union([
      z.strictObject({ deck: id, page: z.int().min(1).max(limits.deckPages), x: fraction, y: fraction }),
      z.strictObject({ hidden: z.literal(true) }),
    ]),
    permission: 'session.attend', rate: 'pointer', doc: 'The laser pointer over a page, in fractions of it; the presenter\'s, or with pointer.show.',
  }),
  'reaction.sent': signal({
    payload: z.strictObject({ reaction: z.enum(reactions) }), permission: 'reaction.send', rate: 'chat', doc: 'A quick signal beside the sender\'s name.',
  }),
  'chat.typing': signal({ payload: z.strictObject({}), permission: 'chat.room', rate: 'chat', doc: 'Somebody is writing in the room\'s chat.' }),
  'quality.told': signal({
    payload: z.strictObject({ level: z.int().min(0).max(3) }), permission: 'session.attend', rate: 'chat',
    doc: 'The sender\'s line: 3 good, 2 fair, 1 poor, 0 lost.',
  }),
  ...observationSignals,
  ...caseSignals,
  ...classSignals,
  ...ceremonySignals,
};
