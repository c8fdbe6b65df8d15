import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewerZone } from '../app/zone.ts';
import { useLocale } from '../i18n/useLocale.ts';
import { dayAndRange, placeOf, sameDateIn, timeOfDay, timeRange } from './timeFormats.ts';
import css from './Times.module.css';

/** The name of the place that a zone is called after, in the language of the screen. */
export function useZoneName(): (zone: string) => string {
  const { t } = useTranslation('zones');
  return useCallback((zone) => t(zone, { defaultValue: placeOf(zone) }), [t]);
}

interface Props {
  readonly start: number;
  readonly end: number;
  /** The host's zone. */
  readonly zone: string;
  /** Says the day as well. Where the two zones disagree about it, each says its own in any case. */
  readonly withDay?: boolean;
}

/** When something is, in the host's zone and the viewer's together, the viewer's marked: 14:00–17:00 Beijing · 07:00–10:00 Brussels (yours). */
export function Times({ start, end, zone, withDay = false }: Props): ReactNode {
  const { t } = useTranslation('common');
  const locale = useLocale();
  const mine = useViewerZone();
  const place = useZoneName();
  const days = withDay || !sameDateIn(start, zone, mine);
  const write = days ? dayAndRange : timeRange;
  const host = write(start, end, zone, locale);
  if (zone === mine) return <span className={css['times']}>{host} <b>{t('times.yours', { place: place(zone) })}</b></span>;
  const own = days && !sameDateIn(start, zone, mine) ? dayAndRange(start, end, mine, locale) : timeRange(start, end, mine, locale);
  return (
    <span className={css['times']}>
      <span className={css['pair']}>{host} <b>{place(zone)}</b></span>{' · '}
      <span className={css['pair']}>{own} {t('times.yours', { place: place(mine) })}</span>
    </span>
  );
}

/** The time of day now, in both zones: 14:22 Beijing · 07:22 Brussels. */
export function Clocks({ zone }: { readonly zone: string }): ReactNode {
  const locale = useLocale();
  const mine = useViewerZone();
  const place = useZoneName();
  const now = useNow();
  return (
    <span className={css['times']}>
      <span className={css['pair']}>{timeOfDay(now, zone, locale)} <b>{place(zone)}</b></span>
      {zone !== mine && <>{' · '}<span className={css['pair']}>{timeOfDay(now, mine, locale)} {place(mine)}</span></>}
    </span>
  );
}

/** Now, renewed every so often; by default often enough for a clock of minutes. */
export function useNow(everyMs = 10_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
