import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../../ui/Link.tsx';
import type { SessionSummary } from '../../../protocol/routes/sessions.ts';
import { useViewerZone } from '../../app/zone.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Table } from '../../ui/Table.tsx';
import type { Column } from '../../ui/Table.tsx';
import { dayAndTime, sameDateIn, shortDate, timeOfDay } from '../../ui/timeFormats.ts';
import { useZoneName } from '../../ui/Times.tsx';
import { KindChip, PhaseChip } from './SessionChips.tsx';
import css from './shared.module.css';

interface Props {
  readonly label: string;
  readonly sessions: readonly SessionSummary[];
  /** past: the date with its year, and how it ended. */
  readonly past?: boolean;
}

/** Sessions as rows: when for the viewer, when for the host, as whom one comes. */
export function SessionTable({ label, sessions, past = false }: Props): ReactNode {
  const { t } = useTranslation(['pages', 'kinds']);
  const locale = useLocale();
  const mine = useViewerZone();
  const place = useZoneName();

  const columns: Column<SessionSummary>[] = [
    {
      id: 'title', header: t('table.session'), as: 'main',
      cell: ({ info }) => <Link className={css['titleLink']} to={`/sessions/${info.id}`}>{info.title}</Link>,
    },
    { id: 'kind', header: t('table.kind'), as: 'tight', cell: ({ info }) => <KindChip kind={info.kind} /> },
    {
      id: 'yours', header: t('table.yours', { place: place(mine) }),
      cell: ({ info }) => (
        <span className={css['num']}>{past ? `${shortDate(info.startsAt, mine, locale)}, ${timeOfDay(info.startsAt, mine, locale)}` : dayAndTime(info.startsAt, mine, locale)}</span>
      ),
    },
    {
      id: 'host', header: t('table.host'),
      cell: ({ info }) => {
        const write = sameDateIn(info.startsAt, info.zone, mine) ? timeOfDay : dayAndTime;
        return <span className={`${css['num']} ${css['muted']}`}>{write(info.startsAt, info.zone, locale)} {place(info.zone)}</span>;
      },
    },
    { id: 'role', header: t('table.role'), cell: ({ role }) => t(`kinds:role.${role}`) },
    { id: 'state', header: t('table.state'), as: 'tight', cell: ({ info }) => <PhaseChip info={info} /> },
    {
      id: 'open', header: t('table.actions'), as: 'actions',
      cell: ({ info }) => <ButtonLink look="line" to={`/sessions/${info.id}`} aria-label={t('table.openNamed', { title: info.title })}>{t('table.open')}</ButtonLink>,
    },
  ];
  return <Table label={label} columns={columns} rows={sessions} keyOf={({ info }) => info.id} />;
}
