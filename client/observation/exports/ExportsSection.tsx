import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackageExport } from '../../../protocol/observation/exports.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table } from '../../ui/Table.tsx';
import type { Column } from '../../ui/Table.tsx';
import { useVisit } from '../source.tsx';
import { useStamp } from '../useStamp.ts';
import css from './exports.module.css';

/** Who has taken the evidence out of the house, for those whom it concerns. */
export function ExportsSection(): ReactNode {
  const { t } = useTranslation(['visit', 'kinds']);
  const { participants, observation: { exports } } = useVisit();
  const stampOf = useStamp();
  if (exports.length === 0) return <EmptyState icon="download" title={t('exports.none')}>{t('exports.noneText')}</EmptyState>;
  const columns: readonly Column<PackageExport>[] = [
    {
      id: 'who', header: t('exports.who'), as: 'main',
      cell: ({ by }) => {
        const one = participants[by];
        return <div className={css['who']}><b>{one?.name ?? by}</b>{one && <span>{t(`kinds:role.${one.role}`)} · {one.administrationName}</span>}</div>;
      },
    },
    { id: 'what', header: t('exports.what'), cell: ({ view, items }) => t(`exports.view.${view}`, { count: items }) },
    { id: 'when', header: t('exports.when'), cell: ({ at }) => stampOf(at).both },
    { id: 'entry', header: t('exports.entry'), as: 'tight', cell: ({ seq }) => seq },
  ];
  return <Table label={t('section.exports')} columns={columns} rows={exports} keyOf={({ seq }) => String(seq)} />;
}
