import { useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../app/announcer.tsx';
import { Button } from './Button.tsx';
import field from './Field.module.css';
import css from './CopyField.module.css';

/** Something to be copied whole: a link that is told once. */
export function CopyField({ label, value, hint }: { readonly label: string; readonly value: string; readonly hint?: string }): ReactNode {
  const { t } = useTranslation('common');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'none' | 'copied' | 'selected'>('none');

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setState('copied');
      announce(t('copy.copied'));
    } catch {
      // Pages without a secure connection have no clipboard: the text is marked, and the keyboard copies it.
      input.current?.select();
      setState('selected');
      announce(t('copy.selected'));
    }
  };

  return (
    <div className={field['field']}>
      <label className={field['label']} htmlFor={id}>{label}</label>
      {hint !== undefined && <p className={field['hint']}>{hint}</p>}
      <div className={css['row']}>
        <input id={id} ref={input} className={field['input']} value={value} readOnly onFocus={(event) => event.currentTarget.select()} />
        <Button look="line" icon={state === 'copied' ? 'check' : 'copy'} onClick={() => void copy()}>{state === 'copied' ? t('copy.copied') : t('copy.copy')}</Button>
      </div>
      {state === 'selected' && <p className={field['hint']}>{t('copy.selected')}</p>}
    </div>
  );
}
