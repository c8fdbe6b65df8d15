import type { assessmentCommands } from '../../../../protocol/assessment/meeting/commands/table.ts';
import type { Decisions } from '../../../live/decide/decision.ts';
import { decideAgenda } from './agenda.ts';
import { decideDelegations } from './delegations.ts';
import { decideMinutes } from './minutes.ts';
import { decideRecord } from './record.ts';
import { decideSpeaking } from './speaking.ts';

export const decideAssessment: Decisions<keyof typeof assessmentCommands> = {
  ...decideAgenda, ...decideSpeaking, ...decideDelegations, ...decideRecord, ...decideMinutes,
};
