import { lazy } from 'react';
import type { StageViewDefinition } from '../../room/stageView.ts';

/** In a meeting that serves a case: the comparison in place of the stage. Whether one may see the case, the case itself decides. */
export const comparisonStageView: StageViewDefinition = {
  id: 'comparison', label: 'room:layout.comparison', icon: 'columns', onDemand: true,
  shows: ({ session }, me) => session.serves !== undefined && me.role !== 'interpreter',
  Content: lazy(() => import('./MeetingComparison.tsx')),
};
