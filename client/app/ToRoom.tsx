import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { LoadingScreen } from './Loading.tsx';
import { roomPath } from './paths.ts';

/** Loads the room whose address this is, as addresses of rooms are written: the router takes other spellings for the same. */
export function ToRoom(): ReactNode {
  const { session = '' } = useParams();
  useEffect(() => location.replace(roomPath(session)), [session]);
  return <LoadingScreen />;
}
