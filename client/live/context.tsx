import { createContext, use, useCallback, useRef, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { holds } from '../../protocol/live/audience.ts';
import type { Participant } from '../../protocol/live/participants.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import type { Permission } from '../../protocol/permissions.ts';
import type { LiveClient, LiveSnapshot } from './client.ts';

const LiveContext = createContext<LiveClient | undefined>(undefined);

export function LiveProvider({ client, children }: { readonly client: LiveClient; readonly children: ReactNode }): ReactNode {
  return <LiveContext value={client}>{children}</LiveContext>;
}

/** The connection of this page. */
export function useLive(): LiveClient {
  const client = use(LiveContext);
  if (!client) throw new Error('useLive outside of LiveProvider');
  return client;
}

/** A part of the connection's snapshot; renders again when that part is another (Object.is, or `same`). */
export function useLiveSnapshot<T>(select: (snapshot: LiveSnapshot) => T, same: (a: T, b: T) => boolean = Object.is): T {
  const client = useLive();
  const last = useRef<{ readonly value: T } | undefined>(undefined);
  const read = useCallback(() => {
    const value = select(client.getSnapshot());
    if (last.current && same(last.current.value, value)) return last.current.value;
    last.current = { value };
    return value;
  }, [client, select, same]);
  return useSyncExternalStore(client.subscribe, read);
}

/** A part of the session's state. Only below a component that has checked that there is a state. */
export function useSession<T>(select: (state: SessionState) => T, same?: (a: T, b: T) => boolean): T {
  return useLiveSnapshot(
    useCallback((snapshot: LiveSnapshot) => {
      if (!snapshot.state) throw new Error('useSession before the first join');
      return select(snapshot.state);
    }, [select]),
    same,
  );
}

/** The participant on this side of the screen. */
export function useMe(): Participant {
  const { you } = useLive();
  return useSession(useCallback((state: SessionState) => state.participants[you]!, [you]));
}

/** Whether my role has an ability. What is drawn follows it; the server alone enforces it. */
export function useMay(permission: Permission): boolean {
  const { you } = useLive();
  return useSession(useCallback((state: SessionState) => {
    const me = state.participants[you];
    return me !== undefined && holds(state, me, permission);
  }, [you, permission]));
}
