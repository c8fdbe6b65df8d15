import { lazy } from 'react';
import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { loadRefusals } from '../i18n/setup.ts';
import { SeatedOnly } from './guards.tsx';
import { isRoomPath } from './paths.ts';

const loadPages = async () => (await Promise.all([import('./AppRoutes.tsx'), loadRefusals()]))[0];
const Pages = lazy(async () => ({ default: (await loadPages()).AppRoutes }));
const loadRoom = (): Promise<typeof import('../room/RoomPage.tsx')> => import('../room/RoomPage.tsx');
const RoomPage = lazy(loadRoom);

// The way into a room loads no list of pages, and neither way waits for the texts and for who one is to ask for its screens.
// What fails here is asked for again, and told, when the screen is shown.
(isRoomPath(location.pathname) ? loadRoom() : loadPages()).catch(() => {});

/** The room, which people enter from a link on a thin line; and every other screen. */
export function Screens(): ReactNode {
  return (
    <Routes>
      <Route element={<SeatedOnly />}><Route path="/room/:session" element={<RoomPage />} /></Route>
      <Route path="*" element={<Pages />} />
    </Routes>
  );
}
