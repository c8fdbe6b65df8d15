import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/useLocale.ts';
import { useZoneName } from '../../ui/Times.tsx';
import { useVisit } from '../source.tsx';

/** How the report writes moments: with their date, to the second, in the zone of who hosts it, as the printed one does. `note` says so once. */
export function useReportTime(): { readonly moment: (at: number) => string; readonly span: (from: number, to: number) => string; readonly note: string } {
  const { t } = useTranslation('report');
  const locale = useLocale();
  const place = useZoneName();
  const { zone } = useVisit().session;
  const format = useCallback(
    (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: zone, hourCycle: 'h23' }), [locale, zone],
  );
  const moment = useCallback((at: number) => format({ dateStyle: 'medium', timeStyle: 'medium' }).format(at), [format]);
  const span = useCallback((from: number, to: number) => {
    const day = (at: number): string => format({ dateStyle: 'medium' }).format(at);
    return `${moment(from)} – ${day(from) === day(to) ? format({ timeStyle: 'medium' }).format(to) : moment(to)}`;
  }, [format, moment]);
  return { moment, span, note: t('timesNote', { place: place(zone), zone }) };
}
