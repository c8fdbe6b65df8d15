import { lazy } from 'react';
import { holds } from '../../protocol/live/audience.ts';
import type { BarPartDefinition, CompanionDefinition, StageViewDefinition } from '../room/stageView.ts';
import { ownConsent } from './consent/ownConsent.ts';

/** What a visit puts in place of the stage. */
export const observationStageViews: readonly StageViewDefinition[] = [{
  id: 'camera', label: 'kinds:role.fieldCamera', icon: 'still', shows: (state, me) => holds(state, me, 'camera.film'),
  Content: lazy(async () => ({ default: (await import('./camera/CameraStage.tsx')).CameraStage })),
}];

/** What goes on in a visit as long as one is inside. */
export const observationCompanions: readonly CompanionDefinition[] = [
  {
    // What waits on the device is sent, whatever is on the screen.
    id: 'captures', shows: (state, me) => holds(state, me, 'evidence.capture'),
    Content: lazy(async () => ({ default: (await import('./capture/CapturesGoOn.tsx')).CapturesGoOn })),
  },
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
