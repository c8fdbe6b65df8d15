import { lazy, Suspense, useCallback } from 'react';
import type { ReactNode } from 'react';
import { usePageTitle } from '../app/usePageTitle.ts';
import { useLiveSnapshot } from '../live/context.tsx';
import type { LiveSnapshot } from '../live/client.ts';
import { Lobby } from '../prejoin/Lobby.tsx';
import { Prejoin } from '../prejoin/Prejoin.tsx';
import { useCell } from './live/cell.ts';
import { useRoom } from './live/context.tsx';
import { Connecting } from './screens/Connecting.tsx';
import { Gone } from './screens/Gone.tsx';
import { ReconnectBanner } from './screens/ReconnectBanner.tsx';
import { whereAmI } from './where.ts';
import type { Where } from './where.ts';

// Fetched while somebody looks at their camera before the door.
const inside = import('./screens/Inside.tsx');
const Inside = lazy(() => inside);

/** The screen that follows from where this participant is. */
export function RoomScreens({ onAgain }: { readonly onAgain: () => void }): ReactNode {
  const { door } = useRoom();
  const wish = useCell(door.wish);
  const where = useLiveSnapshot(useCallback((snapshot: LiveSnapshot) => whereAmI(snapshot, wish === 'in'), [wish]), sameWhere);
  usePageTitle(useLiveSnapshot((snapshot) => snapshot.state?.session.title));
  if (wish === 'left') return <Gone code="left" onAgain={onAgain} />;
  switch (where.screen) {
    case 'connecting': return <Connecting />;
    case 'gone': return <Gone code={where.code} onAgain={onAgain} />;
    case 'before': return <><ReconnectBanner /><Prejoin refused={where.refused} /></>;
    case 'lobby': return <><ReconnectBanner /><Lobby /></>;
    case 'inside': return <Suspense fallback={<Connecting />}><Inside /></Suspense>;
    default: return where satisfies never;
  }
}

function sameWhere(a: Where, b: Where): boolean {
  return a.screen === b.screen && ('code' in a ? a.code : undefined) === ('code' in b ? b.code : undefined)
    && ('refused' in a ? a.refused : undefined) === ('refused' in b ? b.refused : undefined);
}
