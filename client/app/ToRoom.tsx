import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { LoadingScreen } from './Loading.tsx';

/** The address is a room's already, and so is the document after it has been loaded. */
export function ToRoom(): ReactNode {
  useEffect(() => location.reload(), []);
  return <LoadingScreen />;
}
