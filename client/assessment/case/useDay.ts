import { useCallback } from 'react';
import type { Day } from '../../../protocol/assessment/case/ids.ts';
import { useLocale } from '../../i18n/useLocale.ts';

/** A day of the calendar as it is written in the language of the screen; a calendar day has no zone. */
export function useDay(): (day: Day) => string {
  const locale = useLocale();
  return useCallback((day) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`)), [locale]);
}

/** Today where the person is. */
export function today(): Day {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(Date.now());
}
