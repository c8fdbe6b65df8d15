import { useSyncExternalStore } from 'react';

/** Phones of some makers have no full screen for pages. */
export function fullScreenOffered(): boolean {
  return document.fullscreenEnabled;
}

export function toggleFullScreen(): void {
  // A refusal changes nothing, and the browser says why by itself.
  if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
  else document.documentElement.requestFullscreen().catch(() => undefined);
}

export function useFullScreen(): boolean {
  return useSyncExternalStore(
    (listener) => {
      document.addEventListener('fullscreenchange', listener);
      return () => document.removeEventListener('fullscreenchange', listener);
    },
    () => document.fullscreenElement !== null,
  );
}
