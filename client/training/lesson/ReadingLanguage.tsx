import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trainingLanguages } from '../../../protocol/training/texts.ts';
import type { TrainingLanguage } from '../../../protocol/training/texts.ts';
import { languages } from '../../i18n/languages.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { Banner } from '../../ui/Banner.tsx';
import { languageInSentence } from '../../ui/names.ts';
import { Segments } from '../../ui/Segments.tsx';

interface Props {
  /** Asked for. */
  readonly wanted: TrainingLanguage;
  /** Told in. */
  readonly language: TrainingLanguage;
  readonly has: readonly TrainingLanguage[];
}

/** The choice of the language of a text; and when it is told in another one than was asked for, that it is. */
export function ReadingLanguage({ wanted, language, has }: Props): ReactNode {
  const { t } = useTranslation('training');
  const locale = useLocale();
  const named = (one: TrainingLanguage): string => languageInSentence(one, locale);
  return (
    <>
      <Segments label={t('lesson.language')} segments={trainingLanguages.map((one) => ({ to: `?language=${one}`, label: languages[one].name, selected: one === wanted }))} />
      {language !== wanted && (
        <Banner tone="warn" icon="globe" role="status">{t('lesson.fallback', { wanted: named(wanted), language: named(language), has: new Intl.ListFormat(locale).format(has.map(named)) })}</Banner>
      )}
    </>
  );
}
