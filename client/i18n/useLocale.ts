import { useTranslation } from 'react-i18next';
import { languages } from './languages.ts';
import type { UiLanguage } from './languages.ts';

/** The language of the screen. */
export function useUiLanguage(): UiLanguage {
  return useTranslation().i18n.language as UiLanguage;
}

/** The locale in which dates, numbers and names of languages and countries are written. */
export function useLocale(): string {
  return languages[useUiLanguage()].locale;
}
