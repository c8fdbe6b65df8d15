import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton, Spinner } from '../ui/Spinner.tsx';
import css from './Loading.module.css';

/** The place of a page whose data is being fetched. */
export function Loading(): ReactNode {
  const { t } = useTranslation('common');
  return (
    <div role="status">
      <span className={css['hidden']}>{t('loading')}</span>
      <div className={css['lines']}>
        <Skeleton width="45%" height="2.4rem" />
        <Skeleton height="9rem" />
        <Skeleton width="80%" />
        <Skeleton width="60%" />
      </div>
    </div>
  );
}

/** The place of a whole screen, before even its texts are there; so it says nothing. */
export function LoadingScreen(): ReactNode {
  return <div className={css['whole']}><Spinner size={28} /></div>;
}
