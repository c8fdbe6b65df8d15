import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../../../ui/Link.tsx';
import type { CaseSummary } from '../../../../protocol/assessment/case/routes.ts';
import { Fetched } from '../../../app/Fetched.tsx';
import { Page } from '../../../app/Page.tsx';
import { useApi } from '../../../app/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useStageName } from '../useStages.ts';
import { NewCaseDialog } from './NewCaseDialog.tsx';
import shared from '../../../pages/shared/shared.module.css';
import css from './list.module.css';

/** The cases in which this person has a seat. */
export default function CasesPage(): ReactNode {
  const { t } = useTranslation('case');
  const cases = useApi('cases', {}, { everyMs: 30_000 });
  const [adds, setAdds] = useState(false);
  return (
    <Page title={t('cases.title')} lead={t('cases.lead')} actions={<Button look="primary" icon="plus" onClick={() => setAdds(true)}>{t('cases.open')}</Button>}>
      <Fetched of={cases}>
        {({ cases: all }) => all.length === 0
          ? <EmptyState icon="folder" title={t('cases.none')}>{t('cases.noneText')}</EmptyState>
          : <ul className={css['cases']}>{all.toSorted((a, b) => Number(a.info.phase === 'ended') - Number(b.info.phase === 'ended')).map((one) => <CaseCard key={one.info.id} one={one} />)}</ul>}
      </Fetched>
      {adds && <NewCaseDialog onClose={() => setAdds(false)} />}
    </Page>
  );
}

function CaseCard({ one }: { readonly one: CaseSummary }): ReactNode {
  const { t } = useTranslation(['case', 'kinds']);
  const stage = useStageName();
  const isClosed = one.info.phase === 'ended';
  return (
    <li className={css['case']}>
      <div className={shared['chips']}>
        {isClosed ? <Chip icon="lock">{t('closed')}</Chip> : one.stage && <Chip tone="accent">{stage(one.stage)}</Chip>}
        <Chip>{t(`kinds:role.${one.role}`)}</Chip>
      </div>
      <h2><Link className={shared['titleLink']} to={`/cases/${one.info.id}`}>{one.info.title}</Link></h2>
      <ul className={css['sides']}>
        {one.sides.map((side) => <li key={side.administration}><b>{side.name}</b>{side.programmes.length > 0 && <span>{side.programmes.join(' · ')}</span>}</li>)}
      </ul>
      <p className={`${shared['small']} ${shared['muted']} ${shared['num']}`}>
        {t('cases.tasks', { count: one.openTasks })}{one.rows > 0 && <> · {t('cases.rows', { agreed: one.agreedRows, count: one.rows })}</>}
      </p>
    </li>
  );
}
