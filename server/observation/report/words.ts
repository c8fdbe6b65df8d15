import { criterionTitles, printLanguage, printLanguages } from '../../criteria.ts';
import type { PrintLanguage } from '../../criteria.ts';
import inspectionEn from '../../../content/observation/inspection.en.json' with { type: 'json' };
import inspectionFr from '../../../content/observation/inspection.fr.json' with { type: 'json' };
import inspectionZh from '../../../content/observation/inspection.zh.json' with { type: 'json' };
import wordsEn from '../../../content/observation/report.en.json' with { type: 'json' };
import wordsFr from '../../../content/observation/report.fr.json' with { type: 'json' };
import wordsZh from '../../../content/observation/report.zh.json' with { type: 'json' };

type Words = typeof wordsEn;

export const reportLanguages = printLanguages;
export type ReportLanguage = PrintLanguage;

/** The fixed words of a report, with the titles of the checklist, in one language. */
export interface ReportWords {
  readonly words: Words;
  readonly criteria: ReadonlyMap<string, string>;
  readonly points: ReadonlyMap<string, string>;
  readonly sealChecks: ReadonlyMap<string, string>;
}

interface Titled {
  readonly id: string;
  readonly title: string;
}

const all: Readonly<Record<ReportLanguage, ReportWords>> = {
  en: take(wordsEn, criterionTitles('en'), inspectionEn), fr: take(wordsFr, criterionTitles('fr'), inspectionFr), zh: take(wordsZh, criterionTitles('zh'), inspectionZh),
};

export function reportWords(language: ReportLanguage): ReportWords {
  return all[language];
}

/** The language in which a report is told to who asks for this one: its own, or English. */
export function reportLanguage(asked: string): ReportLanguage {
  return printLanguage(asked);
}

function take(words: Words, criteria: ReadonlyMap<string, string>, { points, seal }: { points: readonly Titled[]; seal: readonly Titled[] }): ReportWords {
  const titles = (list: readonly Titled[]): ReadonlyMap<string, string> => new Map(list.map(({ id, title }) => [id, title]));
  return { words, criteria, points: titles(points), sealChecks: titles(seal) };
}
