import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionInfo } from '../../../protocol/live/session.ts';
import { useViewerZone } from '../../app/zone.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { useLiveSnapshot } from '../../live/context.tsx';
import { useNow } from '../live/useNow.ts';
import { useCity } from '../live/useMoment.ts';
import { clockTime, duration } from '../time.ts';
import css from './Clock.module.css';

/** The time where the host is and, when it is another, the time here. */
export function Clock({ zone }: { readonly zone: string }): ReactNode {
  const { t } = useTranslation('room');
  const locale = useLocale();
  const offset = useLiveSnapshot((snapshot) => snapshot.clockOffsetMs);
  const now = useNow(1_000) + offset;
  const mine = useViewerZone();
  const cityOf = useCity();
  const host = clockTime(now, zone, locale);
  const here = clockTime(now, mine, locale);
  if (zone === mine) return <span className={css['clock']}><b>{here}</b> {cityOf(mine)}</span>;
  return (
    <span className={css['clock']}>
      {host} {cityOf(zone)} · <b>{here}</b> {t('time.yours', { city: cityOf(mine) })}
    </span>
  );
}

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
