import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/useLocale.ts';
import css from './upload.module.css';

/** How much of a file is sent; then that the server looks at it. `share` from 0 to 1. */
export function UploadProgress({ share }: { readonly share: number }): ReactNode {
  const { t } = useTranslation('deck');
  const percent = new Intl.NumberFormat(useLocale(), { style: 'percent' }).format(share);
  const id = useId();
  const sent = share >= 1;
  return (
    <div className={css['progress']}>
      <span id={id} role="status">{t(sent ? 'upload.checking' : 'upload.sending')}</span>
      {sent ? <progress aria-labelledby={id} /> : <><progress aria-labelledby={id} value={share} max={1} /><span className={css['percent']} aria-hidden="true">{percent}</span></>}
    </div>
  );
}
