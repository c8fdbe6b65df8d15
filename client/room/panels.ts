import { lazy } from 'react';
import type { ComponentType } from 'react';
import { holds } from '../../protocol/live/audience.ts';
import type { Participant } from '../../protocol/live/participants.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import { useLiveSnapshot } from '../live/context.tsx';
import type { IconName } from '../ui/icons.tsx';
import { useUnread } from './chat/useUnread.ts';
import { useWaitingCount } from './people/useWaitingCount.ts';

/** A view beside the stage. A kind of session adds its own here; it never makes another room. */
interface PanelDefinition {
  readonly id: string;
  /** Key of its name, with the namespace. */
  readonly label: string;
  readonly icon: IconName;
  /** Who has it, and when. */
  readonly shows: (state: SessionState, me: Participant) => boolean;
  /** How much waits in it. A hook. */
  readonly useCount: () => number;
  readonly Content: ComponentType;
  /** The content is a list of cards without an edge of its own. */
  readonly padded?: true;
}

/** Hooks, each called once for every panel in every drawing. */
const nothingWaits = (): number => 0;

const definitions: readonly PanelDefinition[] = [
  { id: 'people', label: 'room:panel.people', icon: 'people', shows: () => true, useCount: useWaitingCount, Content: lazy(() => import('./people/PeoplePanel.tsx')) },
  { id: 'chat', label: 'room:panel.chat', icon: 'chat', shows: () => true, useCount: useUnread, Content: lazy(() => import('./chat/ChatPanel.tsx')) },
  {
    id: 'decks', label: 'room:panel.decks', icon: 'slides', useCount: nothingWaits,
    shows: (state, me) => Object.keys(state.decks).length > 0 || holds(state, me, 'deck.manage'),
    Content: lazy(async () => ({ default: (await import('../deck/panel/DeckPanel.tsx')).DeckPanel })),
  },
  {
    id: 'rooms', label: 'room:panel.rooms', icon: 'rooms', useCount: nothingWaits,
    shows: (state, me) => Object.keys(state.rooms).length > 1 || holds(state, me, 'room.manage'),
    Content: lazy(() => import('./rooms/RoomsPanel.tsx')),
  },
  {
    id: 'readiness', label: 'room:panel.readiness', icon: 'gauge', useCount: nothingWaits,
    shows: (state, me) => holds(state, me, 'readiness.see'),
    Content: lazy(() => import('./readiness/ReadinessPanel.tsx')),
  },
];

export interface Panel extends PanelDefinition {
  readonly count: number;
}

/** The panels that this participant has now, with what waits in each. */
export function usePanels(): readonly Panel[] {
  const shown = useLiveSnapshot(
    ({ state, you }) => {
      const me = state?.participants[you];
      return state && me ? definitions.filter((panel) => panel.shows(state, me)).map((panel) => panel.id).join(' ') : '';
    },
  ).split(' ');
  // The list of definitions never changes, so neither does the order of these hooks.
  const counts = definitions.map((panel) => panel.useCount());
  return definitions.map((panel, index) => ({ ...panel, count: counts[index]! })).filter((panel) => shown.includes(panel.id));
}
