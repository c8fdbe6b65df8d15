import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from '../../../room/parts/Modal.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Field.tsx';
import type { Entry } from '../list.ts';
import { useNames } from '../useEvidence.ts';

interface Props {
  readonly entry: Entry;
  /** How many regions are burnt out of what is let out, and how many marks are on it. */
  readonly masked: number;
  readonly marks: number;
  readonly onConfirm: (withPlace: boolean) => void;
  readonly onClose: () => void;
}

/** Asks once before a picture goes to the other side, because it cannot be taken back. */
export function ReleaseDialog({ entry, masked, marks, onConfirm, onClose }: Props): ReactNode {
  const { t } = useTranslation(['evidence', 'common']);
  const names = useNames();
  const [withPlace, setWithPlace] = useState(false);
  return (
    <Modal
      kind="ask" title={t('release.title', { item: names.item(entry) })} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button look="primary" icon="check" onClick={() => onConfirm(withPlace)}>{t('release.confirm')}</Button></>}
    >
      <p>{masked > 0 ? t('release.masked', { count: masked }) : t('release.whole')}{marks > 0 && ` ${t('release.marks', { count: marks })}`}</p>
      {entry.place && <Checkbox label={t('release.place')} checked={withPlace} onChange={setWithPlace} />}
      <p>{t('release.forGood')}</p>
    </Modal>
  );
}
