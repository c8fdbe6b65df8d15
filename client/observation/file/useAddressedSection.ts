import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'react-router';

/** What somebody does who wants to look elsewhere. */
const ownWays = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Goes to the section that the page's address names, when somebody comes with one. Sections are loaded one by one and push down what
 * is below them: the way is taken again for each of them (`settled`) up to the section itself, unless the reader has moved meanwhile.
 */
export function useAddressedSection(ids: readonly string[]): (id: string) => void {
  const { hash } = useLocation();
  const [target] = useState(hash.slice(1));
  const [missing] = useState(() => new Set(ids.slice(0, ids.indexOf(target) + 1)));
  useEffect(() => {
    const leave = (): void => void missing.clear();
    for (const way of ownWays) addEventListener(way, leave, { passive: true });
    return () => {
      for (const way of ownWays) removeEventListener(way, leave);
    };
  }, [missing]);
  return useCallback((id) => {
    if (missing.delete(id)) document.getElementById(target)?.scrollIntoView();
  }, [missing, target]);
}
