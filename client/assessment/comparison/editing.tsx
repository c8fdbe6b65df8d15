import { createContext, use, useCallback, useEffect, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import type { CellField } from '../../../protocol/assessment/case/comparison.ts';
import type { SafeCriterion } from '../../../protocol/criteria.ts';
import { useCell } from '../../room/live/cell.ts';
import { Passing } from '../../room/live/passing.ts';
import { useCase } from '../case/source.tsx';

interface Place {
  readonly comparison: string;
  readonly criterion: SafeCriterion;
  readonly field: CellField;
}

const LASTS_MS = 6_000;
const TOLD_EVERY_MS = 3_000;

const EditingContext = createContext<Passing<Place> | undefined>(undefined);

/** Hears who writes where. */
export function Editing({ children }: { readonly children: ReactNode }): ReactNode {
  const { onSignal } = useCase();
  const passing = useMemo(() => new Passing<Place>(LASTS_MS), []);
  useEffect(() => onSignal((name, from, payload) => {
    if (name === 'matrix.editing' && 'criterion' in payload) passing.show(from, payload as Place);
  }), [onSignal, passing]);
  useEffect(() => () => passing.close(), [passing]);
  return <EditingContext value={passing}>{children}</EditingContext>;
}

/** The names of those of a side who write in this cell just now. */
export function useWriters(place: Place, side: string): readonly string[] {
  const passing = use(EditingContext);
  if (!passing) throw new Error('useWriters outside of Editing');
  const { participants } = useCase();
  return [...useCell(passing.cell)].flatMap(([who, at]) => {
    const one = participants[who];
    const isHere = at.comparison === place.comparison && at.criterion === place.criterion && at.field === place.field;
    return isHere && one?.administration === side ? [one.name] : [];
  });
}

/** Tells the others that one writes here, every few seconds at most. */
export function useTellEditing(place: Place): () => void {
  const { signal } = useCase();
  const last = useRef(0);
  const { comparison, criterion, field } = place;
  return useCallback(() => {
    const now = Date.now();
    if (now - last.current < TOLD_EVERY_MS) return;
    last.current = now;
    signal('matrix.editing', { comparison, criterion, field });
  }, [signal, comparison, criterion, field]);
}
