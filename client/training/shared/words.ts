import { useCallback } from 'react';
import type { Texts, TrainingLanguage } from '../../../protocol/training/texts.ts';
import { remember, remembered } from '../../app/remember.ts';
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

const NAME = 'course.language';

/** The language in which somebody reads courses on this device; until they choose one, that of the screen. */
export function readingLanguage(asked: string | null, screen: TrainingLanguage): TrainingLanguage {
  const wanted = asked ?? remembered(NAME);
  return wanted === 'en' || wanted === 'fr' || wanted === 'zh' ? wanted : screen;
}

export function rememberReading(language: TrainingLanguage): void {
  remember(NAME, language);
}
