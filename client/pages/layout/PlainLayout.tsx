import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { FaultBoundary } from '../../app/Fault.tsx';
import { Loading } from '../../app/Loading.tsx';
import { Brand } from './Brand.tsx';
import { LanguageMenu } from './LanguageMenu.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import css from './Layout.module.css';

/** The frame of the pages that need nobody to be signed in: one thing in the middle. */
export default function PlainLayout(): ReactNode {
  const { t } = useTranslation('common');
  const { pathname } = useLocation();
  return (
    <div className={css['plain']}>
      <a className={css['skip']} href="#content">{t('skip')}</a>
      <header className={css['header']}>
        <Brand />
        <LanguageMenu />
        <ThemeMenu />
      </header>
      <main className={css['middle']} id="content" tabIndex={-1}>
        <FaultBoundary key={pathname}>
          <Suspense fallback={<Loading />}><Outlet /></Suspense>
        </FaultBoundary>
      </main>
    </div>
  );
}
