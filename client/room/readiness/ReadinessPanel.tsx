import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { Readiness } from '../../../protocol/live/readiness.ts';
import { useSession } from '../../live/context.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useMoment } from '../live/useMoment.ts';
import { bandwidth, findings, verdictOf } from './verdict.ts';
import type { Verdict } from './verdict.ts';
import css from './Readiness.module.css';

const tones = { good: 'ok', usable: 'warn', poor: 'stop' } as const satisfies Record<Verdict, string>;
const order: Record<Verdict, number> = { poor: 0, usable: 1, good: 2 };

/** What each one's test before joining found: who needs help first, who has not tested last. */
export default function ReadinessPanel(): ReactNode {
  const { t } = useTranslation('room');
  const board = useSession((state) => state.readiness);
  const participants = useSession((state) => state.participants);
  const people = Object.values(participants).filter((one) => one.presence !== 'banned' && one.presence !== 'removed' && one.lobby !== 'declined');
  const tested = people
    .flatMap((person) => (board[person.id] ? [{ person, report: board[person.id]! }] : []))
    .toSorted((a, b) => order[verdictOf(a.report)] - order[verdictOf(b.report)] || a.person.order - b.person.order);
  const untested = people.filter((person) => !board[person.id]);
  if (tested.length === 0) return <div className={css['none']}><EmptyState icon="gauge" title={t('readiness.none')}>{t('readiness.noneText')}</EmptyState></div>;
  return (
    <div className={css['list']}>
      <ul>{tested.map(({ person, report }) => <Row key={person.id} person={person} report={report} />)}</ul>
      {untested.length > 0 && (
        <section>
          <h3 className={css['head']}>{t('readiness.untested')}</h3>
          <p className={css['untested']}>{untested.map((one) => one.name).join(', ')}</p>
        </section>
      )}
    </div>
  );
}

function Row({ person, report }: { readonly person: Participant; readonly report: Readiness }): ReactNode {
  const { t } = useTranslation('room');
  const moment = useMoment();
  const verdict = verdictOf(report);
  const found = findings(report);
  const at = moment(report.at);
  const figures = [
    report.transport === 'none' ? undefined : report.transport.toUpperCase(),
    report.upKbps === undefined ? undefined : t('readiness.up', { value: bandwidth(report.upKbps) }),
    report.downKbps === undefined ? undefined : t('readiness.down', { value: bandwidth(report.downKbps) }),
    report.roundTripMs === undefined ? undefined : `${Math.round(report.roundTripMs)} ms`,
  ];
  return (
    <li className={css['row']}>
      <Avatar name={person.name} size={36} />
      <div className={css['words']}>
        <div className={css['who']}><b>{person.name}</b><Chip tone={tones[verdict]}>{t(`readiness.${verdict}`)}</Chip></div>
        <p className={css['figures']}>{figures.filter((part) => part !== undefined).join(' · ')}</p>
        {found.length > 0 && <ul className={css['found']}>{found.map((one) => <li key={one}>{t(`readiness.finding.${one}`)}</li>)}</ul>}
        <p className={css['at']} title={at.both}>{t('readiness.at', { time: at.own })}</p>
      </div>
    </li>
  );
}
