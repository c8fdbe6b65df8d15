import type { DeckFile, GlossaryEntry } from '../../protocol/training/course.ts';
import { entriesIn, termsOf } from '../../protocol/training/glossary.ts';
import { trainingLanguages } from '../../protocol/training/texts.ts';
import type { TrainingLanguage } from '../../protocol/training/texts.ts';

/** What stands on one line at the foot of a page; a Chinese letter is as wide as two others. */
const LINE_WIDTH = 118;
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 0);

/** For each page of a deck: the terms that it is the first to name, in every language, as many as one line holds. */
export function deckTerms(deck: DeckFile, entries: readonly GlossaryEntry[], language: TrainingLanguage): readonly (readonly string[])[] {
  const terms = termsOf(entries, language);
  const seen = new Set<string>();
  return deck.pages.map(({ title, points = [], table }) => {
    const text = [title, ...points, ...table?.head ?? [], ...table?.rows.flat() ?? []].map((one) => one[language]).join('\n');
    const line: string[] = [];
    let width = 0;
    for (const entry of entriesIn(text, terms)) {
      const said = [language, ...trainingLanguages.filter((one) => one !== language)].map((one) => entry[one].term).join(' · ');
      if (seen.has(entry.id) || width + widthOf(said) > LINE_WIDTH) continue;
      seen.add(entry.id);
      line.push(said);
      width += widthOf(said) + 4;
    }
    return line;
  });
}
