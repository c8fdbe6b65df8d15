import { useCallback } from 'react';
import type { LiveSnapshot } from '../live/client.ts';
import { useLiveSnapshot } from '../live/context.tsx';
import { observationBarParts, observationCompanions, observationStageViews } from '../observation/stageViews.ts';
import { useCell } from './live/cell.ts';
import { useRoom } from './live/context.tsx';
import { useCompact } from './live/useMatch.ts';
import type { BarPartDefinition, CompanionDefinition, StageViewDefinition } from './stageView.ts';

const definitions: readonly StageViewDefinition[] = [...observationStageViews];
const companions: readonly CompanionDefinition[] = [...observationCompanions];
const barParts: readonly BarPartDefinition[] = [...observationBarParts];

/** The view that this participant may have in place of the stage. */
export function useOfferedStageView(): StageViewDefinition | undefined {
  return useLiveSnapshot(useCallback((snapshot: LiveSnapshot) => mine(definitions, snapshot)[0], []));
}

/** The one that is in place of the stage now. */
export function useStageView(): StageViewDefinition | undefined {
  const offered = useOfferedStageView();
  const wanted = useCell(useRoom().stageView);
  const compact = useCompact();
  return (wanted ?? compact) ? offered : undefined;
}

export function useCompanions(): readonly CompanionDefinition[] {
  return useLiveSnapshot(useCallback((snapshot: LiveSnapshot) => mine(companions, snapshot), []), sameList);
}

export function useBarParts(): readonly BarPartDefinition[] {
  return useLiveSnapshot(useCallback((snapshot: LiveSnapshot) => mine(barParts, snapshot), []), sameList);
}

function mine<D extends CompanionDefinition | StageViewDefinition>(all: readonly D[], { state, you }: LiveSnapshot): readonly D[] {
  const me = state?.participants[you];
  return state && me ? all.filter((one) => one.shows(state, me)) : [];
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
