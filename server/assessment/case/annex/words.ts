import en from '../../../../content/assessment/annex.en.json' with { type: 'json' };
import fr from '../../../../content/assessment/annex.fr.json' with { type: 'json' };
import zh from '../../../../content/assessment/annex.zh.json' with { type: 'json' };
import type { PrintLanguage } from '../../../criteria.ts';
import { printLocales } from '../../../pdf/wording.ts';

export type AnnexWords = typeof en;

const words: Readonly<Record<PrintLanguage, AnnexWords>> = { en, fr, zh };

export function annexWords(language: PrintLanguage): AnnexWords {
  return words[language];
}

/** To the minute, in universal time: both sides read the same. */
export function momentIn(language: PrintLanguage, at: number): string {
  return new Intl.DateTimeFormat(printLocales[language], { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC', hourCycle: 'h23' }).format(at);
}
