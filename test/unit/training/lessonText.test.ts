import { describe, expect, test } from 'vitest';
import { readLesson } from '../../../client/training/lesson/blocks.ts';
import type { Block, Inline } from '../../../client/training/lesson/blocks.ts';
import { termsOf } from '../../../protocol/training/glossary.ts';

const entries = [
  { id: 'seal', en: { term: 'seal', definition: 'x', also: ['seals'] }, fr: { term: 'scellé', definition: 'x' }, zh: { term: '封志', definition: 'x' } },
  { id: 'integrity', en: { term: 'seal integrity', definition: 'x' }, fr: { term: 'intégrité du scellé', definition: 'x' }, zh: { term: '封志完整性', definition: 'x' } },
];

function termsIn(body: string, language: 'en' | 'fr' | 'zh'): string[] {
  const found: string[] = [];
  const inline = (one: Inline): void => {
    if (one.type === 'term') found.push(one.text);
    if ('of' in one) one.of.forEach(inline);
  };
  const block = (one: Block): void => {
    if (one.type === 'quote') one.of.forEach(block);
    else if (one.type === 'list') one.items.flat().forEach(block);
    else if (one.type === 'table') [...one.head, ...one.rows.flat()].flat().forEach(inline);
    else if ('of' in one) one.of.forEach(inline);
  };
  readLesson(body, termsOf(entries, language)).forEach(block);
  return found;
}

describe('terms of the glossary', () => {
  test('are marked where they are used first, the longer before the shorter, whole words alone', () => {
    expect(termsIn('## A seal\n\nSeals and sealed doors. **Seal integrity** matters. Another seal.', 'en')).toEqual(['Seals', 'Seal integrity']);
    expect(termsIn('检查封志完整性，再看封志。', 'zh')).toEqual(['封志完整性', '封志']);
    expect(termsIn('L’intégrité du scellé, puis le scellé.', 'fr')).toEqual(['intégrité du scellé', 'scellé']);
  });
  test('are not marked in links and headings', () => expect(termsIn('# seal\n\n[a seal](https://example.org)', 'en')).toEqual([]));
});

test('what Markdown takes for HTML, and an address that is none, stay text', () => {
  const said = JSON.stringify(readLesson('<script>alert(1)</script>\n\nA <b>word</b> and [a link](javascript:alert(1)) & 1 < 2.', termsOf([], 'en')));
  expect(said).not.toContain('"link"');
  expect(said).toContain('<script>alert(1)</script>');
  expect(said).toContain(' & 1 < 2.');
});
