import { z } from 'zod';
import { id, language } from '../../fields.ts';
import type { Attendance } from '../../live/attendance.ts';
import type { Decks } from '../../live/decks.ts';
import type { Participant } from '../../live/participants.ts';
import type { SessionInfo } from '../../live/session.ts';
import { routePaths as at } from '../../routes/paths.ts';
import { route } from '../../routes/rows.ts';
import type { Assessment } from './meeting.ts';

/** The file of a meeting as one of its people may see it from outside of the room: before it opens, and after it has ended. */
const meetingView = z.object({
  you: id, session: z.custom<SessionInfo>(), participants: z.array(z.custom<Participant>()), attendance: z.custom<Attendance>(), decks: z.custom<Decks>(),
  assessment: z.custom<Assessment>(),
});
export type MeetingView = z.infer<typeof meetingView>;

export const meetingRoutes = {
  meeting: route({ ...at.meeting, access: { session: 'meeting.see' }, reply: meetingView, doc: 'The meeting of delegations for these eyes.' }),
  minutesPdf: route({
    ...at.minutesPdf, access: { session: 'meeting.see' }, query: z.strictObject({ language, zone: z.string().max(64).optional() }),
    doc: 'A version of the minutes as a tagged PDF. Refused: minutes.absent.',
  }),
  minutesJson: route({ ...at.minutesJson, access: { session: 'meeting.see' }, doc: 'A version of the minutes as JSON. Refused: minutes.absent.' }),
};
