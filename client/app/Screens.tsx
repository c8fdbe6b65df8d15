import { lazy, useEffect } from 'react';
import type { ReactNode } from 'react';
import { loadRefusals } from '../i18n/setup.ts';
import { useAccount } from './account.tsx';
import { LoadingScreen } from './Loading.tsx';
import { isRoomPath, signInPath } from './paths.ts';

const loadPages = async () => (await Promise.all([import('./AppRoutes.tsx'), loadRefusals()]))[0];
const Pages = lazy(async () => ({ default: (await loadPages()).AppRoutes }));
const loadRoom = (): Promise<typeof import('../room/RoomPage.tsx')> => import('../room/RoomPage.tsx');
const RoomPage = lazy(loadRoom);

/**
 * The room, which people enter from a link on a thin line, and the pages are documents of their own: the way into a room loads neither
 * the pages nor their router, and whoever goes in gets what the server has now.
 */
const isRoom = isRoomPath(location.pathname);
// Neither way waits for the texts and for who one is to ask for its screens. What fails here is asked for again, and told, when the
// screen is shown.
(isRoom ? loadRoom() : loadPages()).catch(() => {});
// A step through the browser's history may lead from one to the other without loading it.
addEventListener('popstate', () => {
  if (isRoomPath(location.pathname) !== isRoom) location.reload();
});

/** The room, or every other screen. */
export function Screens(): ReactNode {
  const { me } = useAccount();
  if (!isRoom) return <Pages />;
  return me.person ?? me.guest ? <RoomPage /> : <ToSignIn />;
}

function ToSignIn(): ReactNode {
  useEffect(() => location.replace(signInPath(location.pathname + location.search)), []);
  return <LoadingScreen />;
}
