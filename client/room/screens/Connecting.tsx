import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import css from './Screens.module.css';

/** After this long one wants to know why nothing happens. */
const SLOW_MS = 6_000;

export function Connecting(): ReactNode {
  const { t } = useTranslation(['room', 'common']);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className={css['screen']}>
      <div className={css['card']} role="status">
        <Spinner size={32} />
        <h1>{t('connecting.title')}</h1>
        {slow && <p>{t('connecting.slow')}</p>}
        {slow && <Button look="line" icon="refresh" onClick={() => location.reload()}>{t('common:reload')}</Button>}
      </div>
    </main>
  );
}
