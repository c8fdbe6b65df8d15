import { useEffect } from 'react';

/** Keeps the screen awake while the view is shown; a phone that was locked or put away gets it back when it is looked at again. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let gone = false;
    const hold = async (): Promise<void> => {
      if (!('wakeLock' in navigator) || document.visibilityState !== 'visible' || (lock && !lock.released)) return;
      // Refused when the battery is low: then it is as if there were none.
      const got = await navigator.wakeLock.request('screen').catch(() => undefined);
      if (gone) void got?.release();
      else lock = got;
    };
    const again = (): void => void hold();
    void hold();
    document.addEventListener('visibilitychange', again);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, []);
}
