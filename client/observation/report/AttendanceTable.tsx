import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attendee } from '../../../protocol/live/attendance.ts';
import { duration } from '../../room/time.ts';
import { useStamp } from '../useStamp.ts';
import css from './Report.module.css';

/** Who was there, from the log; a connection that came back in time does not interrupt a stay. */
export function AttendanceTable({ attendance }: { readonly attendance: readonly Attendee[] }): ReactNode {
  const { t } = useTranslation(['report', 'kinds']);
  const stampOf = useStamp();
  if (attendance.length === 0) return <p className={css['hint']}>{t('nobodyYet')}</p>;
  return (
    <div className={css['tableFrame']}>
      <table className={css['table']}>
        <thead><tr><th scope="col">{t('column.name')}</th><th scope="col">{t('column.role')}</th><th scope="col">{t('column.from')}</th><th scope="col">{t('column.to')}</th><th scope="col">{t('column.present')}</th></tr></thead>
        <tbody>
          {attendance.map((one) => (
            <tr key={one.participant}>
              <th scope="row">{one.name}<span>{one.administrationName}</span></th>
              <td>{t(`kinds:role.${one.role}`)}</td>
              <td>{stampOf(one.from).own}</td>
              <td>{stampOf(one.to).own}</td>
              <td>{duration(one.presentMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
