import { Cell, useCell } from '../../room/live/cell.ts';

/** Whether the sound of this page comes from a loudspeaker and not from a headset. */
export const loudspeaker = new Cell(false);

export function useLoudspeaker(): boolean {
  return useCell(loudspeaker);
}
