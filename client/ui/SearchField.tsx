import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './icons.tsx';
import field from './Field.module.css';
import css from './SearchField.module.css';

/** Narrows the list below it while one types. */
export function SearchField({ label, value, onChange }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }): ReactNode {
  return (
    <label className={css['search']}>
      <Icon name="search" size={18} />
      <input type="search" className={cx(field['input'], css['input'])} aria-label={label} placeholder={label} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    </label>
  );
}
