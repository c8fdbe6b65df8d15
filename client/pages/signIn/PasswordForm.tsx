import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../protocol/routes/identity.ts';
import { api } from '../../app/api.ts';
import { useAction } from '../../app/useAction.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import shared from '../shared/shared.module.css';

/** E-mail address and password. */
export function PasswordForm({ onSignedIn }: { readonly onSignedIn: (me: Me) => void }): ReactNode {
  const { t } = useTranslation('identity');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { run, busy, problem } = useAction(() => api('signIn', { body: { email: email.trim(), password } }));
  const badEmail = !/^\S+@\S+\.\S+$/u.test(email.trim());

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (badEmail || password === '') return;
    const done = await run();
    if (done?.ok) onSignedIn(done.value);
  };

  return (
    <form className={shared['form']} noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('email')} type="email" autoComplete="username" inputMode="email" value={email} onChange={setEmail}
        error={tried && badEmail ? t('faults.email') : undefined}
      />
      <TextField
        label={t('password')} type="password" autoComplete="current-password" value={password} onChange={setPassword}
        error={tried && password === '' ? t('faults.password') : undefined}
      />
      <ProblemNotice problem={problem} />
      <div className={shared['buttons']}><Button type="submit" look="primary" icon="signIn" busy={busy}>{t('signIn.submit')}</Button></div>
    </form>
  );
}
