import { lazy } from 'react';
import { classPart } from '../../protocol/class/part.ts';
import { registerPart } from '../../protocol/live/parts.ts';
import type { RoomCapability } from '../room/capability.ts';
import { useCalls } from './useCalls.ts';

registerPart(classPart);

/** What a class adds to the room. */
export const classRoom: RoomCapability = {
  panels: [{
    id: 'class', label: 'room:panel.class', icon: 'chart', useCount: useCalls, shows: (state) => state.session.kind === 'class',
    Content: lazy(() => import('./ClassPanel.tsx')),
  }],
  companions: [
    { id: 'class', shows: (state) => state.session.kind === 'class', Content: lazy(() => import('./ClassCompanion.tsx')) },
    { id: 'poll', shows: (state) => state.session.kind === 'class' && state.class.polls.current !== undefined, Content: lazy(() => import('./polls/PollCard.tsx')) },
    { id: 'groups', shows: (state) => state.session.kind === 'class' && state.class.groups.open !== undefined, Content: lazy(() => import('./groups/GroupStrip.tsx')) },
  ],
};
