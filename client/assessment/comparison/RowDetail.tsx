import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cellFields, rowOf, statuses } from '../../../protocol/assessment/case/comparison.ts';
import type { SafeCriterion } from '../../../protocol/criteria.ts';
import { useCriteria } from '../../app/criteria.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { useCase } from '../case/source.tsx';
import { Agreement } from './Agreement.tsx';
import { CellView } from './CellView.tsx';
import { StatusChip } from './StatusChip.tsx';
import type { Compared } from './useComparison.ts';
import css from './comparison.module.css';

/** A row: both programmes beside each other, their status, and whether it is agreed. */
export function RowDetail({ compared, criterion }: { readonly compared: Compared; readonly criterion: SafeCriterion }): ReactNode {
  const { t } = useTranslation('comparison');
  const { comparison, programmes, sides, isOurs } = compared;
  const { may, run } = useCase();
  const content = useCriteria().criteria.find(({ id }) => id === criterion);
  const row = rowOf(comparison, criterion);
  const isShared = comparison.focus?.criterion === criterion;
  const mayCompare = may('case.compare');
  return (
    <article className={css['detail']} aria-label={`${criterion}. ${content?.title ?? ''}`}>
      <header className={css['detailHead']}>
        <h3><span className={css['letter']}>{criterion}</span>{content?.title}</h3>
        {content && <p className={css['hint']}>{content.about}</p>}
        <div className={css['headTools']}>
          {mayCompare && isOurs
            ? (
              <div className={css['status']}>
                <Select
                  label={t('status.label')} value={row.status} options={statuses.map((one) => ({ value: one, label: t(`status.${one}`) }))}
                  onChange={(status) => void run('matrix.rate', { comparison: comparison.id, criterion, status, base: row.revision })}
                />
              </div>
            )
            : <StatusChip status={row.status} />}
          {mayCompare && (
            <Button look="line" icon="pointer" aria-pressed={isShared} onClick={() => void run('matrix.focus', { comparison: comparison.id, criterion: isShared ? null : criterion })}>
              {t(isShared ? 'focus.release' : 'focus.bring')}
            </Button>
          )}
        </div>
      </header>
      <div className={css['pairHead']} aria-hidden="true">
        {programmes.map((one, index) => <span key={one.id} className={css[index === 0 ? 'left' : 'right']}>{one.name}</span>)}
      </div>
      {cellFields.map((field) => (
        <section key={field} className={css['field']}>
          <h4>{t(`field.${field}`)}</h4>
          <div className={css['pair']}>
            {sides.map((side) => <CellView key={`${criterion} ${field} ${side}`} comparison={comparison.id} criterion={criterion} field={field} side={side} row={row} />)}
          </div>
        </section>
      ))}
      <Agreement comparison={comparison.id} criterion={criterion} row={row} sides={sides} />
    </article>
  );
}
