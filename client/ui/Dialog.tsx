import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../app/problem.ts';
import { Button } from './Button.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  /** alertdialog: asks before something that cannot be undone; a press outside does not close it. */
  readonly role?: 'dialog' | 'alertdialog';
}

const loadFrame = (): Promise<typeof import('./DialogFrame.tsx')> => import('./DialogFrame.tsx');
const DialogFrame = lazy(loadFrame);

/** Fetches the frame's code before it is needed. */
export function preloadDialogs(): void {
  void loadFrame();
}

/** A question or a small form above the page; a sheet on a phone. Shown while it is mounted; keeps and gives back focus. */
export function Dialog(props: DialogProps): ReactNode {
  return <Suspense fallback={null}><DialogFrame {...props} /></Suspense>;
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
