import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { outcomesOf } from '../../../../protocol/assessment/meeting/outcomes.ts';
import { Views } from '../../../ui/Views.tsx';
import { RoomMeeting, useMeeting } from '../source.tsx';
import { OutcomesSection } from './OutcomesSection.tsx';
import { PositionsSection } from './PositionsSection.tsx';
import css from '../meeting.module.css';

/** What is recorded: decisions, actions, and what each delegation holds. */
export default function RecordPanel(): ReactNode {
  return <RoomMeeting><Parts /></RoomMeeting>;
}

function Parts(): ReactNode {
  const { t } = useTranslation(['meeting', 'room']);
  const { assessment: { outcomes, positions } } = useMeeting();
  const [chosen, choose] = useState<'decision' | 'action' | 'position'>('decision');
  const views = [
    { id: 'decision' as const, label: t('decision.title'), count: outcomesOf(outcomes, 'decision').length },
    { id: 'action' as const, label: t('action.title'), count: outcomesOf(outcomes, 'action').length },
    { id: 'position' as const, label: t('position.title'), count: Object.keys(positions).length },
  ];
  return (
    <div className={css['panel']}>
      <div className={css['views']}><Views label={t('room:panel.record')} views={views} chosen={chosen} onChoose={choose} /></div>
      <div className={css['scroll']}>{chosen === 'position' ? <PositionsSection /> : <OutcomesSection key={chosen} kind={chosen} />}</div>
    </div>
  );
}
