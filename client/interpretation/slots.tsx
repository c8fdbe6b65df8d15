import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { useSession } from '../live/context.tsx';

const LanguageControl = lazy(() => import('./LanguageControl.tsx'));
const Notices = lazy(() => import('./Notices.tsx'));
const Companion = lazy(() => import('./Companion.tsx'));

/** Somebody may interpret here: only then is any of it fetched. */
export function useInterpreted(): boolean {
  return useSession((state) => Object.keys(state.interpretation.booths).length > 0);
}

export function LanguageSlot(): ReactNode {
  return useInterpreted() ? <Suspense><LanguageControl /></Suspense> : null;
}

export function InterpretationNotices(): ReactNode {
  return useInterpreted() ? <Suspense><Notices /></Suspense> : null;
}

export function InterpretationCompanion(): ReactNode {
  return useInterpreted() ? <Suspense><Companion /></Suspense> : null;
}
