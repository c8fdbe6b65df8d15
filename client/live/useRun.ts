import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandInput, CommandName } from '../../protocol/table.ts';
import type { Answer } from '../app/problem.ts';
import { toast } from '../ui/Toast.tsx';
import { useLive } from './context.tsx';
import { newId } from './ids.ts';

/** Sends a command, from the room or from outside of it; what went wrong is the answer. */
export type Send = <N extends CommandName>(name: N, payload: CommandInput<N>, id?: string) => Promise<Answer<unknown>>;

/** The same; a refusal is said in passing, with its code. Answers the command's id, which is the id of what it made, or nothing. */
export type Run = <N extends CommandName>(name: N, payload: CommandInput<N>) => Promise<string | undefined>;

export function useRun(send: Send): Run {
  const { t } = useTranslation('errors');
  return useCallback(async (name, payload) => {
    const id = newId();
    const answer = await send(name, payload, id);
    if (!answer.ok) toast(`${t(answer.error.code)} (${answer.error.code})`, 'warning');
    return answer.ok ? id : undefined;
  }, [send, t]);
}

/** To the session of the room that this page is in. */
export function useRoomSend(): Send {
  const live = useLive();
  return useCallback<Send>((name, payload, id) => live.command(name, payload, id), [live]);
}
