/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions -- A file may be dropped on the label; the field in it does the same with keyboard and mouse. */
import { useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from '../../ui/Field.tsx';
import { Icon } from '../../ui/icons.tsx';
import css from './upload.module.css';

interface Props {
  readonly file: File | undefined;
  readonly disabled: boolean;
  readonly missing: boolean;
  readonly onFile: (file: File) => void;
}

/** Where a PDF is chosen, or dropped. */
export function FileChoice({ file, disabled, missing, onFile }: Props): ReactNode {
  const { t } = useTranslation('deck');
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    const chosen = files?.[0];
    if (chosen && !disabled) onFile(chosen);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div>
      <label
        className={css['file']} data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)} onDrop={onDrop}
      >
        <b><Icon name={file ? 'document' : 'upload'} />{file?.name ?? t('upload.choose')}</b>
        <span>{t('upload.limits')}</span>
        <input type="file" accept="application/pdf,.pdf" disabled={disabled} aria-invalid={missing} onChange={(event) => take(event.currentTarget.files)} />
      </label>
      {missing && <FieldError>{t('upload.noFile')}</FieldError>}
    </div>
  );
}
