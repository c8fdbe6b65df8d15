import { useSyncExternalStore } from 'react';
import type { ParticipantId } from '../../../protocol/live/ids.ts';
import type { LiveClient } from '../../live/client.ts';
import { useLive } from '../../live/context.tsx';
import { Cell } from '../../room/live/cell.ts';

/** Told this often while nothing changes, so that whoever leads the class after a reload knows it again. */
const EVERY_MS = 30_000;

const known = new WeakMap<LiveClient, Cell<ReadonlySet<ParticipantId>>>();

/** Whose page is out of sight, as they have told. From the first call on the page listens. */
function awayOf(live: LiveClient): Cell<ReadonlySet<ParticipantId>> {
  let cell = known.get(live);
  if (cell) return cell;
  known.set(live, cell = new Cell<ReadonlySet<ParticipantId>>(new Set()));
  const away = cell;
  live.onSignal((name, from, payload) => {
    if (name !== 'class.looked' || !('away' in payload) || away.get().has(from) === payload.away) return;
    const next = new Set(away.get());
    if (payload.away) next.add(from);
    else next.delete(from);
    away.set(next);
  });
  return away;
}

export function useAway(): ReadonlySet<ParticipantId> {
  const away = awayOf(useLive());
  return useSyncExternalStore(away.subscribe, away.get);
}

/** Listens from now on, so that a panel that is opened later knows what was told before. */
export function listenForLooks(live: LiveClient): void {
  awayOf(live);
}

/** Tells whether this page is in sight, when that changes and every now and then. Answers how to stop. */
export function tellLooks(live: LiveClient): () => void {
  const tell = (): void => live.signal('class.looked', { away: document.visibilityState === 'hidden' });
  tell();
  document.addEventListener('visibilitychange', tell);
  const timer = setInterval(tell, EVERY_MS);
  return () => {
    document.removeEventListener('visibilitychange', tell);
    clearInterval(timer);
  };
}
