import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Modal } from './Modal.tsx';
import css from './ChooseDialog.module.css';

interface Props {
  readonly title: string;
  readonly options: readonly { readonly id: string; readonly label: string; readonly detail?: string }[];
  readonly chosen: string;
  readonly confirm: string;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

/** One of a few, and a button that does it. */
export function ChooseDialog({ title, options, chosen, confirm, onChoose, onClose }: Props): ReactNode {
  const { t } = useTranslation('common');
  const name = useId();
  const [value, setValue] = useState(chosen);
  return (
    <Modal
      title={title} onClose={onClose}
      actions={(
        <>
          <Button look="line" onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={value === chosen} onClick={() => { onChoose(value); onClose(); }}>{confirm}</Button>
        </>
      )}
    >
      <div role="radiogroup" aria-label={title} className={css['options']}>
        {options.map((option) => (
          <label key={option.id} className={css['option']}>
            <input type="radio" name={name} value={option.id} checked={value === option.id} onChange={() => setValue(option.id)} />
            <span>{option.label}{option.detail !== undefined && <small>{option.detail}</small>}</span>
          </label>
        ))}
      </div>
    </Modal>
  );
}
