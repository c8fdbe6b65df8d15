import type { CommandName } from '../../../protocol/table.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { decideAssessment } from '../../assessment/meeting/decide/index.ts';
import { decideCase } from '../../assessment/case/decide/index.ts';
import { decideClass } from '../../class/decide/index.ts';
import { decideObservation } from '../../observation/decide/index.ts';
import { decideInterpretation } from './interpretation.ts';
import { decideCeremony } from '../../ceremony/decide.ts';
import { decideMedia } from './media.ts';
import { decideParticipants } from './participants.ts';
import { decideRooms } from './rooms.ts';
import { decideSession } from './session.ts';
import { decideStage } from './stage.ts';
import { decideTalk } from './talk.ts';
import { refused } from './decision.ts';
import type { Decide, Decision, Decisions, Moment } from './decision.ts';
import { isTaken } from './taken.ts';

/** Every command has its decision here; one without does not compile. */
const decisions: Decisions<CommandName> = {
  ...decideSession, ...decideParticipants, ...decideRooms, ...decideTalk, ...decideStage, ...decideMedia, ...decideInterpretation, ...decideObservation, ...decideCeremony, ...decideCase, ...decideAssessment, ...decideClass,
};

/** `payload` has been parsed by the row's schema: `commandRow(name).payload`. */
export function decide(name: CommandName, state: SessionState, actor: Participant, payload: unknown, moment: Moment): Decision {
  if (isTaken(state, moment.id)) return refused('payload.invalid', 'id');
  // The table pairs the schema that parsed the payload with the decision that takes it; TypeScript cannot follow a name known at run time.
  const decision = decisions[name] as Decide<CommandName>;
  return decision(state, actor, payload as never, moment);
}

