import type { observationCommands } from '../../../protocol/observation/commands/table.ts';
import type { Decisions } from '../../live/decide/decision.ts';
import { decideCameras } from './cameras.ts';
import { decideConsents } from './consents.ts';
import { decideEvidence } from './evidence.ts';
import { decideInspections } from './inspections.ts';
import { decideNotebook } from './notebook.ts';
import { decideReport } from './report.ts';
import { decideVisit } from './visit.ts';

export const decideObservation: Decisions<keyof typeof observationCommands> = {
  ...decideVisit, ...decideCameras, ...decideConsents, ...decideEvidence, ...decideInspections, ...decideNotebook, ...decideReport,
};
