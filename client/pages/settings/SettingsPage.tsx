import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../app/Page.tsx';
import { AppearanceForm } from './AppearanceForm.tsx';
import { PasswordChange } from './PasswordChange.tsx';
import { SignOutEverywhere } from './SignOutEverywhere.tsx';

/** What somebody can change about themselves. */
export default function SettingsPage(): ReactNode {
  const { t } = useTranslation('identity');
  return (
    <Page title={t('settings.title')} narrow>
      <AppearanceForm />
      <PasswordChange />
      <SignOutEverywhere />
    </Page>
  );
}
