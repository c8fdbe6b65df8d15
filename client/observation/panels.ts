import { lazy } from 'react';
import { holds } from '../../protocol/live/audience.ts';
import { useEvidenceCount } from './evidence/useEvidenceCount.ts';
import { useOpenQuestions } from './notebook/useOpenQuestions.ts';
import type { PanelDefinition } from '../room/panel.ts';

/** A hook, as the others: see room/panels.ts. */
const nothingWaits = (): number => 0;

/** What a visit adds beside the stage. Each panel is fetched when it is first opened. */
export const observationPanels: readonly PanelDefinition[] = [
  {
    id: 'visit', label: 'room:panel.visit', icon: 'calendar', useCount: nothingWaits,
    shows: (state) => state.session.kind === 'observation',
    Content: lazy(() => import('./plan/VisitPanel.tsx')),
  },
  {
    id: 'cameras', label: 'room:panel.cameras', icon: 'camera', useCount: nothingWaits,
    shows: (state, me) => state.session.kind === 'observation' && (holds(state, me, 'camera.direct') || holds(state, me, 'camera.steer')),
    Content: lazy(() => import('./directing/CamerasPanel.tsx')),
  },
  {
    id: 'evidence', label: 'room:panel.evidence', icon: 'still', useCount: useEvidenceCount, padded: true,
    shows: (state, me) => state.session.kind === 'observation' && (holds(state, me, 'evidence.see') || holds(state, me, 'evidence.custody')),
    Content: lazy(() => import('./evidence/EvidencePanel.tsx')),
  },
  {
    id: 'record', label: 'room:panel.record', icon: 'edit', useCount: useOpenQuestions,
    shows: (state, me) => state.session.kind === 'observation' && holds(state, me, 'visit.see'),
    Content: lazy(() => import('./notebook/NotebookPanel.tsx')),
  },
];
