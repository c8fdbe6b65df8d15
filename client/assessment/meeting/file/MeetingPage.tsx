import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Fetched } from '../../../app/Fetched.tsx';
import { Page } from '../../../app/Page.tsx';
import { useApi } from '../../../app/queries.ts';
import { KindChip, PhaseChip } from '../../../pages/shared/SessionChips.tsx';
import { Banner } from '../../../ui/Banner.tsx';
import { ButtonLink } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { Times } from '../../../ui/Times.tsx';
import { AgendaView } from '../agenda/AgendaView.tsx';
import { MinutesSection } from '../minutes/MinutesSection.tsx';
import { OutcomesSection } from '../record/OutcomesSection.tsx';
import { PositionsSection } from '../record/PositionsSection.tsx';
import { FiledMeeting, useMeeting } from '../source.tsx';
import { Delegations } from './Delegations.tsx';
import shared from '../../../pages/shared/shared.module.css';
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
    <Page
      title={session.title}
      above={<div className={shared['chips']}><KindChip kind={session.kind} /><Chip icon="document">{t('file.name')}</Chip><PhaseChip info={session} /></div>}
      lead={<Times start={session.startsAt} end={session.endsAt} zone={session.zone} withDay />}
      actions={(
        <>
          {!ended && <ButtonLink look="primary" to={`/room/${session.id}`}>{t('file.enter')}</ButtonLink>}
          <ButtonLink look="line" icon="back" to={`/sessions/${session.id}`}>{t('file.back')}</ButtonLink>
        </>
      )}
    >
      {ended && <Banner icon="lock">{t('file.ended')}</Banner>}
      <div className={css['file']}>
        <section className={css['section']} aria-labelledby="minutes"><h2 id="minutes">{t('minutes.title')}</h2><MinutesSection /></section>
        <div className={css['fileSide']}>
          <section className={css['section']} aria-labelledby="delegations"><h2 id="delegations">{t('file.delegations')}</h2><Delegations /></section>
          <section className={css['section']} aria-labelledby="agenda"><h2 id="agenda">{t('agenda.title')}</h2><AgendaView /></section>
          <section className={css['section']} aria-labelledby="decisions"><h2 id="decisions">{t('decision.title')}</h2><OutcomesSection kind="decision" /></section>
          <section className={css['section']} aria-labelledby="actions"><h2 id="actions">{t('action.title')}</h2><OutcomesSection kind="action" /></section>
          <section className={css['section']} aria-labelledby="positions"><h2 id="positions">{t('position.title')}</h2><PositionsSection /></section>
        </div>
      </div>
    </Page>
  );
}
