import { useCallback, useEffect, useRef, useState } from 'react';
import type { DeckId } from '../../../protocol/live/ids.ts';
import { useLive } from '../../live/context.tsx';
import { rounded } from '../view/geometry.ts';
import type { Point } from '../view/geometry.ts';

/** 30 a second. */
const EVERY_MS = 33;

/** One's own laser pointer: shown at once, told to the others some thirty times a second, taken away when it leaves the page. */
export function useOwnPointer(deck: DeckId, page: number, active: boolean): readonly [Point | undefined, (at: Point | undefined) => void] {
  const live = useLive();
  const [at, setAt] = useState<Point>();
  const next = useRef<Point>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shownToOthers = useRef(false);

  const hide = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    next.current = undefined;
    setAt(undefined);
    if (shownToOthers.current) live.signal('pointer.moved', { hidden: true });
    shownToOthers.current = false;
  }, [live]);

  const move = useCallback((to: Point | undefined) => {
    if (!to) return hide();
    setAt(to);
    next.current = to;
    if (timer.current !== undefined) return;
    const tell = (): void => {
      const point = next.current;
      next.current = undefined;
      timer.current = point ? setTimeout(tell, EVERY_MS) : undefined;
      if (!point) return;
      shownToOthers.current = true;
      live.signal('pointer.moved', { deck, page, x: rounded(point.x), y: rounded(point.y) });
    };
    tell();
  }, [live, deck, page, hide]);

  // Another page, another tool, or off the stage: it points at nothing any more.
  useEffect(() => hide, [hide, deck, page, active]);
  return [active ? at : undefined, move];
}
