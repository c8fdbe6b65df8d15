import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useLive } from '../../live/context.tsx';
import { RoomVisit } from '../source.tsx';
import { useCaptures } from './useCaptures.ts';

/** In the room: what waits on the device is sent as long as one is inside, whatever is on the screen. */
export function CapturesGoOn(): ReactNode {
  return <RoomVisit><GoOn /></RoomVisit>;
}

/** A connection that stands again is worth a try. */
function GoOn(): ReactNode {
  const live = useLive();
  const { queue } = useCaptures();
  useEffect(() => live.onJoin(queue.nudge), [live, queue]);
  return null;
}
