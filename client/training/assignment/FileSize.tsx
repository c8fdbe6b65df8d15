import type { ReactNode } from 'react';
import { useLocale } from '../../i18n/useLocale.ts';
import css from './assignment.module.css';

/** How large a file is, in the unit that fits. */
export function FileSize({ bytes }: { readonly bytes: number }): ReactNode {
  const locale = useLocale();
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'kilobyte'] : [bytes / (1024 * 1024), 'megabyte'];
  return <span className={css['size']}>{new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)}</span>;
}
