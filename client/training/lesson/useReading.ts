import { useEffect } from 'react';
import { api } from '../../app/api.ts';

const BEAT_MS = 30_000;
/** Nobody reads for so long without a scroll, a key or a touch. */
const STILL_MS = 180_000;

/** Tells the server that a lesson is open before somebody's eyes, as long as it is: what is measured counts towards the certificate. */
export function useReading(edition: string, lesson: string, reads: boolean): void {
  useEffect(() => {
    if (!reads) return undefined;
    let moved = Date.now();
    const move = (): void => {
      moved = Date.now();
    };
    const beat = (): void => {
      if (document.visibilityState === 'visible' && Date.now() - moved < STILL_MS) void api('reading', { params: { edition, lesson }, body: {} });
    };
    beat();
    const timer = setInterval(beat, BEAT_MS);
    const signs = ['scroll', 'keydown', 'pointerdown', 'pointermove'] as const;
    for (const sign of signs) addEventListener(sign, move, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signs) removeEventListener(sign, move);
    };
  }, [edition, lesson, reads]);
}
