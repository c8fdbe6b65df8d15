import { useCallback } from 'react';
import type { CommandInput, CommandName } from '../../../protocol/table.ts';
import type { RouteBodyInput } from '../../../protocol/routes/table.ts';
import { api } from '../../app/api.ts';
import type { Answer } from '../../app/problem.ts';
import { useRefresh } from '../../app/queries.ts';
import { newId } from '../../live/ids.ts';

type Payload = RouteBodyInput<'command'>['payload'];

export type SessionCommand = <N extends CommandName>(name: N, payload: CommandInput<N>, id?: string) => Promise<Answer<unknown>>;

/** Sends commands of the protocol table to a session from outside of its room, and fetches anew what they changed. */
export function useSessionCommand(session: string): SessionCommand {
  const refresh = useRefresh();
  return useCallback(async (name, payload, id = newId()) => {
    // Every payload of the table is JSON; its exact type says so only to its own row.
    const answer = await api('command', { params: { session }, body: { id, name, payload: payload as Payload } });
    if (answer.ok) await refresh('session', 'sessions', 'invitations', 'visit', 'classPlan', 'meeting');
    return answer;
  }, [session, refresh]);
}
