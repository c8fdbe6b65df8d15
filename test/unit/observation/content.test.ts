import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const content = join(import.meta.dirname, '../../../content');
const languages = ['en', 'fr', 'zh'] as const;
type Language = (typeof languages)[number];

const text = z.string().min(1).refine((value) => value.trim() === value && !value.includes('  '), 'has stray spaces');
const line = z.strictObject({ id: z.string(), text });
const look = z.strictObject({ id: z.string(), title: text, look: text });
const criteriaFile = z.strictObject({
  source: text,
  note: text,
  criteria: z.array(z.strictObject({
    id: z.string().regex(/^[A-M]$/u),
    title: text,
    about: text,
    questions: z.array(line).min(4).max(6),
    documents: z.array(line).min(2).max(4),
  })),
});
const inspectionFile = z.strictObject({ source: text, points: z.array(look), seal: z.array(look) });
const schemas = { criteria: criteriaFile, inspection: inspectionFile } as const;
const names = ['criteria', 'inspection'] as const;
type Name = (typeof names)[number];

function read(name: Name, language: Language): unknown {
  return JSON.parse(readFileSync(name === 'criteria' ? join(content, 'criteria', `${language}.json`) : join(content, 'observation', `${name}.${language}.json`), 'utf8'));
}

/** What a walk through a file meets: every id with its place, and every other text by its place. */
function walk(content: unknown): { ids: string[]; texts: Map<string, string> } {
  const ids: string[] = [];
  const texts = new Map<string, string>();
  const visit = (value: unknown, place: string): void => {
    if (typeof value !== 'string') for (const [key, inner] of Object.entries(value as object)) visit(inner, `${place}/${key}`);
    else if (place.endsWith('/id')) ids.push(`${place} ${value}`);
    else texts.set(place, value);
  };
  visit(content, '');
  return { ids, texts };
}

const files = names.flatMap((name) => languages.map((language) => ({ name, language })));
const han = /\p{Script=Han}/u;

test('the folder holds these files and no other', () => {
  // The fixed words of the report have tests of their own.
  const report = languages.map((language) => `report.${language}.json`);
  expect(globSync('*.json', { cwd: join(content, 'observation') }).toSorted()).toEqual([...files.filter(({ name }) => name !== 'criteria').map(({ name, language }) => `${name}.${language}.json`), ...report].toSorted());
});

describe.each(files)('$name.$language.json', ({ name, language }) => {
  const content = read(name, language);

  test('fits its schema', () => {
    expect(schemas[name].safeParse(content).error).toBeUndefined();
  });

  test('has the ids and the places of the English file, in its order', () => {
    const english = walk(read(name, 'en'));
    const own = walk(content);
    expect(own.ids).toEqual(english.ids);
    expect([...own.texts.keys()]).toEqual([...english.texts.keys()]);
  });

  test('shares no text with another language', () => {
    const own = walk(content).texts;
    for (const other of languages.filter((candidate) => candidate !== language)) {
      const theirs = walk(read(name, other)).texts;
      expect([...own].filter(([place, value]) => theirs.get(place) === value)).toEqual([]);
    }
  });

  test('is written in the script of its language', () => {
    expect([...walk(content).texts.values()].filter((value) => han.test(value) !== (language === 'zh'))).toEqual([]);
  });

  test('says the same thing only once', () => {
    const values = [...walk(content).texts.values()];
    expect(values.filter((value, at) => values.indexOf(value) !== at)).toEqual([]);
  });
});

describe('the criteria', () => {
  const { criteria } = criteriaFile.parse(read('criteria', 'en'));

  test('are the thirteen conditions A to M, under the titles of the Framework', () => {
    expect(criteria.map(({ id, title }) => `${id} ${title}`)).toEqual([
      'A Demonstrated Compliance with Customs Requirements',
      'B Satisfactory System for Management of Commercial Records',
      'C Financial Viability',
      'D Consultation, Co-operation and Communication',
      'E Education, Training and Threat Awareness',
      'F Information Exchange, Access and Confidentiality',
      'G Cargo Security',
      'H Conveyance Security',
      'I Premises Security',
      'J Personnel Security',
      'K Trading Partner Security',
      'L Crisis Management and Incident Recovery',
      'M Measurement, Analyses and Improvement',
    ]);
  });

  test('have questions and documents whose ids name their criterion, each id once', () => {
    for (const { id, questions, documents } of criteria) {
      for (const question of questions) expect(question.id).toMatch(new RegExp(`^${id}[1-9]\\d*$`, 'u'));
      for (const document of documents) expect(document.id).toMatch(new RegExp(`^${id}-d[1-9]\\d*$`, 'u'));
    }
    const ids = criteria.flatMap(({ questions, documents }) => [...questions, ...documents].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(languages)('ask questions, in %s', (language) => {
    const asked = criteriaFile.parse(read('criteria', language)).criteria.flatMap(({ questions }) => questions);
    expect(asked.filter((question) => !/[?？]$/u.test(question.text))).toEqual([]);
  });
});

describe('the inspection', () => {
  const { points, seal } = inspectionFile.parse(read('inspection', 'en'));

  test('has the seven points in the order of the checklist', () => {
    expect(points.map(({ id }) => id)).toEqual(['undercarriage', 'doors', 'rightSide', 'leftSide', 'frontWall', 'ceiling', 'floor']);
  });

  test('checks the seal in four steps', () => {
    expect(seal.map(({ id }) => id)).toEqual(['affixed', 'standard', 'intact', 'matches']);
  });
});

test('French has the apostrophe and the spaces of French typography', () => {
  for (const name of names) {
    expect([...walk(read(name, 'fr')).texts.values()].filter((value) => /'|(?<!\u00a0)[?;!]|(?<!\u00a0):(?!\/\/)/u.test(value))).toEqual([]);
  }
});
