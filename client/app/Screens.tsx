import { lazy } from 'react';
import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { loadRefusals } from '../i18n/setup.ts';
import { SeatedOnly } from './guards.tsx';

const loadPages = async () => (await Promise.all([import('./AppRoutes.tsx'), loadRefusals()]))[0];
const Pages = lazy(async () => ({ default: (await loadPages()).AppRoutes }));
const RoomPage = lazy(() => import('../room/RoomPage.tsx'));

// The way into a room loads no list of pages; the way to a page does not wait for the texts to ask for it.
if (!location.pathname.startsWith('/room/')) void loadPages();

/** The room, which people enter from a link on a thin line; and every other screen. */
export function Screens(): ReactNode {
  return (
    <Routes>
      <Route element={<SeatedOnly />}><Route path="/room/:session" element={<RoomPage />} /></Route>
      <Route path="*" element={<Pages />} />
    </Routes>
  );
}
