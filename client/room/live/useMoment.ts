import { useCallback } from 'react';
import { useViewerZone } from '../../app/zone.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { useSession } from '../../live/context.tsx';
import { timeOfDay } from '../../ui/timeFormats.ts';
import { useZoneName } from '../../ui/Times.tsx';

export interface Moment {
  /** In the viewer's zone. */
  readonly own: string;
  /** In the host's and the viewer's; only the one when they are the same. */
  readonly both: string;
}

/** How a time in this session is written. */
export function useMoment(): (ms: number) => Moment {
  const locale = useLocale();
  const mine = useViewerZone();
  const zone = useSession((state) => state.session.zone);
  const place = useZoneName();
  return useCallback((ms) => {
    const own = timeOfDay(ms, mine, locale);
    const here = `${own} ${place(mine)}`;
    return { own, both: zone === mine ? here : `${timeOfDay(ms, zone, locale)} ${place(zone)} · ${here}` };
  }, [locale, mine, zone, place]);
}
