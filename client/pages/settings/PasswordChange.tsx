import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../app/account.tsx';
import { api } from '../../app/api.ts';
import { useAction } from '../../app/useAction.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { toast } from '../../ui/Toast.tsx';
import { NewPassword } from '../setup/NewPassword.tsx';
import { passwordLeastChars } from '../setup/password.ts';
import shared from '../shared/shared.module.css';

/** Another password; it ends every other sign-in. */
export function PasswordChange(): ReactNode {
  const { t } = useTranslation('identity');
  const { me } = useAccount();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [tried, setTried] = useState(false);
  const { run, busy, problem } = useAction(() => api('changePassword', { body: { current, next } }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (current === '' || next.length < passwordLeastChars) return;
    const done = await run();
    if (!done?.ok) return;
    setCurrent('');
    setNext('');
    setTried(false);
    toast(t('settings.passwordDone'));
  };
  return (
    <form className={`${shared['card']} ${shared['form']}`} noValidate onSubmit={(event) => void submit(event)}>
      <div className={shared['section']}>
        <h2>{t('settings.password')}</h2>
        <p className={shared['muted']}>{t('settings.passwordLead')}</p>
      </div>
      <input type="email" autoComplete="username" value={me.person?.email ?? ''} readOnly hidden />
      <TextField
        label={t('settings.current')} type="password" autoComplete="current-password" value={current} onChange={setCurrent}
        error={tried && current === '' ? t('faults.password') : undefined}
      />
      <NewPassword label={t('newPassword.label')} value={next} onChange={setNext} tried={tried} />
      <ProblemNotice problem={problem} />
      <div className={shared['buttons']}><Button type="submit" look="line" busy={busy}>{t('settings.changePassword')}</Button></div>
    </form>
  );
}
