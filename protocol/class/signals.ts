import { z } from 'zod';
import { signal } from '../rows.ts';

export const classSignals = {
  'class.looked': signal({
    payload: z.strictObject({ away: z.boolean() }), permission: 'class.answer', to: 'class.lead', anywhere: true, rate: 'chat',
    doc: 'Whether the sender\'s page is out of sight, when that changes and every half minute; told to who leads the class, in whatever room.',
  }),
};
