import type { CompanionDefinition, StageViewDefinition } from '../room/stageView.ts';

/** What a visit puts in place of the stage. */
export const observationStageViews: readonly StageViewDefinition[] = [];

/** What goes on in a visit as long as one is inside. */
export const observationCompanions: readonly CompanionDefinition[] = [];
