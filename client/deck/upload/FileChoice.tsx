import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from '../../ui/Field.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';

interface Props {
  readonly file: File | undefined;
  readonly disabled: boolean;
  readonly missing: boolean;
  readonly onFile: (file: File) => void;
}

/** Where a PDF is chosen, or dropped. */
export function FileChoice({ file, disabled, missing, onFile }: Props): ReactNode {
  const { t } = useTranslation('deck');
  return (
    <div>
      <FileDrop label={t('upload.choose')} hint={t('upload.limits')} file={file} accept="application/pdf,.pdf" disabled={disabled} invalid={missing} onFile={onFile} />
      {missing && <FieldError>{t('upload.noFile')}</FieldError>}
    </div>
  );
}
