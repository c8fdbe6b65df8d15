import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentPassage } from '../../../../protocol/assessment/meeting/agenda.ts';
import type { Passage } from '../../../../protocol/assessment/meeting/agenda.ts';
import { useSession } from '../../../live/context.tsx';
import { duration } from '../../../room/time.ts';
import { Left } from '../ClockLine.tsx';
import { useClock } from '../useClock.ts';
import css from '../meeting.module.css';

/** The item under way and its clock, in the bar at the top of the room. */
export default function MeetingBar(): ReactNode {
  const passage = useSession((state) => currentPassage(state.assessment.agenda));
  return passage ? <Current passage={passage} /> : null;
}

function Current({ passage }: { readonly passage: Passage }): ReactNode {
  const { t } = useTranslation('meeting');
  const minutes = useSession((state) => state.assessment.agenda.items[passage.item]?.minutes);
  const { elapsedMs, leftMinutes } = useClock(passage.from, minutes);
  return (
    <div className={css['bar']} data-agenda-slot={passage.item} role="group" aria-label={t('agenda.now')} title={passage.title}>
      <b className={css['barTitle']}>{passage.title}</b>
      <b className={css['barClock']}>{duration(elapsedMs)}</b>
      <span className={css['barLeft']}><Left left={leftMinutes} of={minutes} /></span>
    </div>
  );
}
