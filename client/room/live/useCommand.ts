import { useRoomSend, useRun } from '../../live/useRun.ts';
import type { Run } from '../../live/useRun.ts';

/** Sends commands of this room; a refusal is said in passing. */
export function useCommand(): Run {
  return useRun(useRoomSend());
}
