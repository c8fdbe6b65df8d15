/** The languages in which the training base has at least titles, summaries and questions. */
export const trainingLanguages = ['en', 'fr', 'zh'] as const;
export type TrainingLanguage = (typeof trainingLanguages)[number];

/** A short text in every language. */
export type Texts = Readonly<Record<TrainingLanguage, string>>;

/** The language of the training base for a tag, or English. */
export function trainingLanguage(tag: string | undefined): TrainingLanguage {
  const base = tag?.toLowerCase().split('-')[0];
  return trainingLanguages.find((one) => one === base) ?? 'en';
}

/** What a long text is told in when somebody asks for a language in which it does not exist: the first one that it has. */
export function spokenIn(wanted: TrainingLanguage, has: readonly TrainingLanguage[]): TrainingLanguage {
  return has.includes(wanted) ? wanted : has[0] ?? 'en';
}
