import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { TrainingLanguage } from '../../../protocol/training/texts.ts';
import { remember, remembered } from '../../app/remember.ts';
import { useUiLanguage } from '../../i18n/useLocale.ts';

const NAME = 'course.language';

/** The language in which somebody reads courses on this device: the one in the address, the one they chose last, or that of the screen. */
export function useReadingLanguage(): TrainingLanguage {
  const [search] = useSearchParams();
  const screen = useUiLanguage();
  const asked = search.get('language');
  const chosen = asked ?? remembered(NAME);
  const language = chosen === 'en' || chosen === 'fr' || chosen === 'zh' ? chosen : screen;
  useEffect(() => {
    if (asked !== null) remember(NAME, language);
  }, [asked, language]);
  return language;
}
