import { Suspense, useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { FaultBoundary } from '../../app/Fault.tsx';
import { Loading } from '../../app/Loading.tsx';
import { preloadDialogs } from '../../ui/Dialog.tsx';
import { preloadMenus } from '../../ui/Menu.tsx';
import { Brand } from './Brand.tsx';
import { LanguageMenu } from './LanguageMenu.tsx';
import { Navigation } from './Navigation.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import css from './Layout.module.css';

/** The frame of the pages of somebody who is signed in. */
export default function PagesLayout(): ReactNode {
  const { t } = useTranslation('common');
  const { pathname } = useLocation();
  useEffect(() => {
    // Once the page stands, what opens above it is fetched, so that the first press is answered at once.
    const timer = setTimeout(() => {
      preloadMenus();
      preloadDialogs();
    }, 1_000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={css['frame']}>
      <a className={css['skip']} href="#content">{t('skip')}</a>
      <header className={css['header']}>
        <Brand />
        <LanguageMenu />
        <ThemeMenu />
        <PersonMenu />
      </header>
      <Navigation />
      <main className={css['main']} id="content" tabIndex={-1}>
        <FaultBoundary key={pathname}>
          <Suspense fallback={<Loading />}><Outlet /></Suspense>
        </FaultBoundary>
      </main>
    </div>
  );
}
