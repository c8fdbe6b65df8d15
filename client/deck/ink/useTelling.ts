import { useCallback, useEffect, useRef, useState } from 'react';
import { rounded } from '../view/geometry.ts';
import type { Point } from '../view/geometry.ts';

/** 30 a second. */
const EVERY_MS = 33;

/**
 * One's own pointer: shown at once, told to the others some thirty times a second, taken away when it leaves what it points at. `tell`
 * is given undefined when it is taken away; when it is another function, the pointer points at something else and begins anew.
 */
export function useTelling(tell: (at: Point | undefined) => void, active: boolean): readonly [Point | undefined, (at: Point | undefined) => void] {
  const [at, setAt] = useState<Point>();
  const next = useRef<Point>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shownToOthers = useRef(false);

  const hide = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    next.current = undefined;
    setAt(undefined);
    if (shownToOthers.current) tell(undefined);
    shownToOthers.current = false;
  }, [tell]);

  const move = useCallback((to: Point | undefined) => {
    if (!to) return hide();
    setAt(to);
    next.current = to;
    if (timer.current !== undefined) return;
    const step = (): void => {
      const point = next.current;
      next.current = undefined;
      timer.current = point ? setTimeout(step, EVERY_MS) : undefined;
      if (!point) return;
      shownToOthers.current = true;
      tell({ x: rounded(point.x), y: rounded(point.y) });
    };
    step();
  }, [tell, hide]);

  // Something else, another tool, or off the stage: it points at nothing any more.
  useEffect(() => hide, [hide, active]);
  return [active ? at : undefined, move];
}
