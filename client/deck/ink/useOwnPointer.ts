import { useCallback } from 'react';
import type { DeckId } from '../../../protocol/live/ids.ts';
import { useLive } from '../../live/context.tsx';
import type { Point } from '../view/geometry.ts';
import { useTelling } from './useTelling.ts';

/** One's own laser pointer over a page. */
export function useOwnPointer(deck: DeckId, page: number, active: boolean): readonly [Point | undefined, (at: Point | undefined) => void] {
  const live = useLive();
  return useTelling(useCallback((at: Point | undefined) => live.signal('pointer.moved', at ? { deck, page, ...at } : { hidden: true }), [live, deck, page]), active);
}
