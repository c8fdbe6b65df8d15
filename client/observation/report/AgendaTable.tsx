import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { agendaLines } from '../../../protocol/observation/reportFacts.ts';
import type { AgendaLine, ReportFacts } from '../../../protocol/observation/reportFacts.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Table } from '../../ui/Table.tsx';
import { useReportTime } from './useReportTime.ts';
import css from './Report.module.css';

/** The plan of the visit beside what took place of it, as the log has it. */
export function AgendaTable({ facts }: { readonly facts: ReportFacts }): ReactNode {
  const { t } = useTranslation(['report', 'visit']);
  const { moment, span } = useReportTime();
  const lines = agendaLines(facts);
  if (lines.length === 0) return <p className={css['hint']}>{t('noAgenda')}</p>;
  const zoneOf = ({ planned }: AgendaLine): string => facts.zones.find((zone) => zone.id === planned?.zone)?.name ?? '';
  return (
    <>
      {!facts.held && <p className={css['hint']}>{t('ungathered')}</p>}
      <Table
        label={t('agenda')} rows={lines} keyOf={({ planned, times }) => planned?.id ?? times[0]?.slot ?? ''}
        columns={[
          { id: 'item', header: t('column.item'), as: 'main', cell: (line) => <div className={css['who']}><b>{line.title}</b><span>{zoneOf(line)}</span></div> },
          {
            id: 'planned', header: t('column.planned'),
            cell: ({ planned }) => planned
              ? <div className={css['who']}><div>{moment(planned.startsAt)}</div><span>{t('visit:minutes', { count: planned.minutes })}</span></div>
              : t('held.removed'),
          },
          ...(facts.held ? [{
            id: 'held', header: t('column.held'),
            cell: ({ times }: AgendaLine) => times.length === 0
              ? <Chip>{t('held.notReached')}</Chip>
              : <div className={css['who']}>{times.map(({ from, to }) => <div key={from}>{to === undefined ? t('held.goesOn', { from: moment(from) }) : span(from, to)}</div>)}</div>,
          }] : []),
        ]}
      />
    </>
  );
}
