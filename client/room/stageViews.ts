import { useCallback } from 'react';
import type { LiveSnapshot } from '../live/client.ts';
import { useLiveSnapshot } from '../live/context.tsx';
import { capabilityOf } from './capability.ts';
import type { RoomCapability } from './capability.ts';
import { useCell } from './live/cell.ts';
import { useRoom } from './live/context.tsx';
import { useCompact } from './live/useMatch.ts';
import type { BarPartDefinition, CompanionDefinition, StageViewDefinition } from './stageView.ts';

/** The view that this participant may have in place of the stage. */
export function useOfferedStageView(): StageViewDefinition | undefined {
  return useLiveSnapshot(useCallback((snapshot: LiveSnapshot) => mine('stageViews', snapshot)[0], []));
}

/** The one that is in place of the stage now. */
export function useStageView(): StageViewDefinition | undefined {
  const offered = useOfferedStageView();
  const wanted = useCell(useRoom().stageView);
  const compact = useCompact();
  return (wanted ?? (offered?.leads === true || (compact && offered?.onDemand !== true))) ? offered : undefined;
}

export function useCompanions(): readonly CompanionDefinition[] {
  return useLiveSnapshot(useCallback((snapshot: LiveSnapshot) => mine('companions', snapshot), []), sameList);
}

export function useBarParts(): readonly BarPartDefinition[] {
  return useLiveSnapshot(useCallback((snapshot: LiveSnapshot) => mine('barParts', snapshot), []), sameList);
}

type Lists = Pick<Required<RoomCapability>, 'stageViews' | 'companions' | 'barParts'>;

function mine<L extends keyof Lists>(list: L, { state, you }: LiveSnapshot): readonly Lists[L][number][] {
  const me = state?.participants[you];
  if (!state || !me) return none;
  const all: readonly Lists[L][number][] = capabilityOf(state.session.kind)[list] ?? none;
  return all.filter((one) => one.shows(state, me));
}

const none: readonly never[] = [];

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
