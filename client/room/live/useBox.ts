import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { Box } from '../layout.ts';

/** The content box of an element in whole CSS pixels; zero before it has been measured. */
export function useBox(element: RefObject<HTMLElement | null>): Box {
  const [box, setBox] = useState<Box>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const node = element.current;
    if (!node) return undefined;
    const take = (width: number, height: number): void =>
      setBox((last) => (last.width === width && last.height === height ? last : { width, height }));
    const observer = new ResizeObserver(([entry]) => {
      const size = entry?.contentBoxSize[0];
      if (size) take(Math.floor(size.inlineSize), Math.floor(size.blockSize));
    });
    observer.observe(node);
    return () => observer.disconnect();
  }, [element]);
  return box;
}
