import { z } from 'zod';
import { id } from '../fields.ts';
import type { Decks } from '../live/decks.ts';
import type { Participant } from '../live/participants.ts';
import type { SessionInfo } from '../live/session.ts';
import { routePaths as at } from '../routes/paths.ts';
import { route } from '../routes/rows.ts';
import type { LiveClass } from './class.ts';

/** A class as who leads it prepares it from outside of the room. */
const classView = z.object({
  you: id, session: z.custom<SessionInfo>(), participants: z.array(z.custom<Participant>()), decks: z.custom<Decks>(), class: z.custom<LiveClass>(),
});
export type ClassView = z.infer<typeof classView>;

export const classRoutes = {
  classPlan: route({ ...at.classPlan, access: { session: 'class.lead' }, reply: classView, doc: 'Polls and groups of a class for who leads it, and who and what they are made of.' }),
};
