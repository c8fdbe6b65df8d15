import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { SessionSummary } from '../../../protocol/routes/sessions.ts';
import { Fetched } from '../../app/Fetched.tsx';
import { Page } from '../../app/Page.tsx';
import { useApi } from '../../app/queries.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { useNow } from '../../ui/Times.tsx';
import { comingUp, past } from '../shared/agenda.ts';
import { SessionTable } from '../shared/SessionTable.tsx';
import css from './SessionsPage.module.css';

/** All sessions of this person, to come and past. */
export default function SessionsPage(): ReactNode {
  const { t } = useTranslation('pages');
  const [search] = useSearchParams();
  const showPast = search.get('show') === 'past';
  const sessions = useApi('sessions', {}, { everyMs: 30_000 });
  return (
    <Page title={t('sessions.title')} actions={<ButtonLink look="primary" icon="plus" to="/sessions/new">{t('sessions.schedule')}</ButtonLink>}>
      <Fetched of={sessions}>{(data) => <List all={data.sessions} showPast={showPast} />}</Fetched>
    </Page>
  );
}

const manySessions = 8;

function List({ all, showPast }: { readonly all: readonly SessionSummary[]; readonly showPast: boolean }): ReactNode {
  const { t } = useTranslation('pages');
  const now = useNow(60_000);
  const [text, setText] = useState('');
  const listed = showPast ? past(all, now) : comingUp(all, now);
  const found = listed.filter(({ info }) => info.title.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()));
  return (
    <div className={css['list']}>
      <div className={css['tools']}>
        <Segments
          label={t('sessions.which')}
          segments={[
            { to: '/sessions', label: t('sessions.upcoming'), selected: !showPast },
            { to: '/sessions?show=past', label: t('sessions.past'), selected: showPast },
          ]}
        />
        {listed.length > manySessions && <SearchField label={t('sessions.search')} value={text} onChange={setText} />}
      </div>
      {listed.length === 0
        ? (
          <EmptyState icon="calendar" title={showPast ? t('sessions.noPast.title') : t('sessions.none.title')}>
            {showPast ? t('sessions.noPast.text') : t('sessions.none.text')}
          </EmptyState>
        )
        : found.length === 0
          ? <EmptyState icon="search" title={t('sessions.notFound')} />
          : <SessionTable label={showPast ? t('sessions.past') : t('sessions.upcoming')} sessions={found} past={showPast} />}
    </div>
  );
}
