import { useCallback } from 'react';
import type { BoothVoice } from '../../media/booth.ts';
import { Cell } from '../../room/live/cell.ts';

/** Whether the cough is held now; one page has one throat. */
export const coughing = new Cell(false);

/** Silences one's voice for as long as it is held; listeners go on hearing the floor softly. */
export function useCough(voice: BoothVoice | undefined): (on: boolean) => void {
  return useCallback((on) => {
    voice?.hush('cough', on);
    coughing.set(on && voice !== undefined);
  }, [voice]);
}
