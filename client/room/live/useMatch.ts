import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds. */
function useMatch(query: string): boolean {
  return useSyncExternalStore(
    useCallback((listener) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    }, [query]),
    () => matchMedia(query).matches,
  );
}

/** A phone, upright or lying: panels are sheets and the bar keeps what is needed. The same line as in the style sheets. */
export function useCompact(): boolean {
  return useMatch('(max-width: 820px), (max-height: 480px)');
}
