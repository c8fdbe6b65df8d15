import { z } from 'zod';
import { language, time, title, zone } from '../fields.ts';
import { command } from '../rows.ts';

export const schedule = {
  title,
  languages: z.array(language).min(1).max(8),
  startsAt: time,
  endsAt: time,
  zone,
  lobby: z.boolean(),
};

export const sessionCommands = {
  'session.change': command({
    payload: z.strictObject(schedule).partial(),
    permission: 'session.manage', from: 'seat', phases: ['scheduled', 'open', 'live'],
    doc: 'Changes what was agreed: title, languages, start and end (ms), zone, lobby. Refused: time.order.',
  }),
  'session.open': command({
    payload: z.strictObject({}), permission: 'session.manage', from: 'seat', phases: ['scheduled', 'open', 'live'],
    doc: 'Opens the lobby: people may come. Does nothing once open.',
  }),
  'session.start': command({
    payload: z.strictObject({}), permission: 'session.manage', from: 'seat', phases: ['scheduled', 'open', 'live'],
    doc: 'The session is under way from now on.',
  }),
  'session.end': command({
    payload: z.strictObject({}), permission: 'session.manage', from: 'seat', phases: ['scheduled', 'open', 'live'],
    doc: 'Ends the session for all, for good. Before the start it cancels the session.',
  }),
  'session.lock': command({
    payload: z.strictObject({ locked: z.boolean() }), permission: 'lobby.manage',
    doc: 'Locked: nobody who is not already inside gets in, not even to the lobby.',
  }),
};
