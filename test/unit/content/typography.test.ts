import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

/** A text with the place where it stands, for the one who has to mend it. */
interface Found { readonly at: string; readonly text: string }

/** Every text of one language: pages have a folder for each, content a file or, inside of a file, a key. */
function textsIn(language: 'fr' | 'zh'): readonly Found[] {
  const own = globSync([`client/i18n/${language}/*.json`, `content/**/${language}.json`, `content/**/*.${language}.json`]);
  const shared = globSync('content/**/*.yaml');
  const lessons = globSync(`content/**/*.${language}.md`);
  return [
    ...own.flatMap((path) => strings(JSON.parse(readFileSync(path, 'utf8')), path)),
    ...shared.flatMap((path) => under(parse(readFileSync(path, 'utf8')), language, path)),
    ...lessons.flatMap((path) => strings(readFileSync(path, 'utf8').split('\n'), path)),
  ];
}

function strings(value: unknown, at: string): readonly Found[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => strings(inner, `${at}:${key}`));
}

function under(value: unknown, language: string, at: string): readonly Found[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => key === language ? strings(inner, at) : under(inner, language, `${at}:${key}`));
}

const offending = (texts: readonly Found[], wrong: RegExp): readonly Found[] => texts.filter(({ text }) => wrong.test(text));

describe('French', () => {
  const texts = textsIn('fr');

  test('has texts in every place that is looked at', () => {
    expect(new Set(texts.map(({ at }) => at.split('/').slice(0, 2).join('/')))).toContain('content/training');
    expect(texts.length).toBeGreaterThan(3_000);
  });

  test('never parts a line before a sign, nor inside its quotation marks', () => {
    expect(offending(texts, /\S [:;!?»](?=\s|$)|« /u)).toEqual([]);
  });

  test('has the apostrophe of print', () => {
    expect(offending(texts.filter(({ at }) => !at.includes('.md')), /\p{L}'\p{L}/u)).toEqual([]);
  });
});

describe('Chinese', () => {
  const texts = textsIn('zh');

  test('has its own signs beside its characters', () => {
    expect(offending(texts, /\p{Script=Han}[,:;?!()]|[,:;?!(]\p{Script=Han}/u)).toEqual([]);
  });

  test('has no spaces between its characters and letters, numbers or what is filled in', () => {
    // A number or a time at the head of a line or a row is its label.
    const lines = texts.map(({ at, text }) => ({ at, text: text.replace(/^[-|\s]*[\d:.]+ /u, '') }));
    expect(offending(lines, /\p{Script=Han} [A-Za-z0-9{]|[A-Za-z0-9}] \p{Script=Han}/u)).toEqual([]);
  });

  test('has the ellipsis of six points', () => {
    expect(offending(texts, /(?<!…)…(?!…)/u)).toEqual([]);
  });
});
