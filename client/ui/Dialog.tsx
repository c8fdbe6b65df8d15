import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { IconButton } from './IconButton.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import type { Problem } from '../app/problem.ts';
import css from './Dialog.module.css';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  /** alertdialog: asks before something that cannot be undone; a press outside does not close it. */
  readonly role?: 'dialog' | 'alertdialog';
}

/** A question or a small form above the page; a sheet on a phone. Shown while it is mounted; keeps and gives back focus. */
export function Dialog({ title, onClose, children, actions, wide = false, role = 'dialog' }: Props): ReactNode {
  const { t } = useTranslation('common');
  return (
    <ModalOverlay className={css['veil'] ?? ''} isOpen isDismissable={role === 'dialog'} onOpenChange={(open) => !open && onClose()}>
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

interface ConfirmProps {
  readonly title: string;
  /** What will happen, to what, and whether it can be undone. */
  readonly children: ReactNode;
  /** The verb, as on the button that was pressed. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly busy?: boolean;
  readonly problem?: Problem | undefined;
  readonly danger?: boolean;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({ title, children, confirm, onConfirm, onClose, busy = false, problem, danger = true }: ConfirmProps): ReactNode {
  const { t } = useTranslation('common');
  return (
    <Dialog
      title={title} onClose={onClose} role="alertdialog"
      actions={<><Button look="line" onClick={onClose}>{t('cancel')}</Button><Button look={danger ? 'stop' : 'primary'} busy={busy} onClick={onConfirm}>{confirm}</Button></>}
    >
      <div>{children}</div>
      <ProblemNotice problem={problem} />
    </Dialog>
  );
}
