import { useCallback } from 'react';
import type { Texts } from '../../../protocol/training/texts.ts';
import { useLocale, useUiLanguage } from '../../i18n/useLocale.ts';

/** A text of the training base in the language of the screen. */
export function useWords(): (texts: Texts) => string {
  const language = useUiLanguage();
  return useCallback((texts) => texts[language], [language]);
}

export function useFigures(): { readonly percent: (share: number) => string; readonly number: (value: number) => string; readonly day: (at: number, zone: string) => string; readonly moment: (at: number, zone: string) => string } {
  const locale = useLocale();
  return {
    percent: (share) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share),
    number: (value) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value),
    day: (at, timeZone) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(at),
    moment: (at, timeZone) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at),
  };
}
