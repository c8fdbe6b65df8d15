import { useCallback } from 'react';
import type { RouteBodyInput } from '../../../protocol/routes/table.ts';
import { api } from '../../app/api.ts';
import { useRefresh } from '../../app/queries.ts';
import { newId } from '../../live/ids.ts';
import type { Send } from '../../live/useRun.ts';

type Payload = RouteBodyInput<'command'>['payload'];

/** Sends commands of the protocol table to a session from outside of its room, and fetches anew what they changed. */
export function useSessionCommand(session: string): Send {
  const refresh = useRefresh();
  return useCallback<Send>(async (name, payload, id = newId()) => {
    // Every payload of the table is JSON; its exact type says so only to its own row.
    const answer = await api('command', { params: { session }, body: { id, name, payload: payload as Payload } });
    if (answer.ok) await refresh('session', 'sessions', 'invitations', 'visit', 'classPlan', 'meeting', 'ceremony');
    return answer;
  }, [session, refresh]);
}
