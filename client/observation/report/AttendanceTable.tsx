import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attendee } from '../../../protocol/live/attendance.ts';
import { duration } from '../../room/time.ts';
import { Table } from '../../ui/Table.tsx';
import { useReportTime } from './useReportTime.ts';
import css from './Report.module.css';

/** Who was there, from the log; a connection that came back in time does not interrupt a stay. */
export function AttendanceTable({ attendance }: { readonly attendance: readonly Attendee[] }): ReactNode {
  const { t } = useTranslation(['report', 'kinds']);
  const { moment } = useReportTime();
  if (attendance.length === 0) return <p className={css['hint']}>{t('nobodyYet')}</p>;
  return (
    <Table
      label={t('attendance')} rows={attendance} keyOf={(one) => one.participant}
      columns={[
        { id: 'name', header: t('column.name'), as: 'main', cell: (one) => <div className={css['who']}><b>{one.name}</b><span>{one.administrationName}</span></div> },
        { id: 'role', header: t('column.role'), cell: (one) => t(`kinds:role.${one.role}`) },
        { id: 'from', header: t('column.from'), cell: (one) => moment(one.from) },
        { id: 'to', header: t('column.to'), cell: (one) => moment(one.to) },
        { id: 'present', header: t('column.present'), as: 'tight', cell: (one) => duration(one.presentMs) },
      ]}
    />
  );
}
