import en from '../../../../content/assessment/annex.en.json' with { type: 'json' };
import fr from '../../../../content/assessment/annex.fr.json' with { type: 'json' };
import zh from '../../../../content/assessment/annex.zh.json' with { type: 'json' };
import type { PrintLanguage } from '../../../criteria.ts';

export type AnnexWords = typeof en;

const words: Readonly<Record<PrintLanguage, AnnexWords>> = { en, fr, zh };
const locales: Readonly<Record<PrintLanguage, string>> = { en: 'en-GB', fr: 'fr', zh: 'zh-CN' };

export function annexWords(language: PrintLanguage): AnnexWords {
  return words[language];
}

/** To the minute, in universal time: both sides read the same. */
export function momentIn(language: PrintLanguage, at: number): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC', hourCycle: 'h23' }).format(at);
}

/** Puts values into a text with {names}. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => Object.hasOwn(values, name) ? String(values[name]) : whole);
}
