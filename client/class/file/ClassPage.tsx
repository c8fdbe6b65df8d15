import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { SessionInfo } from '../../../protocol/live/session.ts';
import { Fetched } from '../../app/Fetched.tsx';
import { useApi } from '../../app/queries.ts';
import { SessionFile } from '../../pages/shared/SessionFile.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PlannedGroups } from '../groups/PlannedGroups.tsx';
import { PreparedPolls } from '../polls/PreparedPolls.tsx';
import { PlannedClass, useClassSource } from '../source.tsx';
import css from './ClassPage.module.css';

const GroupsDialog = lazy(() => import('../groups/GroupsDialog.tsx'));

/** Others who lead the class may prepare it too. */
const EVERY_MS = 10_000;

/** What who leads a class prepares before it opens: questions, and who works with whom. */
export default function ClassPage(): ReactNode {
  const { session = '' } = useParams();
  const view = useApi('classPlan', { params: { session } }, { everyMs: EVERY_MS });
  return <Fetched of={view}>{(data) => <PlannedClass view={data}><Preparation session={data.session} /></PlannedClass>}</Fetched>;
}

function Preparation({ session }: { readonly session: SessionInfo }): ReactNode {
  const { t } = useTranslation('class');
  const ended = session.phase === 'ended';
  return (
    <SessionFile session={session}>
      {ended ? <Banner icon="lock">{t('file.ended')}</Banner> : (
        <div className={css['parts']}>
          <section className={css['part']} aria-labelledby="polls"><h2 id="polls">{t('view.polls')}</h2><PreparedPolls empty={<EmptyState icon="chart" title={t('polls.none')}>{t('polls.noneText')}</EmptyState>} /></section>
          <section className={css['part']} aria-labelledby="groups"><h2 id="groups">{t('view.groups')}</h2><Groups /></section>
        </div>
      )}
    </SessionFile>
  );
}

function Groups(): ReactNode {
  const { t } = useTranslation('class');
  const { groups: { plan } } = useClassSource();
  const [isMaking, setMaking] = useState(false);
  return (
    <>
      <Button look={plan ? 'line' : 'primary'} icon="rooms" wide onClick={() => setMaking(true)}>{t(plan ? 'groups.change' : 'groups.make')}</Button>
      {plan ? <PlannedGroups plan={plan} /> : <EmptyState icon="rooms" title={t('groups.none')}>{t('groups.noneText')}</EmptyState>}
      <Suspense>{isMaking && <GroupsDialog onClose={() => setMaking(false)} />}</Suspense>
    </>
  );
}
