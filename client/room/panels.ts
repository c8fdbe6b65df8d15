import { lazy } from 'react';
import type { KindName } from '../../protocol/kinds.ts';
import { holds } from '../../protocol/live/audience.ts';
import { boothOf } from '../../protocol/live/interpretation.ts';
import type { LiveSnapshot } from '../live/client.ts';
import { useLiveSnapshot, useSession } from '../live/context.tsx';
import { capabilityOf } from './capability.ts';
import { useUnread } from './chat/useUnread.ts';
import type { PanelDefinition } from './panel.ts';
import { useWaitingCount } from './people/useWaitingCount.ts';

/** Hooks, each called once for every panel in every drawing. */
const nothingWaits = (): number => 0;

/** Before everything else, for those who sit in one: an interpreter works by it. */
const booth: PanelDefinition = {
  id: 'booth', label: 'room:panel.booth', icon: 'headphones', useCount: nothingWaits,
  shows: (state, me) => boothOf(state.interpretation, me.id) !== undefined,
  Content: lazy(() => import('../interpretation/booth/BoothPanel.tsx')),
};

/** What every session has, after what its kind adds. */
const common: readonly PanelDefinition[] = [
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
    id: 'interpretation', label: 'room:panel.interpretation', icon: 'globe', useCount: nothingWaits,
    shows: (state, me) => holds(state, me, 'interpretation.manage'),
    Content: lazy(() => import('../interpretation/manage/InterpretationPanel.tsx')),
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

/** The panel with which somebody begins: what their kind of session is about, else who is here. */
export function firstPanel({ state, you }: LiveSnapshot): string | undefined {
  const me = state?.participants[you];
  return state && me ? definitionsOf(state.session.kind).find((panel) => panel.shows(state, me))?.id : undefined;
}

/** The panels that this participant has now, with what waits in each. */
export function usePanels(): readonly Panel[] {
  // A session's kind never changes while somebody is inside, so neither does the order of the hooks below.
  const definitions = definitionsOf(useSession((state) => state.session.kind));
  const shown = useLiveSnapshot(
    ({ state, you }) => {
      const me = state?.participants[you];
      return state && me ? definitions.filter((panel) => panel.shows(state, me)).map((panel) => panel.id).join(' ') : '';
    },
  ).split(' ');
  const counts = definitions.map((panel) => panel.useCount());
  return definitions.map((panel, index) => ({ ...panel, count: counts[index]! })).filter((panel) => shown.includes(panel.id));
}

const byKind = new Map<KindName, readonly PanelDefinition[]>();

function definitionsOf(kind: KindName): readonly PanelDefinition[] {
  let definitions = byKind.get(kind);
  if (!definitions) byKind.set(kind, definitions = [booth, ...capabilityOf(kind).panels ?? [], ...common]);
  return definitions;
}
