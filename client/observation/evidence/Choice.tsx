import type { ReactNode } from 'react';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/icons.tsx';
import field from '../../ui/Field.module.css';
import css from './Evidence.module.css';

interface Props<V extends string> {
  readonly label: string;
  readonly hint?: string;
  /** What stands for no choice. */
  readonly all: string;
  readonly value: V | undefined;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V | undefined) => void;
}

/**
 * One of a few, or none, by the browser's own list: it also opens above a modal dialog, where a list that is drawn into
 * the page would lie underneath.
 */
export function Choice<V extends string>({ label, hint, all, value, options, onChange }: Props<V>): ReactNode {
  return (
    <Field label={label} hint={hint}>
      {(wired) => (
        <span className={css['choice']}>
          <select
            {...wired} className={field['input']} value={value ?? ''}
            onChange={(event) => onChange(options.find((one) => one.value === event.currentTarget.value)?.value)}
          >
            <option value="">{all}</option>
            {options.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}
          </select>
          <Icon name="down" size={18} />
        </span>
      )}
    </Field>
  );
}
