import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useLocale } from '../i18n/useLocale.ts';
import { ToastRegion } from '../ui/Toast.tsx';
import { AccountProvider } from './account.tsx';
import { Announcer } from './announcer.tsx';
import { Fault, FaultBoundary } from './Fault.tsx';
import { LoadingScreen } from './Loading.tsx';
import { OfflineNotice } from './OfflineNotice.tsx';
import { Screens } from './Screens.tsx';

/** Everything around the screens. */
export function App(): ReactNode {
  return (
    <I18nProvider locale={useLocale()}>
      <FaultBoundary>
        <OfflineNotice />
        <AccountProvider waiting={<LoadingScreen />} failed={(problem, retry) => <Fault problem={problem} onRetry={retry} />}>
          <Suspense fallback={<LoadingScreen />}><Screens /></Suspense>
        </AccountProvider>
      </FaultBoundary>
      <ToastRegion />
      <Announcer />
    </I18nProvider>
  );
}
