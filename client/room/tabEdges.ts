import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

export interface Edges {
  /** Something of the row is hidden before what one sees of it, and after. */
  readonly before: boolean;
  readonly after: boolean;
}

type Scrolled = Pick<HTMLElement, 'scrollLeft' | 'clientWidth' | 'scrollWidth'>;

/** Of a row that scrolls sideways, in either reading direction; a fraction of a pixel hides nothing. */
export function edgesOf({ scrollLeft, clientWidth, scrollWidth }: Scrolled): Edges {
  const passed = Math.abs(scrollLeft);
  return { before: passed > 1, after: passed + clientWidth < scrollWidth - 1 };
}

/** At which edges a row is cut off; `content` changes when what is in the row does. */
export function useTabEdges(row: RefObject<HTMLElement | null>, content: string): Edges {
  const [edges, setEdges] = useState<Edges>({ before: false, after: false });
  useEffect(() => {
    const node = row.current;
    if (!node) return undefined;
    const look = (): void => {
      const now = edgesOf(node);
      setEdges((last) => (last.before === now.before && last.after === now.after ? last : now));
    };
    look();
    const sized = new ResizeObserver(look);
    sized.observe(node);
    node.addEventListener('scroll', look, { passive: true });
    return () => {
      sized.disconnect();
      node.removeEventListener('scroll', look);
    };
  }, [row, content]);
  return edges;
}
