import { printLanguage } from '../../../criteria.ts';
import type { PrintLanguage } from '../../../criteria.ts';
import en from '../../../../content/assessment/minutes.en.json' with { type: 'json' };
import fr from '../../../../content/assessment/minutes.fr.json' with { type: 'json' };
import zh from '../../../../content/assessment/minutes.zh.json' with { type: 'json' };

export type Words = typeof en;

const all: Readonly<Record<PrintLanguage, Words>> = { en, fr, zh };

/** The fixed words of minutes for who asks for this language: its own, or English. */
export function minutesWords(asked: string): { readonly language: PrintLanguage; readonly words: Words } {
  const language = printLanguage(asked);
  return { language, words: all[language] };
}
