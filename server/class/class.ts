import { holds, participantsFor } from '../../protocol/live/audience.ts';
import { projectClass } from '../../protocol/class/project.ts';
import { seatOf } from '../http/call.ts';
import type { RouteHandlers } from '../http/call.ts';

/** A class outside of its room: what who leads it prepares. */
export const classHandlers: Pick<RouteHandlers, 'classPlan'> = {
  classPlan: async (call) => {
    const { live: { state }, participant: one } = seatOf(call);
    return {
      you: one.id, session: state.session, participants: Object.values(participantsFor(state, one)), decks: state.decks,
      class: projectClass(state.class, one, (permission) => holds(state, one, permission), state),
    };
  },
};
