import { participantsFor } from '../../../protocol/live/audience.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { projectAssessment } from '../../../protocol/assessment/meeting/project.ts';
import type { MeetingView } from '../../../protocol/assessment/meeting/routes.ts';
import { seatOf } from '../../http/call.ts';
import type { RouteHandlers } from '../../http/call.ts';
import { minutesHandlers } from './minutes/handlers.ts';
import type { MinutesOptions } from './minutes/handlers.ts';

/** What a meeting of delegations has beyond its state: its file, and its minutes in print. */
export function openMeeting(options: MinutesOptions): { readonly handlers: Pick<RouteHandlers, 'meeting' | 'minutesPdf' | 'minutesJson'> } {
  return {
    handlers: {
      ...minutesHandlers(options),
      meeting: async (call) => {
        const { live, participant } = seatOf(call);
        return meetingFor(live.state, participant);
      },
    },
  };
}

/** The file of a meeting for one pair of eyes: what they would see of it inside, and nothing that is the room's alone. */
function meetingFor(state: SessionState, one: Participant): MeetingView {
  const { session, attendance, decks, assessment } = state;
  return { you: one.id, session, participants: Object.values(participantsFor(state, one)), attendance, decks, assessment: projectAssessment(assessment, one) };
}
