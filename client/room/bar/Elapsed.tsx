import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionInfo } from '../../../protocol/live/session.ts';
import { useLiveSnapshot } from '../../live/context.tsx';
import { useNow } from '../live/useNow.ts';
import { duration } from '../time.ts';
import css from './Elapsed.module.css';

/** How long the session has run and how much is left of what was agreed. */
export function Elapsed({ session }: { readonly session: SessionInfo }): ReactNode {
  const { t } = useTranslation('room');
  const offset = useLiveSnapshot((snapshot) => snapshot.clockOffsetMs);
  const now = useNow(1_000) + offset;
  if (session.startedAt === undefined) return <span className={css['quiet']}>{t('time.notStarted')}</span>;
  const left = Math.ceil((session.endsAt - now) / 60_000);
  return (
    <>
      <b className={css['figure']}>{duration(now - session.startedAt)}</b>
      <span className={css['left']}>
        {left >= 0 ? t('time.left', { count: left }) : t('time.over', { count: -left })}
      </span>
    </>
  );
}
