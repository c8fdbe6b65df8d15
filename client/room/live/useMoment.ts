import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewerZone } from '../../app/zone.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { useSession } from '../../live/context.tsx';
import { clockTime } from '../time.ts';

/** The city by which people know a zone, in the language of the screen. */
export function useCity(): (zone: string) => string {
  const { t } = useTranslation('zones');
  // A zone that has no text is known by the city in its name.
  return useCallback((zone) => t(zone, { defaultValue: zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ') }), [t]);
}

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
  const city = useCity();
  return useCallback((ms) => {
    const own = clockTime(ms, mine, locale);
    const here = `${own} ${city(mine)}`;
    return { own, both: zone === mine ? here : `${clockTime(ms, zone, locale)} ${city(zone)} · ${here}` };
  }, [locale, mine, zone, city]);
}
