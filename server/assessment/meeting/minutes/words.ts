import { printLanguage } from '../../../criteria.ts';
import type { PrintLanguage } from '../../../criteria.ts';
import en from '../../../../content/assessment/minutes.en.json' with { type: 'json' };
import fr from '../../../../content/assessment/minutes.fr.json' with { type: 'json' };
import zh from '../../../../content/assessment/minutes.zh.json' with { type: 'json' };

export type Words = typeof en;

const all: Readonly<Record<PrintLanguage, { readonly words: Words; readonly locale: string }>> = {
  en: { words: en, locale: 'en-GB' }, fr: { words: fr, locale: 'fr' }, zh: { words: zh, locale: 'zh-CN' },
};

/** The fixed words of minutes for who asks for this language: its own, or English; and the locale for dates. */
export function minutesWords(asked: string): { readonly language: PrintLanguage; readonly words: Words; readonly locale: string } {
  const language = printLanguage(asked);
  return { language, ...all[language] };
}

/** Puts values into a text with {names}. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => Object.hasOwn(values, name) ? String(values[name]) : whole);
}
