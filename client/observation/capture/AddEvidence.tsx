import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { useVisit } from '../source.tsx';
import { AddEvidenceDialog } from './AddEvidenceDialog.tsx';
import { useCaptures, useCaptureWords } from './useCaptures.ts';

/** A file from this device, or the page on the stage, becomes evidence. For who may capture; nothing for the others. */
export function AddEvidence(): ReactNode {
  const { t } = useTranslation('camera');
  const { may } = useVisit();
  const { bar } = useCaptures();
  const words = useCaptureWords();
  const [open, setOpen] = useState(false);
  if (!may('evidence.capture')) return null;
  const barred = bar({ kind: 'file' });
  return (
    <>
      <Button look="line" icon="plus" disabled={barred !== undefined} title={barred && words(barred)} onClick={() => setOpen(true)}>{t('add.open')}</Button>
      {open && <AddEvidenceDialog onClose={() => setOpen(false)} />}
    </>
  );
}
