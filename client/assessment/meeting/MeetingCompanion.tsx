import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newestOf, stateOf } from '../../../protocol/assessment/meeting/outcomes.ts';
import { announce } from '../../app/announcer.tsx';
import { useLive } from '../../live/context.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { AnswerButtons } from './record/AnswerButtons.tsx';
import { Answers, Owed } from './record/versionParts.tsx';
import { saidOfMeeting } from './announcements.ts';
import { RoomMeeting, useMeeting } from './source.tsx';
import css from './meeting.module.css';

/** What goes on in the meeting, said to who does not look there; and what is read back, shown to everybody. */
export default function MeetingCompanion(): ReactNode {
  const { t } = useTranslation('meeting');
  const live = useLive();
  useEffect(() => {
    let before = live.state();
    return live.subscribe(() => {
      const after = live.state();
      if (before && after && live.getSnapshot().status === 'joined') for (const said of saidOfMeeting(before, after, live.you)) announce(t(`said.${said.key}`, said.values));
      before = after;
    });
  }, [live, t]);
  return <RoomMeeting><ReadBack /></RoomMeeting>;
}

/** The text that was read back last and is still open, over the stage, with what every side says to it. */
function ReadBack(): ReactNode {
  const { t } = useTranslation(['meeting', 'common']);
  const { assessment: { outcomes } } = useMeeting();
  const [closed, setClosed] = useState<string>();
  const open = Object.values(outcomes).filter((one) => stateOf(one) === 'readBack').toSorted((a, b) => newestOf(b).at - newestOf(a).at)[0];
  const key = open && `${open.id} ${newestOf(open).number}`;
  return (
    <div className={css['noticePlace']}>
      {open && key !== closed && (
        <section className={css['notice']} aria-label={t('outcome.isReadBack')}>
          <div className={css['head']}>
            <h3>{t(`${open.kind}.number`, { count: open.count })}</h3>
            <Chip tone="accent">{t('state.readBack')}</Chip>
            <span className={css['push']} />
            <IconButton icon="close" label={t('common:close')} onClick={() => setClosed(key)} />
          </div>
          <p className={css['readBack']}>{newestOf(open).text}</p>
          <Owed version={newestOf(open)} isAction={open.kind === 'action'} />
          <Answers version={newestOf(open)} />
          <AnswerButtons outcome={open} />
        </section>
      )}
    </div>
  );
}
