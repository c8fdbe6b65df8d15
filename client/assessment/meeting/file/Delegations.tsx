import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../../ui/Chip.tsx';
import { useMeeting } from '../source.tsx';
import css from '../meeting.module.css';

/** Who sits where: each delegation with its head. */
export function Delegations(): ReactNode {
  const { t } = useTranslation(['meeting', 'kinds']);
  const { delegations } = useMeeting();
  return (
    <ul className={css['cards']}>
      {delegations.map((one) => (
        <li key={one.id} className={css['card']}>
          <div className={css['head']}><b>{one.name}</b>{one.head === undefined && <Chip tone="warn">{t('delegation.noHead')}</Chip>}</div>
          <ul className={css['attendees']}>{one.members.map((member) => <li key={member.id}>{member.name}<span className={css['about']}> {t(`kinds:role.${member.role}`)}</span></li>)}</ul>
        </li>
      ))}
    </ul>
  );
}
