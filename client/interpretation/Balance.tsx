import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/useLocale.ts';
import css from './Balance.module.css';

const STEP = 0.05;

/** How loud the floor, and what is shared with it, stays under the interpreter. */
export function Balance({ value, onChange }: { readonly value: number; readonly onChange: (value: number) => void }): ReactNode {
  const { t } = useTranslation('interpretation');
  const locale = useLocale();
  const id = useId();
  const said = new Intl.NumberFormat(locale, { style: 'percent' }).format(value);
  return (
    <div className={css['balance']}>
      <label htmlFor={id}>{t('balance.label')}</label>
      <output htmlFor={id}>{said}</output>
      <input id={id} type="range" min={0} max={1} step={STEP} value={value} aria-valuetext={said} onChange={(event) => onChange(event.currentTarget.valueAsNumber)} />
      <span aria-hidden="true">{t('balance.interpreter')}</span><span aria-hidden="true">{t('balance.floor')}</span>
    </div>
  );
}
