import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Fetched } from '../../app/Fetched.tsx';
import { Page } from '../../app/Page.tsx';
import { useApi } from '../../app/queries.ts';
import { KindChip, PhaseChip } from '../../pages/shared/SessionChips.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Times } from '../../ui/Times.tsx';
import { FiledVisit, useVisit } from '../source.tsx';
import { Sections } from './Sections.tsx';
import shared from '../../pages/shared/shared.module.css';

/** While somebody looks at the file, others write in it. */
const EVERY_MS = 5_000;

/** The file of a visit: how it was planned, what was found, and what became of it; before its session, beside it and afterwards. */
export default function VisitPage(): ReactNode {
  const { session = '' } = useParams();
  const view = useApi('visit', { params: { session } }, { everyMs: EVERY_MS });
  return <Fetched of={view}>{(data) => <FiledVisit view={data}><VisitFile /></FiledVisit>}</Fetched>;
}

function VisitFile(): ReactNode {
  const { t } = useTranslation('visit');
  const { session, may } = useVisit();
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
      {!ended && !may('visit.plan') && <Banner>{t('file.readOnly')}</Banner>}
      {ended && <Banner icon="lock">{t('file.ended')}</Banner>}
      <Sections />
    </Page>
  );
}
