import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive, useMe, useSession } from '../live/context.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Times } from '../ui/Times.tsx';
import { useHost } from './useHost.ts';
import css from './SessionHead.module.css';

/** Which session this is, whose, when, and as what one is invited. */
export function SessionHead(): ReactNode {
  const { t } = useTranslation(['prejoin', 'kinds']);
  const session = useSession((state) => state.session);
  const me = useMe();
  const host = useHost(useLive().session, me.presence !== 'removed');
  return (
    <header className={css['head']}>
      <div className={css['chips']}>
        <Chip tone="accent">{t(`kinds:kind.${session.kind}`)}</Chip>
        <Chip tone={session.phase === 'live' ? 'ok' : 'neutral'} icon={session.phase === 'live' ? 'check' : 'clock'}>{t(`kinds:phase.${session.phase}`)}</Chip>
        {session.locked && <Chip icon="lock">{t('locked')}</Chip>}
      </div>
      <h1 className={css['title']}>{session.title}</h1>
      <p className={css['facts']}><Times start={session.startsAt} end={session.endsAt} zone={session.zone} withDay /></p>
      <p className={css['facts']}>
        {host !== undefined && <>{t('host', { host })} · </>}
        {t('as', { name: me.name, role: t(`kinds:role.${me.role}`) })}
      </p>
    </header>
  );
}
