import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Fetched } from '../../../app/Fetched.tsx';
import { useApi } from '../../../app/queries.ts';
import { SessionFile } from '../../../pages/shared/SessionFile.tsx';
import { Banner } from '../../../ui/Banner.tsx';
import { AgendaView } from '../agenda/AgendaView.tsx';
import { MinutesSection } from '../minutes/MinutesSection.tsx';
import { OutcomesSection } from '../record/OutcomesSection.tsx';
import { PositionsSection } from '../record/PositionsSection.tsx';
import { FiledMeeting, useMeeting } from '../source.tsx';
import { Delegations } from './Delegations.tsx';
import css from '../meeting.module.css';

/** While somebody looks at the file, others write in it. */
const EVERY_MS = 5_000;

/** The file of a meeting: its delegations, agenda, record and minutes; before its session, beside it and afterwards. */
export default function MeetingPage(): ReactNode {
  const { session = '' } = useParams();
  const view = useApi('meeting', { params: { session } }, { everyMs: EVERY_MS });
  return <Fetched of={view}>{(data) => <FiledMeeting view={data}><MeetingFile /></FiledMeeting>}</Fetched>;
}

function MeetingFile(): ReactNode {
  const { t } = useTranslation('meeting');
  const { session } = useMeeting();
  const ended = session.phase === 'ended';
  return (
    <SessionFile session={session} name={t('file.name')}>
      {ended && <Banner icon="lock">{t('file.ended')}</Banner>}
      <div className={css['file']}>
        <div className={css['fileColumn']}>
          <section className={css['section']} aria-labelledby="agenda"><h2 id="agenda">{t('agenda.title')}</h2><AgendaView /></section>
          <section className={css['section']} aria-labelledby="minutes"><h2 id="minutes">{t('minutes.title')}</h2><MinutesSection /></section>
        </div>
        <div className={css['fileColumn']}>
          <section className={css['section']} aria-labelledby="delegations"><h2 id="delegations">{t('file.delegations')}</h2><Delegations /></section>
          <section className={css['section']} aria-labelledby="decisions"><h2 id="decisions">{t('decision.title')}</h2><OutcomesSection kind="decision" /></section>
          <section className={css['section']} aria-labelledby="actions"><h2 id="actions">{t('action.title')}</h2><OutcomesSection kind="action" /></section>
          <section className={css['section']} aria-labelledby="positions"><h2 id="positions">{t('position.title')}</h2><PositionsSection /></section>
        </div>
      </div>
    </SessionFile>
  );
}
