import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { DeviceSelect } from '../../prejoin/DeviceSelect.tsx';
import { useRoom } from '../live/context.tsx';
import { useMedia } from '../live/useMedia.ts';
import { Modal } from '../parts/Modal.tsx';
import css from './Dialogs.module.css';

/** Which camera shows the document: a second one beside the one that shows the person. */
export default function DocumentDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['room', 'common']);
  const { media } = useRoom();
  const cameras = useMedia((snapshot) => snapshot.devices.document);
  const own = useMedia((snapshot) => snapshot.devices.camera).chosen;
  const [chosen, setChosen] = useState(() => cameras.chosen ?? cameras.available.find((one) => one.id !== own)?.id ?? cameras.available[0]?.id);
  const start = async (): Promise<void> => {
    if (chosen === undefined) return;
    await media.choose('document', chosen);
    onClose();
    await media.set('document', 'on');
  };
  return (
    <Modal
      title={t('share.document')} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button look="primary" disabled={chosen === undefined} onClick={() => void start()}>{t('share.documentStart')}</Button></>}
    >
      <DeviceSelect label={t('share.documentWhich')} devices={cameras.available} chosen={chosen} onChoose={setChosen} />
      <p className={css['note']}>{t('share.documentNote')}</p>
    </Modal>
  );
}
