import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellField, Row } from '../../../protocol/assessment/case/comparison.ts';
import type { SafeCriterion } from '../../../protocol/criteria.ts';
import { useViewerZone } from '../../app/zone.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { dayAndTime } from '../../ui/timeFormats.ts';
import { useCase, usePersonName, useSideName } from '../case/source.tsx';
import { CellEditor } from './CellEditor.tsx';
import { draftOf, keepDraft } from './drafts.ts';
import { useWriters } from './editing.tsx';
import css from './comparison.module.css';

interface Props {
  readonly comparison: string;
  readonly criterion: SafeCriterion;
  readonly field: CellField;
  readonly side: string;
  readonly row: Row;
}

/** What a side says in a row, with who wrote it; the own side's can be changed. */
export function CellView({ comparison, criterion, field, side, row }: Props): ReactNode {
  const { t } = useTranslation('comparison');
  const locale = useLocale();
  const zone = useViewerZone();
  const person = usePersonName();
  const sideName = useSideName();
  const { session, me, may } = useCase();
  const cell = row.cells[side]?.[field];
  const place = { session: session.id, comparison, criterion, field };
  const isOwn = side === me.administration && may('case.compare');
  const [edits, setEdits] = useState(() => isOwn && draftOf(place) !== undefined);
  const writers = useWriters({ comparison, criterion, field }, side);
  const what = t('cell.of', { field: t(`field.${field}`), side: sideName(side) });
  return (
    <div className={css['cell']} role="group" aria-label={what}>
      <span className={css['cellSide']}>{sideName(side)}</span>
      {edits
        ? <CellEditor place={place} cell={cell} label={what} onDone={() => setEdits(false)} />
        : (
          <>
            {cell && cell.text !== '' ? <p className={css['text']}>{cell.text}</p> : <p className={css['nothing']}>{t('cell.nothing')}</p>}
            <div className={css['cellFoot']}>
              {cell && <span className={css['by']}>{person(cell.by)} · {dayAndTime(cell.at, zone, locale)}</span>}
              {isOwn && (
                <Button
                  look="bare" icon="edit" aria-label={t(cell ? 'cell.changeNamed' : 'cell.writeNamed', { what })}
                  onClick={() => {
                    keepDraft(place, { text: cell?.text ?? '', base: cell?.revision ?? 0 });
                    setEdits(true);
                  }}
                >
                  {t(cell ? 'cell.change' : 'cell.write')}
                </Button>
              )}
            </div>
          </>
        )}
      {writers.length > 0 && <p className={css['writers']} role="status"><Icon name="edit" size={14} />{t('cell.writers', { names: writers.join(', '), count: writers.length })}</p>}
    </div>
  );
}
