import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Compendium, Source } from '../../protocol/compendium/model.ts';
import { Table } from '../ui/Table.tsx';
import type { Column } from '../ui/Table.tsx';
import shared from '../pages/shared/shared.module.css';

/** Where everything is from. */
export function SourcesSection({ content }: { readonly content: Compendium }): ReactNode {
  const { t } = useTranslation('compendium');
  const columns: Column<Source>[] = [
    { id: 'title', header: t('column.title'), as: 'main', cell: (one) => <b>{one.title}</b> },
    { id: 'publisher', header: t('column.publisher'), cell: (one) => one.publisher },
    { id: 'where', header: t('column.where'), cell: (one) => <span className={shared['small']}>{one.where}</span> },
    { id: 'grade', header: t('column.grade'), cell: (one) => t(`grade.${one.grade}`) },
  ];
  return <section className={shared['section']}><Table label={t('views.sources')} columns={columns} rows={content.sources} keyOf={({ id }) => id} /></section>;
}
