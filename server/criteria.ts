import en from '../content/criteria/en.json' with { type: 'json' };
import fr from '../content/criteria/fr.json' with { type: 'json' };
import zh from '../content/criteria/zh.json' with { type: 'json' };

/** The languages in which documents are printed. */
export const printLanguages = ['en', 'fr', 'zh'] as const;
export type PrintLanguage = (typeof printLanguages)[number];

const titles: Readonly<Record<PrintLanguage, ReadonlyMap<string, string>>> = { en: titlesOf(en), fr: titlesOf(fr), zh: titlesOf(zh) };

/** The titles of the conditions of the SAFE Framework, by letter. */
export function criterionTitles(language: PrintLanguage): ReadonlyMap<string, string> {
  return titles[language];
}

/** The language in which something is printed for who asks for this one: its own, or English. */
export function printLanguage(asked: string): PrintLanguage {
  const base = asked.toLowerCase().split('-')[0];
  return printLanguages.find((one) => one === base) ?? 'en';
}

function titlesOf({ criteria }: { readonly criteria: readonly { readonly id: string; readonly title: string }[] }): ReadonlyMap<string, string> {
  return new Map(criteria.map(({ id, title }) => [id, title]));
}
