import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell } from '../../../protocol/assessment/case/comparison.ts';
import { limits } from '../../../protocol/limits.ts';
import type { Problem } from '../../app/problem.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { useCase, usePersonName } from '../case/source.tsx';
import { draftOf, keepDraft } from './drafts.ts';
import type { CellPlace } from './drafts.ts';
import { useTellEditing } from './editing.tsx';
import field from '../../ui/Field.module.css';
import css from './comparison.module.css';

interface Props {
  readonly place: CellPlace;
  /** As it stands now, whatever has become of it since one began. */
  readonly cell: Cell | undefined;
  readonly label: string;
  readonly onDone: () => void;
}

/** Writes in a cell. When somebody else has written there meanwhile, both texts stand before one's eyes and nothing is lost. */
export function CellEditor({ place, cell, label, onDone }: Props): ReactNode {
  const { t } = useTranslation(['comparison', 'common']);
  const person = usePersonName();
  const { send } = useCase();
  const tell = useTellEditing(place);
  const [draft, setDraft] = useState(() => draftOf(place) ?? { text: cell?.text ?? '', base: cell?.revision ?? 0 });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const revision = cell?.revision ?? 0;
  const isConflict = revision !== draft.base && !busy;

  const change = (text: string): void => {
    const next = { ...draft, text };
    setDraft(next);
    keepDraft(place, next);
    tell();
  };
  const done = (): void => {
    keepDraft(place, undefined);
    onDone();
  };
  const save = async (base: number): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const { comparison, criterion, field: which } = place;
    const answer = await send('matrix.write', { comparison, criterion, field: which, text: draft.text, base });
    setBusy(false);
    if (answer.ok) done();
    // What stands there now has come down before the refusal; the two texts are shown beside each other.
    else if (answer.error.code !== 'matrix.stale') setProblem(answer.error);
  };
  return (
    <div className={css['editor']}>
      {isConflict && cell && (
        <Banner tone="warn" role="alert">
          <b>{t('conflict.title', { name: person(cell.by) })}</b>
          <p>{t('conflict.text')}</p>
          <blockquote className={css['theirs']}>{cell.text === '' ? t('cell.nothing') : cell.text}</blockquote>
          <div className={css['buttons']}>
            <Button look="line" onClick={done}>{t('conflict.take')}</Button>
            <Button look="line" onClick={() => void save(revision)}>{t('conflict.keep')}</Button>
          </div>
        </Banner>
      )}
      <textarea
        ref={box} className={field['input']} rows={6} aria-label={label} value={draft.text} maxLength={limits.caseTextChars} onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isConflict) void save(draft.base);
        }}
      />
      <ProblemNotice problem={problem} />
      <div className={css['buttons']}>
        {!isConflict && <Button look="primary" busy={busy} onClick={() => void save(draft.base)}>{t('common:save')}</Button>}
        <Button look="quiet" onClick={done}>{t('common:cancel')}</Button>
      </div>
    </div>
  );
}
