import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useLive } from '../../live/context.tsx';
import { RoomVisit, useVisit } from '../source.tsx';
import { captureQueueOf } from './queues.ts';

/** In the room: what waits on the device is sent as long as one is inside, and follows what the visit decides. */
export function CapturesGoOn(): ReactNode {
  return <RoomVisit><Follow /><Return /></RoomVisit>;
}

/** For every place that has a visit around it: the queue goes on, and gives up what the visit has given up. */
export function Follow(): ReactNode {
  const { session, me, observation } = useVisit();
  const queue = captureQueueOf(session.id, me.id);
  const { items } = observation.evidence;
  const { paused } = observation.consents;
  useEffect(() => queue.follow(items, paused), [queue, items, paused]);
  return null;
}

/** A connection that stands again is worth a try. */
function Return(): ReactNode {
  const live = useLive();
  const { session, me } = useVisit();
  const queue = captureQueueOf(session.id, me.id);
  useEffect(() => live.onJoin(queue.nudge), [live, queue]);
  return null;
}
