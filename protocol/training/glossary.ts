import type { GlossaryEntry } from './course.ts';
import type { TrainingLanguage } from './texts.ts';

/** Finds terms of the glossary in running text. */
export interface Terms {
  readonly pattern: RegExp | undefined;
  readonly entryOf: (word: string) => GlossaryEntry | undefined;
}

/** Latin words stand between spaces or signs; Chinese ones stand anywhere. Longer terms win over those inside of them. */
export function termsOf(entries: readonly GlossaryEntry[], language: TrainingLanguage): Terms {
  const byWord = new Map<string, GlossaryEntry>();
  for (const entry of entries) {
    for (const word of [entry[language].term, ...entry[language].also ?? []]) byWord.set(word.toLowerCase(), entry);
  }
  const words = [...byWord.keys()].toSorted((one, other) => other.length - one.length).map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  const around = language === 'zh' ? (of: string) => of : (of: string) => `(?<![\\p{L}\\p{N}])(?:${of})(?![\\p{L}\\p{N}])`;
  return { pattern: words.length === 0 ? undefined : new RegExp(around(words.join('|')), 'giu'), entryOf: (word) => byWord.get(word.toLowerCase()) };
}

/** What a text names, in the order in which it does, each once. */
export function entriesIn(text: string, { pattern, entryOf }: Terms): readonly GlossaryEntry[] {
  if (!pattern) return [];
  return [...new Set([...text.matchAll(pattern)].flatMap(([word]) => entryOf(word) ?? []))];
}
