import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionPeople, EditionView } from '../../../protocol/training/views.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Table } from '../../ui/Table.tsx';
import type { Column } from '../../ui/Table.tsx';
import { useFigures, useWords } from '../shared/words.ts';
import pages from '../../pages/shared/shared.module.css';
import css from './people.module.css';

type Row = EditionPeople['statistics'][number];

/** Below this a question tells those who know from those who do not badly. */
const WEAK = 0.1;

/** How the questions have served: which are too easy, too hard, or separate nobody. */
export function StatisticsTable({ view, statistics }: { readonly view: EditionView; readonly statistics: readonly Row[] }): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const { percent, number } = useFigures();
  const columns: Column<Row>[] = [
    { id: 'text', header: t('statistics.question'), as: 'main', cell: (one) => words(one.text) },
    { id: 'answered', header: t('statistics.answered'), as: 'tight', cell: (one) => <span className={css['figure']}>{one.answered}</span> },
    { id: 'difficulty', header: t('statistics.difficulty'), as: 'tight', cell: (one) => <span className={css['figure']}>{one.difficulty === undefined ? '–' : percent(one.difficulty)}</span> },
    { id: 'discrimination', header: t('statistics.discrimination'), as: 'tight', cell: (one) => (one.discrimination === undefined ? t('statistics.few') : one.discrimination < WEAK ? <Chip tone="warn">{number(one.discrimination)}</Chip> : <span className={css['figure']}>{number(one.discrimination)}</span>) },
  ];
  return (
    <section className={pages['section']}>
      <h2>{t('statistics.title')}</h2>
      <p className={pages['muted']}>{t('statistics.about')}</p>
      {view.modules.map((module) => {
        const rows = statistics.filter((one) => one.module === module.id);
        const weak = rows.filter(({ discrimination }) => discrimination !== undefined && discrimination < WEAK).length;
        return rows.length > 0 && (
          <details key={module.id} className={css['fold']}>
            <summary>
              <span>{words(module.title)}</span>
              <span className={css['seen']}>{t('statistics.questions', { count: rows.length })}</span>
              {weak > 0 && <Chip tone="warn">{t('statistics.weak', { count: weak })}</Chip>}
            </summary>
            <Table label={words(module.title)} columns={columns} rows={rows} keyOf={(one) => one.question} />
          </details>
        );
      })}
    </section>
  );
}
