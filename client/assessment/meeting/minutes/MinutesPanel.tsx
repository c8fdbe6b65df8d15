import type { ReactNode } from 'react';
import { RoomMeeting } from '../source.tsx';
import { MinutesSection } from './MinutesSection.tsx';

/** The minutes, in the room. */
export default function MinutesPanel(): ReactNode {
  return <RoomMeeting><MinutesSection /></RoomMeeting>;
}
