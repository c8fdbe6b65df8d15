import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { sessionOfRoom } from '../app/paths.ts';
import { LiveProvider } from '../live/context.tsx';
import { openRoom } from './live/visit.ts';
import { RoomProvider } from './live/context.tsx';
import type { OpenRoom } from './live/OpenRoom.ts';
import { RoomScreens } from './RoomScreens.tsx';
import { Connecting } from './screens/Connecting.tsx';

/** A session, from the device check before the door to the last word. */
export default function RoomPage(): ReactNode {
  const session = sessionOfRoom(location.pathname);
  // Another visit begins anew: connection, media and everything that was on the screen.
  const [visit, setVisit] = useState(0);
  return <Visit key={`${session} ${visit}`} session={session} onAgain={() => setVisit(visit + 1)} />;
}

function Visit({ session, onAgain }: { readonly session: string; readonly onAgain: () => void }): ReactNode {
  const [room, setRoom] = useState<OpenRoom>();
  useEffect(() => {
    const opening = openRoom(session, setRoom);
    return () => opening.close();
  }, [session]);
  if (!room) return <Connecting />;
  return (
    <LiveProvider client={room.live}>
      <RoomProvider value={room}><RoomScreens onAgain={onAgain} /></RoomProvider>
    </LiveProvider>
  );
}
