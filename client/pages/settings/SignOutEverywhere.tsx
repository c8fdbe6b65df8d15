import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAccount } from '../../app/account.tsx';
import { api } from '../../app/api.ts';
import { useAction } from '../../app/useAction.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import shared from '../shared/shared.module.css';

/** Ends every sign-in of this person, this one too. */
export function SignOutEverywhere(): ReactNode {
  const { t } = useTranslation('identity');
  const { refresh } = useAccount();
  const navigate = useNavigate();
  const [asks, setAsks] = useState(false);
  const { run, busy, problem } = useAction(() => api('signOutEverywhere'));
  const signOut = async (): Promise<void> => {
    const done = await run();
    if (!done?.ok) return;
    await refresh();
    await navigate('/sign-in');
  };
  return (
    <section className={shared['card']}>
      <div className={shared['section']}>
        <h2>{t('settings.signIns')}</h2>
        <p className={shared['muted']}>{t('settings.signInsText')}</p>
      </div>
      <div className={shared['buttons']}><Button look="stopLine" icon="signOut" onClick={() => setAsks(true)}>{t('settings.signOutEverywhere')}</Button></div>
      {asks && (
        <ConfirmDialog
          title={t('settings.signOutTitle')} confirm={t('settings.signOutEverywhere')} busy={busy} problem={problem}
          onConfirm={() => void signOut()} onClose={() => setAsks(false)}
        >
          {t('settings.signOutText')}
        </ConfirmDialog>
      )}
    </section>
  );
}
