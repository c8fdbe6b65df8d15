import { useId } from 'react';
import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';
import { Icon } from './icons.tsx';
import css from './Field.module.css';

export interface FieldProps {
  readonly label: string;
  /** What to enter, before it is entered. */
  readonly hint?: ReactNode;
  /** What is wrong with what was entered, and how to mend it. */
  readonly error?: string;
  /** Says so beside the label; everything else is required. */
  readonly optional?: boolean;
}

interface Wired {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

/** A label, a control, a hint and an error, tied together. The control gets its ids from the function. */
export function Field({ label, hint, error, optional, children }: FieldProps & { readonly children: (wired: Wired) => ReactNode }): ReactNode {
  const { t } = useTranslation('common');
  const id = useId();
  const describedBy = cx(hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`);
  return (
    <div className={css['field']}>
      <label className={css['label']} htmlFor={id}>{label}{optional && <span className={css['optional']}> ({t('optional')})</span>}</label>
      {hint !== undefined && <p className={css['hint']} id={`${id}-hint`}>{hint}</p>}
      {children({ id, ...(describedBy ? { 'aria-describedby': describedBy } : {}), ...(error === undefined ? {} : { 'aria-invalid': true }) })}
      {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

/** What is wrong with a field, under it. */
export function FieldError({ id, children }: { readonly id?: string; readonly children: string }): ReactNode {
  return <p className={css['error']} id={id} role="alert"><Icon name="stop" size={16} strokeWidth={2.2} />{children}</p>;
}

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'onChange' | 'value'> & FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
};

/** One line of text. */
export function TextField({ label, hint, error, optional, onChange, className, ...rest }: InputProps): ReactNode {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(wired) => (
        <input
          {...rest} {...wired} required={rest.required ?? !optional} className={cx(css['input'], className)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface CheckProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

function Check({ label, hint, checked, onChange, disabled, isSwitch }: CheckProps & { readonly isSwitch: boolean }): ReactNode {
  const id = useId();
  return (
    <label className={cx(css['check'], isSwitch && css['switch'])}>
      <input
        type="checkbox" role={isSwitch ? 'switch' : undefined} checked={checked} disabled={disabled}
        aria-labelledby={`${id}-label`} aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        <span id={`${id}-label`}>{label}</span>
        {hint !== undefined && <span className={css['hint']} id={`${id}-hint`}><br />{hint}</span>}
      </span>
    </label>
  );
}

/** One of a list, to be ticked. */
export function Checkbox(props: CheckProps): ReactNode {
  return <Check {...props} isSwitch={false} />;
}

/** A setting that is on or off, at once. */
export function Switch(props: CheckProps): ReactNode {
  return <Check {...props} isSwitch />;
}
