import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Me } from '../../protocol/routes/identity.ts';
import { changeUiLanguage } from '../i18n/setup.ts';
import { uiLanguageFor } from '../i18n/languages.ts';
import { api, onSignedOut } from './api.ts';
import type { Problem } from './problem.ts';

export interface Account {
  /** Who is signed in, if anyone; `guest` holds the seat of somebody who came by an invitation. */
  readonly me: Me;
  /** Takes the `Me` that a route answered (sign-in, set-up, changed settings). */
  readonly become: (me: Me) => Promise<void>;
  /** Asks the server again. */
  readonly refresh: () => Promise<void>;
}

const AccountContext = createContext<Account | undefined>(undefined);

/** Who is on this side of the screen. */
export function useAccount(): Account {
  const account = use(AccountContext);
  if (!account) throw new Error('useAccount outside of AccountProvider');
  return account;
}

interface Props {
  readonly children: ReactNode;
  readonly waiting: ReactNode;
  /** The server could not say who this is. */
  readonly failed: (problem: Problem, retry: () => void) => ReactNode;
}

/** Asks once who this is, then shows what is inside. */
export function AccountProvider({ children, waiting, failed }: Props): ReactNode {
  const [me, setMe] = useState<Me>();
  const [problem, setProblem] = useState<Problem>();

  const become = useCallback(async (next: Me) => {
    const language = next.person && uiLanguageFor([next.person.language]);
    if (language) await changeUiLanguage(language);
    setMe(next);
  }, []);

  const refresh = useCallback(async () => {
    const answer = await api('me');
    if (answer.ok) await become(answer.value);
    else setProblem(answer.error);
  }, [become]);

  useEffect(() => {
    const begin = async (): Promise<void> => refresh();
    void begin();
    onSignedOut(() => setMe((last) => last && (last.person ?? last.guest) ? { demo: last.demo, version: last.version } : last));
  }, [refresh]);

  const account = useMemo(() => me && { me, become, refresh }, [me, become, refresh]);
  if (account) return <AccountContext value={account}>{children}</AccountContext>;
  return problem ? failed(problem, () => {
    setProblem(undefined);
    void refresh();
  }) : waiting;
}
