import { describe, expect, test } from 'vitest';
import { numbered, printable, undrawable } from '../../../server/pdf/printable.ts';
import { pictureSize } from '../../../server/pdf/pictureSize.ts';
import { fill } from '../../../server/pdf/fill.ts';
import { isolated } from '../../../protocol/bidi.ts';
import { reportLanguage, reportLanguages, reportWords } from '../../../server/observation/report/words.ts';

describe('the fixed words of the report', () => {
  const english = leaves(reportWords('en').words);

  test.each(reportLanguages)('are complete in %s, and fill in what the English ones do', (language) => {
    const texts = leaves(reportWords(language).words);
    expect([...texts.keys()]).toEqual([...english.keys()]);
    for (const [key, text] of texts) {
      expect({ key, text: text.trim() }).not.toEqual({ key, text: '' });
      expect({ key, names: placeholders(text) }).toEqual({ key, names: placeholders(english.get(key)!) });
    }
  });

  test('know the titles of criteria, points and seal in every language', () => {
    for (const language of reportLanguages) {
      const { criteria, points, sealChecks } = reportWords(language);
      expect([criteria.size, points.size, sealChecks.size]).toEqual([13, 7, 4]);
    }
  });

  test.each([['fr', 'fr'], ['FR-ca', 'fr'], ['zh-Hans-CN', 'zh'], ['en', 'en'], ['es', 'en'], ['', 'en']])('%s is told in %s', (asked, told) => {
    expect(reportLanguage(asked)).toBe(told);
  });

  test('take values as text, also where they look like places for others', () => {
    expect(fill('{a} and {b}, {c}', { a: '{b}', b: '$& $1', toString: 'x' })).toBe('{b} and $& $1, {c}');
  });
});

describe('text for print', () => {
  test.each([
    ['plain *text* #eval', 'plain *text* #eval'], ['a\tb\u0007c\nd', 'a b c\nd'], ['a\u2028b\u2029c', 'a\nb\nc'], ['\uD800x', '\uFFFDx'],
    ['\u202Eevil\u202C', '[U+202E]evil[U+202C]'], ['\u2067x', '[U+2067]x'],
  ])('%j becomes %j', (text, expected) => expect(printable(text)).toBe(expected));

  test('characters are named by number', () => expect(numbered('a\u{1F600}')).toBe('[U+0061 U+1F600]'));

  test('what the compiler cannot draw is read from what it says', () => {
    const said = 'message: "PDF/UA-1 error: the text `\\"\u{1FAE0}\\"` could not be displayed with font `\\"Noto Sans\\"`", hints: [], message: "PDF/UA-1 error: the text `\\"\\\\u{e001}\\"` could not be displayed"';
    expect(undrawable(said)).toEqual(['\u{1FAE0}', '\uE001']);
    expect(undrawable('failed to decode image')).toEqual([]);
  });

  test('a name from right to left keeps to itself and cannot be left early', () => {
    expect(isolated('محمد\u2069')).toBe('\u2068محمد\u2069');
    expect(isolated('Zoé 吴敏')).toBe('Zoé 吴敏');
  });
});

describe('the size of a picture, from its header', () => {
  const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0001108012c019003012200021101031101ffda', 'hex');
  test.each([
    ['JPEG', jpeg, { format: 'jpg', width: 400, height: 300 }],
    ['WebP, lossless', Buffer.from('5249464624000000574542505650384c180000002f8f01' + '4b00' + '00'.repeat(12), 'hex'), { format: 'webp', width: 400, height: 301 }],
    ['WebP, extended', Buffer.from('524946462400000057454250565038580a0000000000000' + '08f01002b0100' + '00', 'hex'), { format: 'webp', width: 400, height: 300 }],
    ['a JPEG that ends early', jpeg.subarray(0, 22), undefined], ['nothing', Buffer.alloc(0), undefined], ['a PDF', Buffer.from('%PDF-1.7 and so on and on and on'), undefined],
  ])('%s', (_name, bytes, expected) => expect(pictureSize(bytes)).toEqual(expected));

  test('never runs on for ever, whatever the bytes', () => {
    for (let length = 0; length < jpeg.length; length++) {
      for (const fill of [0, 0xff]) pictureSize(Buffer.concat([jpeg.subarray(0, length), Buffer.alloc(64, fill)]));
    }
  });
});

function leaves(value: object, path = ''): Map<string, string> {
  return new Map(Object.entries(value).flatMap(([key, one]: [string, unknown]) =>
    typeof one === 'string' ? [[`${path}${key}`, one] as const] : [...leaves(one as object, `${path}${key}.`)]));
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\w+\}/gu)].map(([name]) => name).toSorted();
}
