import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Me } from '../../../protocol/routes/identity.ts';
import { useAccount } from '../../app/account.tsx';
import { Page } from '../../app/Page.tsx';
import { useApi } from '../../app/queries.ts';
import { Loading } from '../../app/Loading.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { FirstAdministrator } from './FirstAdministrator.tsx';
import { SetPassword } from './SetPassword.tsx';

/** A one-time link: the first administrator of an installation, or the password of an account. */
export default function SetupPage(): ReactNode {
  const { t } = useTranslation('identity');
  const { token = '' } = useParams();
  const { become } = useAccount();
  const navigate = useNavigate();
  const link = useApi('setup', { params: { token } });
  const done = async (me: Me): Promise<void> => {
    await become(me);
    await navigate('/', { replace: true });
  };
  if (link.error && !link.data) {
    return (
      <Page title={t('setup.badTitle')}>
        <ProblemNotice problem={link.error.problem} />
        <div><ButtonLink look="primary" to="/sign-in">{t('setup.toSignIn')}</ButtonLink></div>
      </Page>
    );
  }
  if (!link.data) return <Loading />;
  return link.data.purpose === 'first'
    ? <FirstAdministrator token={token} onDone={done} />
    : <SetPassword token={token} name={link.data.name ?? ''} email={link.data.email ?? ''} onDone={done} />;
}
