import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../protocol/routes/identity.ts';
import { api } from '../../app/api.ts';
import { Page } from '../../app/Page.tsx';
import { useAction } from '../../app/useAction.ts';
import { Button } from '../../ui/Button.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { NewPassword } from './NewPassword.tsx';
import { passwordLeastChars } from './password.ts';
import shared from '../shared/shared.module.css';

interface Props {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly onDone: (me: Me) => Promise<void>;
}

/** Sets the password of an account that an administrator made or reset. */
export function SetPassword({ token, name, email, onDone }: Props): ReactNode {
  const { t } = useTranslation('identity');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { run, busy, problem } = useAction(() => api('completeSetup', { params: { token }, body: { password } }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (password.length < passwordLeastChars) return;
    const done = await run();
    if (done?.ok) await onDone(done.value);
  };
  return (
    <Page title={t('setup.passwordTitle', { name })} lead={t('setup.passwordLead', { email })}>
      <form className={`${shared['card']} ${shared['form']}`} noValidate onSubmit={(event) => void submit(event)}>
        {/* Lets a password manager know whose password this is. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <NewPassword label={t('newPassword.label')} value={password} onChange={setPassword} tried={tried} />
        <ProblemNotice problem={problem} />
        <div className={shared['buttons']}><Button type="submit" look="primary" busy={busy}>{t('setup.finish')}</Button></div>
      </form>
    </Page>
  );
}
