import { expect, test } from 'vitest';
import { deckTerms } from '../../../server/training/deckTerms.ts';

const text = (en: string) => ({ en, fr: 'sans', zh: '无' });
const entry = (id: string, en: string, fr: string, zh: string) => ({ id, en: { term: en, definition: 'x' }, fr: { term: fr, definition: 'x' }, zh: { term: zh, definition: 'x' } });
const entries = [entry('seal', 'seal', 'scellement', '封条'), entry('integrity', 'seal integrity', 'intégrité du scellement', '封条完整性'), entry('visit', 'site visit', 'visite', '现场验证')];

test('a page of a deck says in every language what it is the first to name', () => {
  const deck = { title: text('Deck'), pages: [
    { title: text('Seal integrity'), points: [text('A seal is looked at'), text('before the site visit')] },
    { title: text('The seal'), table: { head: [text('Site visit')], rows: [[text('Seals')]] } },
  ] };
  expect(deckTerms(deck, entries, 'en')).toEqual([['seal integrity · intégrité du scellement · 封条完整性', 'seal · scellement · 封条', 'site visit · visite · 现场验证'], []]);
});

test('what one line does not hold is left to a later page that names it', () => {
  const long = entry('long', 'x'.repeat(60), 'y'.repeat(50), '无');
  const deck = { title: text('Deck'), pages: [{ title: text('seal'), points: [text('x'.repeat(60))] }, { title: text('x'.repeat(60)), points: [text('seal')] }] };
  expect(deckTerms(deck, [...entries, long], 'en').map((line) => line.length)).toEqual([1, 1]);
});
