import { useCallback } from 'react';
import { useViewerZone } from '../app/zone.ts';
import { useLocale } from '../i18n/useLocale.ts';
import { useZoneName } from '../ui/Times.tsx';
import { useVisit } from './source.tsx';

export interface Stamp {
  /** To the second, in the viewer's zone; with the day where it is not the visit's. */
  readonly own: string;
  /** In the host's zone and the viewer's. */
  readonly both: string;
  /** For the datetime attribute. */
  readonly iso: string;
}

/** How a moment of the visit is written: to the second, because it is looked up in recordings and logs. */
export function useStamp(): (ms: number) => Stamp {
  const locale = useLocale();
  const mine = useViewerZone();
  const { zone, startsAt } = useVisit().session;
  const place = useZoneName();
  return useCallback((ms) => {
    const isAnotherDay = dayIn(ms, mine) !== dayIn(startsAt, mine);
    const write = (at: string): string => new Intl.DateTimeFormat(locale, {
      hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone: at, ...(isAnotherDay ? { day: 'numeric', month: 'short' } : {}),
    }).format(ms);
    const own = write(mine);
    const here = `${own} ${place(mine)}`;
    return { own, both: zone === mine ? here : `${write(zone)} ${place(zone)} · ${here}`, iso: new Date(ms).toISOString() };
  }, [locale, mine, zone, startsAt, place]);
}

function dayIn(ms: number, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(ms);
}
