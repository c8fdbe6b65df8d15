import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rowOf, standingOf } from '../../../protocol/assessment/case/comparison.ts';
import { safeCriteria } from '../../../protocol/criteria.ts';
import type { SafeCriterion } from '../../../protocol/criteria.ts';
import { useCriteria } from '../../app/criteria.ts';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icons.tsx';
import { StatusChip } from './StatusChip.tsx';
import type { Compared } from './useComparison.ts';
import css from './comparison.module.css';

interface Props {
  readonly compared: Compared;
  readonly criterion: SafeCriterion;
  readonly onLook: (criterion: SafeCriterion) => void;
}

/** The thirteen rows, with how each stands; the one before one's eyes, and the one that everybody is brought to. */
export function RowList({ compared: { comparison, sides }, criterion, onLook }: Props): ReactNode {
  const { t } = useTranslation('comparison');
  const { criteria } = useCriteria();
  return (
    <nav className={css['rows']} aria-label={t('rows')}>
      <ol>
        {safeCriteria.map((letter) => {
          const row = rowOf(comparison, letter);
          const standing = standingOf(row, sides);
          const isShared = comparison.focus?.criterion === letter;
          return (
            <li key={letter}>
              <button type="button" className={cx(css['row'], isShared && css['shared'])} aria-current={letter === criterion ? 'true' : undefined} onClick={() => onLook(letter)}>
                <span className={css['letter']}>{letter}</span>
                <span className={css['rowWords']}>
                  <span className={css['rowTitle']}>{criteria.find(({ id }) => id === letter)?.title}</span>
                  <span className={css['rowState']}>
                    <StatusChip status={row.status} />
                    {standing === 'agreed' && <span className={css['agreed']}><Icon name="check" size={14} strokeWidth={2.6} />{t('standing.agreed')}</span>}
                    {standing === 'half' && <span className={css['half']}>{t('standing.half')}</span>}
                    {isShared && <span className={css['here']}><Icon name="pointer" size={14} />{t('focus.everybody')}</span>}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
