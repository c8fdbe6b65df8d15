import type { SessionEvent } from '../../live/event.ts';
import type { SessionState } from '../../live/state.ts';
import { initialAgenda, reduceAgenda } from './agenda.ts';
import type { Agenda, AgendaEvents } from './agenda.ts';
import { initialMinutes, reduceMinutes } from './minutes.ts';
import type { Minutes, MinutesEvents } from './minutes.ts';
import { reduceOutcomes } from './outcomes.ts';
import type { OutcomeEvents, Outcomes } from './outcomes.ts';
import { reducePositions } from './positions.ts';
import type { PositionEvents, Positions } from './positions.ts';
import { initialSpeaking, reduceSpeaking } from './speaking.ts';
import type { Speaking, SpeakingEvents } from './speaking.ts';

/** What delegations do together in a session of the kind "assessment". */
export interface Assessment {
  readonly agenda: Agenda;
  readonly speaking: Speaking;
  readonly positions: Positions;
  readonly outcomes: Outcomes;
  readonly minutes: Minutes;
}

export type AssessmentEvents = AgendaEvents & SpeakingEvents & PositionEvents & OutcomeEvents & MinutesEvents;

export const initialAssessment: Assessment = { agenda: initialAgenda, speaking: initialSpeaking, positions: {}, outcomes: {}, minutes: initialMinutes };

export function reduceAssessment(assessment: Assessment, event: SessionEvent, before: SessionState): Assessment {
  return {
    agenda: reduceAgenda(assessment.agenda, event, before),
    speaking: reduceSpeaking(assessment.speaking, event),
    positions: reducePositions(assessment.positions, event),
    outcomes: reduceOutcomes(assessment.outcomes, event),
    minutes: reduceMinutes(assessment.minutes, event),
  };
}
