import type { KeyboardEvent, ReactNode } from 'react';
import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';
import css from './Field.module.css';

interface Props extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength?: number;
  readonly rows?: number;
  readonly readOnly?: boolean;
  readonly placeholder?: string;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** Several lines of text. */
export function TextArea({ label, hint, error, optional, onChange, rows = 4, ...rest }: Props): ReactNode {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(wired) => <textarea {...rest} {...wired} rows={rows} className={css['input']} onChange={(event) => onChange(event.currentTarget.value)} />}
    </Field>
  );
}
