import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';
import type { DialogProps } from './Dialog.tsx';
import { IconButton } from './IconButton.tsx';
import { useOverlayHost } from './overlayHost.ts';
import css from './Dialog.module.css';

/** The open frame of a Dialog. */
export default function DialogFrame({ title, onClose, children, actions, wide = false, role = 'dialog' }: DialogProps): ReactNode {
  const { t } = useTranslation('common');
  return (
    <ModalOverlay {...useOverlayHost()} className={css['veil'] ?? ''} isOpen isDismissable={role === 'dialog'} onOpenChange={(open) => !open && onClose()}>
      <Modal className={cx(css['modal'], wide && css['wide'])}>
        <AriaDialog className={css['dialog'] ?? ''} role={role}>
          <div className={css['head']}>
            <Heading slot="title" level={2} className={css['title'] ?? ''}>{title}</Heading>
            <IconButton icon="close" label={t('close')} onClick={onClose} />
          </div>
          <div className={css['body']}>{children}</div>
          {actions && <div className={css['actions']}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
