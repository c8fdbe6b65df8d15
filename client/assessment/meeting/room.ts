import { lazy } from 'react';
import { registerPart } from '../../../protocol/live/parts.ts';
import { assessmentPart } from '../../../protocol/assessment/meeting/part.ts';
import { holds } from '../../../protocol/live/audience.ts';
import type { RoomCapability } from '../../room/capability.ts';
import { comparisonStageView } from '../comparison/stageView.ts';
import { useAsked, useOpenAnswers } from './useWaiting.ts';

registerPart(assessmentPart);

const nothingWaits = (): number => 0;

/** What a meeting of delegations adds to the room. */
export const meetingRoom: RoomCapability = {
  panels: [
    { id: 'meeting', label: 'room:panel.meeting', icon: 'calendar', useCount: useAsked, shows: () => true, Content: lazy(() => import('./agenda/MeetingPanel.tsx')) },
    { id: 'record', label: 'room:panel.record', icon: 'edit', useCount: useOpenAnswers, shows: () => true, Content: lazy(() => import('./record/RecordPanel.tsx')) },
    {
      id: 'delegation', label: 'room:panel.delegation', icon: 'building', useCount: nothingWaits,
      shows: (state, me) => me.person !== undefined && holds(state, me, 'meeting.see'),
      Content: lazy(() => import('./delegation/DelegationPanel.tsx')),
    },
    { id: 'minutes', label: 'room:panel.minutes', icon: 'document', useCount: nothingWaits, shows: () => true, Content: lazy(() => import('./minutes/MinutesPanel.tsx')), padded: true },
  ],
  stageViews: [comparisonStageView],
  barParts: [{ id: 'meeting', shows: () => true, Content: lazy(() => import('./agenda/MeetingBar.tsx')) }],
  companions: [{ id: 'meeting', shows: () => true, Content: lazy(() => import('./MeetingCompanion.tsx')) }],
};
