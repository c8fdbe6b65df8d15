import { lazy } from 'react';
import { holds } from '../../protocol/live/audience.ts';
import type { BarPartDefinition, CompanionDefinition, StageViewDefinition } from '../room/stageView.ts';
import { ownConsent } from './consent/ownConsent.ts';

/** What a visit puts in place of the stage. */
export const observationStageViews: readonly StageViewDefinition[] = [];

/** What goes on in a visit as long as one is inside. */
export const observationCompanions: readonly CompanionDefinition[] = [
  {
    id: 'directing', shows: (state) => state.session.kind === 'observation',
    Content: lazy(() => import('./directing/DirectingCompanion.tsx')),
  },
  {
    id: 'ownConsent',
    shows: (state, me) => state.session.kind === 'observation' && holds(state, me, 'consent.own') && !ownConsent(state.observation.consents, me.id),
    Content: lazy(() => import('./consent/ConsentQuestion.tsx')),
  },
];

/** What a visit says in the bar at the top. */
export const observationBarParts: readonly BarPartDefinition[] = [
  { id: 'visit', shows: (state) => state.session.kind === 'observation', Content: lazy(() => import('./plan/VisitBar.tsx')) },
];
