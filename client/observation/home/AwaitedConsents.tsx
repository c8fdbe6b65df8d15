import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../app/queries.ts';
import { roomPath } from '../../app/paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import css from './AwaitedConsents.module.css';

/** Tells people of an operator that a visit waits for their word, and leads to where they give it. */
export default function AwaitedConsents(): ReactNode {
  const { t } = useTranslation('visit');
  const { data } = useApi('awaitedConsents', undefined, { everyMs: 30_000 });
  if (!data || data.visits.length === 0) return null;
  return (
    <ul className={css['list']} aria-label={t('awaited.label')}>
      {data.visits.map(({ session, title, zones, own, inFile }) => (
        <li key={session}>
          <Banner
            tone="warn" icon="clock"
            actions={<ButtonLink look="line" to={inFile ? `/sessions/${session}/visit#consents` : roomPath(session)}>{t(inFile ? 'awaited.answer' : 'awaited.enter')}</ButtonLink>}
          >
            <b>{t('awaited.title', { title })}</b>
            <ul className={css['what']}>
              {zones > 0 && <li>{t('awaited.zones', { count: zones })}</li>}
              {own && <li>{t(inFile ? 'awaited.own' : 'awaited.ownInside')}</li>}
            </ul>
          </Banner>
        </li>
      ))}
    </ul>
  );
}
