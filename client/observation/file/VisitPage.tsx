import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Fetched } from '../../app/Fetched.tsx';
import { useApi } from '../../app/queries.ts';
import { SessionFile } from '../../pages/shared/SessionFile.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { FiledVisit, useVisit } from '../source.tsx';
import { Sections } from './Sections.tsx';

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
    <SessionFile session={session} name={t('file.name')}>
      {!ended && !may('visit.plan') && <Banner>{t('file.readOnly')}</Banner>}
      {ended && <Banner icon="lock">{t('file.ended')}</Banner>}
      <Sections />
    </SessionFile>
  );
}
