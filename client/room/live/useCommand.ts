import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandInput, CommandName } from '../../../protocol/table.ts';
import { useLive } from '../../live/context.tsx';
import { toast } from '../../ui/Toast.tsx';

export type Run = <N extends CommandName>(name: N, payload: CommandInput<N>) => Promise<boolean>;

/** Sends a command; a refusal is said in passing, with its code. True once it is done. */
export function useCommand(): Run {
  const live = useLive();
  const { t } = useTranslation('errors');
  return useCallback(async (name, payload) => {
    const result = await live.command(name, payload);
    if (!result.ok) toast(`${t(result.error.code)} (${result.error.code})`, 'warning');
    return result.ok;
  }, [live, t]);
}
