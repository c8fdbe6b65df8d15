import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../app/announcer.tsx';
import { useLiveSnapshot } from '../../live/context.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import css from './ReconnectBanner.module.css';

/** Over the frozen room while the line is down; it goes away by itself. */
export function ReconnectBanner(): ReactNode {
  const { t } = useTranslation('room');
  const status = useLiveSnapshot((snapshot) => snapshot.status);
  const quiet = useLiveSnapshot((snapshot) => snapshot.quiet);
  const lost = status === 'reconnecting' || quiet;
  useEffect(() => {
    if (!lost) return undefined;
    announce(t('reconnecting.said'), 'assertive');
    return () => announce(t('reconnecting.back'));
  }, [lost, t]);
  if (!lost) return null;
  return (
    <div className={css['banner']}>
      <Spinner size={22} />
      <div><b>{t('reconnecting.title')}</b><p>{t('reconnecting.text')}</p></div>
    </div>
  );
}
