import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Modal } from './Modal.tsx';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** The verb, as on what was pressed. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that takes somebody or everybody out. */
export function AskDialog({ title, children, confirm, onConfirm, onClose }: Props): ReactNode {
  const { t } = useTranslation('common');
  return (
    <Modal
      kind="ask" title={title} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('cancel')}</Button><Button look="stop" onClick={() => { onClose(); onConfirm(); }}>{confirm}</Button></>}
    >
      <p>{children}</p>
    </Modal>
  );
}
