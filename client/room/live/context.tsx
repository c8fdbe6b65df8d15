import { createContext, use } from 'react';
import type { OpenRoom } from './OpenRoom.ts';

const RoomContext = createContext<OpenRoom | undefined>(undefined);
export const RoomProvider = RoomContext;

/** This page's room: what it knows beside the session's state. */
export function useRoom(): OpenRoom {
  const room = use(RoomContext);
  if (!room) throw new Error('useRoom outside of the room');
  return room;
}
