import { holds, participantsFor } from '../../protocol/live/audience.ts';
import type { Participant } from '../../protocol/live/participants.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import { projectObservation } from '../../protocol/observation/project.ts';
import type { VisitView } from '../../protocol/observation/routes.ts';
import { seatOf } from '../http/call.ts';
import type { RouteHandlers } from '../http/call.ts';

export const visitHandlers: Pick<RouteHandlers, 'visit'> = {
  visit: async (call) => {
    const { live, participant } = seatOf(call);
    return visitFor(live.state, participant);
  },
};

/** The file of a visit for one pair of eyes: what they would see of it inside, and nothing that is the room's alone. */
function visitFor(state: SessionState, one: Participant): VisitView {
  return {
    you: one.id, session: state.session, participants: Object.values(participantsFor(state, one)), attendance: state.attendance,
    observation: projectObservation(state.observation, one, (permission) => holds(state, one, permission)),
  };
}
