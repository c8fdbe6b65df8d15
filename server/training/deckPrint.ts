import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Module } from '../../protocol/training/model.ts';
import type { TrainingLanguage } from '../../protocol/training/texts.ts';
import { printPdf } from '../pdf/print.ts';
import { deckTerms } from './deckTerms.ts';
import type { Library } from './library.ts';

/** A fixed moment, so that the same deck prints the same bytes and is one file. */
const MADE_AT = Date.UTC(2026, 0, 1);

/** The deck of a module as a PDF of pages. Rejects with a PrintError. */
export async function printDeck(library: Library, module: Module, language: TrainingLanguage): Promise<Buffer> {
  const { deck } = module;
  if (!deck) throw new Error(`${module.id} has no deck`);
  const terms = deckTerms(deck, library.glossary, language);
  const pages = await Promise.all(deck.pages.map(async ({ title, points, table, picture, alt, source }, index) => ({
    title: title[language], terms: terms[index],
    points: points?.map((one) => one[language]) ?? [],
    head: table?.head.map((one) => one[language]) ?? [], rows: table?.rows.map((row) => row.map((one) => one[language])) ?? [],
    // The pictures of courses are ours; as text they travel with the data.
    svg: picture === undefined ? '' : await readFile(join(library.root, module.folder, picture), 'utf8'), alt: alt?.[language] ?? '',
    source: source === undefined ? '' : sourceLine(library, source),
  })));
  const printed = await printPdf({
    template: '#import "/slides.typ": slides\n#slides(json("/data.json"))\n', pictures: [], madeAt: MADE_AT,
    data: { language, title: deck.title[language], pages },
  });
  return printed.pdf;
}

function sourceLine(library: Library, id: string): string {
  const [source] = library.sources([id]);
  return source ? `${source.title}, ${source.publisher}` : '';
}
