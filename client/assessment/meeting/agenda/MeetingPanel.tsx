import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Views } from '../../../ui/Views.tsx';
import { FloorView } from '../floor/FloorView.tsx';
import { RoomMeeting, useMeeting } from '../source.tsx';
import { AgendaView } from './AgendaView.tsx';
import css from '../meeting.module.css';

/** Where the meeting is in its agenda, and who speaks next. */
export default function MeetingPanel(): ReactNode {
  return <RoomMeeting><Parts /></RoomMeeting>;
}

function Parts(): ReactNode {
  const { t } = useTranslation(['meeting', 'room']);
  const { assessment: { speaking } } = useMeeting();
  const [chosen, choose] = useState<'floor' | 'agenda'>('floor');
  const views = [{ id: 'floor' as const, label: t('floor.title'), count: speaking.queue.length }, { id: 'agenda' as const, label: t('agenda.title') }];
  return (
    <div className={css['panel']}>
      <div className={css['views']}><Views label={t('room:panel.meeting')} views={views} chosen={chosen} onChoose={choose} /></div>
      <div className={css['scroll']}>{chosen === 'floor' ? <FloorView /> : <AgendaView />}</div>
    </div>
  );
}
