import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { OverlayHost } from '../../ui/overlayHost.ts';
import css from './Modal.module.css';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** sheet: a panel of the room on a phone; ask: asks before something that cannot be undone. */
  readonly kind?: 'dialog' | 'sheet' | 'ask';
}

/** The browser's own modal dialog: keeps focus inside, gives it back, closes on Escape. Shown while it is mounted. */
export function Modal({ title, onClose, children, actions, kind = 'dialog' }: Props): ReactNode {
  const { t } = useTranslation('common');
  const id = useId();
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // Before the element goes, so that the browser can give the focus back to what had it.
  useLayoutEffect(() => {
    if (!dialog) return undefined;
    dialog.showModal();
    // Where one begins: the first field of a form, else the title, which says what this is.
    const field = kind === 'dialog' ? dialog.querySelector<HTMLElement>('input:not(:disabled), textarea, select:not(:disabled, [tabindex="-1"]), button[aria-haspopup="listbox"]') : undefined;
    (field ?? heading.current)?.focus();
    return () => dialog.close();
  }, [dialog, kind]);
  return (
    <dialog
      ref={setDialog} className={cx(css['dialog'], css[kind])} role={kind === 'ask' ? 'alertdialog' : undefined} aria-labelledby={id}
      // A press beside it closes it, but not when it asks something.
      {...(kind === 'ask' ? {} : { closedby: 'any' })}
      onCancel={(event) => {
        // Not of a dialog above this one, nor of a choice of files: their word comes by here too.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={css['frame']}>
        <div className={css['head']}>
          <h2 id={id} ref={heading} tabIndex={-1} className={css['title']}>{title}</h2>
          <IconButton icon="close" label={t('close')} onClick={onClose} />
        </div>
        <OverlayHost value={dialog}>
          <div className={css['body']}>{children}</div>
          {actions && <div className={css['actions']}>{actions}</div>}
        </OverlayHost>
      </div>
    </dialog>
  );
}
