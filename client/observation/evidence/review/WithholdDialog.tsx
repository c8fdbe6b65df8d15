import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../../protocol/limits.ts';
import { Modal } from '../../../room/parts/Modal.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import field from '../../../ui/Field.module.css';
import type { Entry } from '../list.ts';
import { useNames } from '../useEvidence.ts';
import css from '../viewer/Viewer.module.css';

const usual = ['personal', 'secret', 'security'] as const;

interface Props {
  readonly entry: Entry;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks why an item is kept: the observers read the reason in its place. */
export function WithholdDialog({ entry, onConfirm, onClose }: Props): ReactNode {
  const { t } = useTranslation(['evidence', 'common']);
  const names = useNames();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const confirm = (): void => {
    if (reason.trim() === '') return setMissing(true);
    onConfirm(reason.trim());
  };
  return (
    <Modal
      title={t('withhold.title', { item: names.item(entry) })} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button look="stop" icon="lock" onClick={confirm}>{t('withhold.confirm')}</Button></>}
    >
      <p>{t('withhold.text')}</p>
      <div className={css['usual']} role="group" aria-label={t('withhold.usual')}>
        {usual.map((one) => <Button key={one} look="line" aria-pressed={reason === t(`withhold.reason.${one}`)} onClick={() => setReason(t(`withhold.reason.${one}`))}>{t(`withhold.reason.${one}`)}</Button>)}
      </div>
      <Field label={t('withhold.reason.label')} {...(isMissing && reason.trim() === '' ? { error: t('withhold.reason.missing') } : {})}>
        {(wired) => <textarea {...wired} className={field['input']} rows={3} maxLength={limits.remarkChars} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
      </Field>
    </Modal>
  );
}
