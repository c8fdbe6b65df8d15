import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '../../../protocol/bidi.ts';
import { useViewerZone } from '../../app/zone.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { useMeeting } from './source.tsx';

/** Names for ids, as this meeting knows them. */
export function useNames(): { readonly side: (id: string) => string; readonly person: (id: string) => string; readonly item: (id: string) => string } {
  const { t } = useTranslation('meeting');
  const { participants, assessment } = useMeeting();
  const side = useCallback((id: string) => Object.values(participants).find((one) => one.administration === id)?.administrationName ?? t('unknown'), [participants, t]);
  const person = useCallback((id: string) => isolated(participants[id]?.name ?? t('unknown')), [participants, t]);
  const { items, passages } = assessment.agenda;
  const item = useCallback((id: string) => items[id]?.title ?? passages.find((one) => one.item === id)?.title ?? t('unknown'), [items, passages, t]);
  return { side, person, item };
}

/** How a moment of the meeting is written: to the minute, with the day where it is not the meeting's. */
export function useStamp(): (ms: number) => string {
  const locale = useLocale();
  const zone = useViewerZone();
  const { startsAt } = useMeeting().session;
  return useCallback((ms) => {
    const day = (at: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);
    return new Intl.DateTimeFormat(locale, {
      hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone, ...(day(ms) === day(startsAt) ? {} : { day: 'numeric', month: 'short' }),
    }).format(ms);
  }, [locale, zone, startsAt]);
}

/** A day without a clock is kept as its noon in UTC, which is the same day almost everywhere. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

export function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

export function useDay(): (ms: number) => string {
  const locale = useLocale();
  return useCallback((ms) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(ms), [locale]);
}
