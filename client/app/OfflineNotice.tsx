import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../ui/Banner.tsx';
import { useOnline } from './online.ts';
import css from './OfflineNotice.module.css';

/** Says that the device has no network, for as long as it has none. */
export function OfflineNotice(): ReactNode {
  const { t } = useTranslation('common');
  const online = useOnline();
  return <div role="status" className={online ? undefined : css['notice']}>{!online && <Banner tone="warn" icon="lineOff">{t('offline')}</Banner>}</div>;
}
