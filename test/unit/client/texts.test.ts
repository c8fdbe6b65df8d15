import { describe, expect, test } from 'vitest';
import { clientCodes } from '../../../client/app/problem.ts';
import { languages, uiLanguageFor, uiLanguages } from '../../../client/i18n/languages.ts';
import { errorCodes } from '../../../protocol/errors.ts';
import { kinds, rolesOf } from '../../../protocol/kinds.ts';
import type { KindName } from '../../../protocol/kinds.ts';
import { base, form, means, placeholders, textsOf, usesOfTexts } from './texts.ts';

const english = textsOf('en');
const uses = usesOfTexts();
/** Namespaces whose keys are asked for by name alone, so that an unused one can be told. */
const named = ['common', 'identity', 'pages', 'kinds'];

describe.each(uiLanguages)('the texts in %s', (language) => {
  const texts = textsOf(language);

  test('have the same keys as the others', () => {
    const bases = (of: ReadonlyMap<string, string>): readonly string[] => [...new Set([...of.keys()].map(base))].toSorted();
    expect(bases(texts)).toEqual(bases(english));
  });

  test('have every plural form of the language, and no other', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    const counted = new Set([...english.keys()].filter(form).map(base));
    const given = Map.groupBy([...texts.keys()].filter((key) => counted.has(base(key))), base);
    for (const [key, keys] of given) expect({ key, forms: keys.map(form).toSorted() }).toEqual({ key, forms });
  });

  test('are not empty and have no spaces at their ends', () => {
    expect([...texts].filter(([, text]) => text.trim() === '' || text !== text.trim())).toEqual([]);
  });

  test('fill in what the English text fills in', () => {
    const differing = [...texts].filter(([key, text]) => {
      const same = english.get(key) ?? english.get(`${base(key)}_other`)!;
      // A form for one may leave the number out.
      const wanted = (of: string): readonly string[] => placeholders(of).filter((name) => name !== 'count' || form(key) !== 'one');
      return wanted(text).join() !== wanted(same).join();
    });
    expect(differing).toEqual([]);
  });
});

test('most French and Chinese texts are not the English ones', () => {
  for (const language of ['fr', 'zh']) {
    const texts = textsOf(language);
    const long = [...english].filter(([key, text]) => !key.startsWith('zones:') && text.split(' ').length > 3);
    expect(long.filter(([key, text]) => texts.get(key) === text)).toEqual([]);
  }
});

test('the source asks for no text that is not there', () => {
  const keys = [...english.keys()];
  const dynamic = ['errors:*', 'zones:*'];
  expect(uses.filter((use) => !dynamic.includes(use.key) && !keys.some((key) => means(use, key)))).toEqual([]);
});

test('no text is there that the source does not ask for', () => {
  const unused = [...english.keys()].filter((key) => named.includes(key.split(':')[0]!) && !uses.some((use) => means(use, key)));
  expect(unused).toEqual([]);
});

test('every error code has its sentence, and no other does', () => {
  const sentences = [...english.keys()].filter((key) => key.startsWith('errors:')).map((key) => key.slice('errors:'.length));
  expect(sentences.toSorted()).toEqual([...Object.keys(errorCodes), ...clientCodes].toSorted());
});

test('every kind and role has its name', () => {
  const names = Object.keys(kinds) as KindName[];
  const roles = new Set(names.flatMap((kind) => rolesOf(kind)));
  for (const kind of names) expect(english.has(`kinds:kind.${kind}`) && english.has(`kinds:about.${kind}`)).toBe(true);
  const named = [...english.keys()].filter((key) => key.startsWith('kinds:role.')).map((key) => key.slice('kinds:role.'.length));
  expect(named.toSorted()).toEqual([...roles].toSorted());
});

test('the zones with a name are zones', () => {
  for (const key of english.keys()) {
    if (key.startsWith('zones:')) expect(() => new Intl.DateTimeFormat('en', { timeZone: key.slice('zones:'.length) })).not.toThrow();
  }
});

test('the language of the screen is the first that there is one for', () => {
  expect(uiLanguageFor(['de-CH', 'fr-CH', 'en'])).toBe('fr');
  expect(uiLanguageFor(['zh-Hant-TW'])).toBe('zh');
  expect(uiLanguageFor([null, undefined, 'toString', 'xx'])).toBeUndefined();
  expect(uiLanguages).toEqual(Object.keys(languages));
});
