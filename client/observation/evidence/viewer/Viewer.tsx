import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceId } from '../../../../protocol/observation/ids.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useVisit } from '../../source.tsx';
import { nextWaiting, waitingFor } from '../list.ts';
import { useEntries, useNames } from '../useEvidence.ts';
import { ItemView } from './ItemView.tsx';
import { useModal } from './useModal.ts';
import css from './Viewer.module.css';

interface Props {
  readonly id: EvidenceId;
  /** Those that one turns to, in order. */
  readonly among: readonly EvidenceId[];
  /** After a decision the next that waits comes up. */
  readonly isReview: boolean;
  readonly onTurn: (id: EvidenceId) => void;
  readonly onClose: () => void;
}

/** One item of evidence over everything: large, with what is known of it, and with what this person may do to it. */
export default function Viewer({ id, among, isReview, onTurn, onClose }: Props): ReactNode {
  const { t } = useTranslation(['evidence', 'common']);
  const heading = useId();
  const [dialog, attach] = useModal();
  const names = useNames();
  const entries = useEntries();
  const { observation: { evidence } } = useVisit();
  const newest = useRef(evidence);
  useEffect(() => {
    newest.current = evidence;
  }, [evidence]);
  /** An editor is open: nothing else takes the item away from under it. */
  const [isEditing, setEditing] = useState(false);
  const [said, setSaid] = useState('');
  // What was pressed has gone with the item or the tools that it belonged to.
  useEffect(() => {
    if (document.activeElement === document.body) dialog?.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true });
  }, [id, isEditing, dialog]);
  const entry = entries.find((one) => one.id === id);
  const order = among.includes(id) ? among : [...among, id];
  const at = order.indexOf(id);
  const turn = (step: 1 | -1): void => {
    const next = order[at + step];
    if (next === undefined || isEditing) return;
    setSaid('');
    onTurn(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key] as 1 | -1 | undefined;
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    // Not from a question above this, nor out of a field.
    if (!(event.target instanceof Element) || event.target.closest('dialog') !== dialog || event.target.closest('input, textarea, select')) return;
    event.preventDefault();
    turn(step);
  };
  const decided = (word: string): void => {
    const next = isReview ? nextWaiting(newest.current, id) : undefined;
    const left = waitingFor(newest.current).filter((one) => one !== id).length;
    setEditing(false);
    setSaid(isReview ? `${word} ${left === 0 ? t('review.leftNone') : t('review.left', { count: left })}` : word);
    if (next !== undefined) onTurn(next);
  };
  return (
    <dialog
      // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- The keys of the room are still where this says that it is a dialog.
      ref={attach} className={css['viewer']} role="dialog" aria-labelledby={heading} onKeyDown={onKeyDown}
      onCancel={(event) => {
        // A question above this one closes itself alone.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className={css['head']}>
        <div className={css['headWords']}>
          <h2 id={heading} className={css['title']}>{entry ? names.item(entry) : t('title')}</h2>
          <p role="status" className={css['said']}>{said}</p>
        </div>
        {order.length > 1 && (
          <div className={css['turns']}>
            <IconButton icon="previous" label={t('viewer.previous')} disabled={at <= 0 || isEditing} onClick={() => turn(-1)} />
            <span className={css['at']}>{t('viewer.position', { at: at + 1, of: order.length })}</span>
            <IconButton icon="next" label={t('viewer.next')} disabled={at >= order.length - 1 || isEditing} onClick={() => turn(1)} />
          </div>
        )}
        <IconButton icon="close" label={t('common:close')} onClick={onClose} />
      </header>
      {entry && entry.pictures.length > 0
        ? <ItemView key={id} entry={entry} onEditing={setEditing} onDecided={decided} />
        : <p className={css['gone']}>{t('viewer.gone')}</p>}
    </dialog>
  );
}
