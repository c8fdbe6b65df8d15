import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Choice } from './Choice.tsx';
import { choicesOf } from './list.ts';
import type { Entry, Filter } from './list.ts';
import { useNames } from './useEvidence.ts';
import css from './Evidence.module.css';

interface Props {
  readonly entries: readonly Entry[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  /** Stands beside the button. */
  readonly children?: ReactNode;
}

/** Narrows the list by state, zone and criterion; put away until it is wanted. */
export function Filters({ entries, filter, onFilter, children }: Props): ReactNode {
  const { t } = useTranslation('evidence');
  const names = useNames();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { states, zones, criteria } = choicesOf(entries);
  const active = Object.values(filter).filter((value) => value !== undefined).length;
  // Only what is chosen is kept: absent means all.
  const set = (change: { readonly [K in keyof Filter]?: Filter[K] | undefined }): void =>
    onFilter(Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined)));
  return (
    <div className={css['filters']}>
      <div className={css['filterBar']}>
        {/* Nobody looks for one among one. */}
        {entries.length > 1 && (
          <Button look="line" icon="filter" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
            {active > 0 ? t('filter.active', { count: active }) : t('filter.open')}
          </Button>
        )}
        {children}
        {active > 0 && <Button look="quiet" onClick={() => onFilter({})}>{t('filter.clear')}</Button>}
      </div>
      <div id={id} hidden={!isOpen} className={css['filterFields']}>
        <Choice label={t('filter.state')} all={t('filter.all')} value={filter.state} options={states.map((value) => ({ value, label: t(`state.${value}`) }))} onChange={(state) => set({ state })} />
        <Choice label={t('filter.zone')} all={t('filter.all')} value={filter.zone} options={zones.map((value) => ({ value, label: names.zone(value) }))} onChange={(zone) => set({ zone })} />
        <Choice label={t('filter.criterion')} all={t('filter.all')} value={filter.criterion} options={criteria.map((value) => ({ value, label: names.criterion(value) }))} onChange={(criterion) => set({ criterion })} />
      </div>
    </div>
  );
}
