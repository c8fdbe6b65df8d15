import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../../../protocol/kinds.ts';
import type { Role } from '../../../protocol/kinds.ts';
import type { SessionSummary } from '../../../protocol/routes/sessions.ts';
import { useAccount } from '../../app/account.tsx';
import { Fetched } from '../../app/Fetched.tsx';
import { Page } from '../../app/Page.tsx';
import { useApi } from '../../app/queries.ts';
import { useViewerZone } from '../../app/zone.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { longDay } from '../../ui/timeFormats.ts';
import { useNow } from '../../ui/Times.tsx';
import { comingUp } from '../shared/agenda.ts';
import { SessionTable } from '../shared/SessionTable.tsx';
import { NextSession } from './NextSession.tsx';
import shared from '../shared/shared.module.css';

const AwaitedConsents = lazy(() => import('../../observation/home/AwaitedConsents.tsx'));

const shown = 6;

/** What is next for this person, and what comes after. */
export default function HomePage(): ReactNode {
  const { t } = useTranslation('pages');
  const { me } = useAccount();
  const locale = useLocale();
  const zone = useViewerZone();
  const now = useNow(60_000);
  const sessions = useApi('sessions', {}, { everyMs: 30_000 });
  return (
    <Page title={t('home.today', { day: longDay(now, zone, locale, now) })} lead={t('home.welcome', { name: me.person?.name ?? '' })}>
      <Fetched of={sessions}>
        {(data) => {
          const [next, ...later] = comingUp(data.sessions, now);
          if (!next) {
            return (
              <EmptyState icon="calendar" title={t('home.empty.title')} actions={<ButtonLink look="primary" icon="plus" to="/sessions/new">{t('sessions.schedule')}</ButtonLink>}>
                {t('home.empty.text')}
              </EmptyState>
            );
          }
          return (
            <>
              {data.sessions.some(mayBeAwaited) && <Suspense><AwaitedConsents /></Suspense>}
              <NextSession session={next} />
              <section className={shared['section']}>
                <div className={shared['sectionHead']}>
                  <h2>{t('home.comingUp')}</h2>
                  {later.length > shown && <ButtonLink look="quiet" to="/sessions">{t('home.all', { count: later.length + 1 })}</ButtonLink>}
                </div>
                {later.length === 0
                  ? <p className={shared['muted']}>{t('home.nothingElse')}</p>
                  : <SessionTable label={t('home.comingUp')} sessions={later.slice(0, shown)} />}
              </section>
            </>
          );
        }}
      </Fetched>
    </Page>
  );
}

/** Who is there for the operator of a visit may have a consent to give. */
function mayBeAwaited({ info, role }: SessionSummary): boolean {
  return info.phase !== 'ended' && may(info.kind, role as Role, 'consent.own');
}
