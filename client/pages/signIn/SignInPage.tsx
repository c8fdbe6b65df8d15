import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import type { Me } from '../../../protocol/routes/identity.ts';
import { useAccount } from '../../app/account.tsx';
import { Page } from '../../app/Page.tsx';
import { safeNext } from '../../app/paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { DemoPeople } from './DemoPeople.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import css from './SignIn.module.css';

/** Who are you? With the people of the demonstration in an installation that is one. */
export default function SignInPage(): ReactNode {
  const { t } = useTranslation(['identity', 'verify']);
  const { me, become } = useAccount();
  const [search] = useSearchParams();
  // Signing in draws this page once more, and then there is somebody: off to where they wanted to go.
  if (me.person) return <Navigate to={safeNext(search.get('next'))} replace />;
  const enter = (next: Me): void => void become(next);
  return (
    <Page title={me.demo ? t('signIn.demoTitle') : t('signIn.title')} lead={me.demo ? t('signIn.demoLead') : t('signIn.lead')}>
      {me.demo && <DemoPeople onSignedIn={enter} />}
      <section className={css['form']} aria-labelledby="sign-in-form">
        <h2 id="sign-in-form" className={css['heading']}>{me.demo ? t('signIn.orPassword') : t('signIn.withPassword')}</h2>
        <PasswordForm onSignedIn={enter} />
        <p className={css['help']}>{t('signIn.help')}</p>
      </section>
      {/* Anybody may, signed in or not. */}
      <div><ButtonLink look="quiet" icon="check" to="/verify">{t('verify:title')}</ButtonLink></div>
    </Page>
  );
}
