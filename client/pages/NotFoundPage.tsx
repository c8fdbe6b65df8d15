import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/Page.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

/** An address that leads nowhere. */
export default function NotFoundPage(): ReactNode {
  const { t } = useTranslation('pages');
  return (
    <Page title={t('notFound.title')} narrow>
      <EmptyState icon="search" title={t('notFound.what')} actions={<ButtonLink look="primary" icon="home" to="/">{t('notFound.home')}</ButtonLink>}>
        {t('notFound.next')}
      </EmptyState>
    </Page>
  );
}
