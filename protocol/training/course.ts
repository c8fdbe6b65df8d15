import { z } from 'zod';

/** The files of a course (content/training). The client takes their types alone. */
const text = z.string().trim().min(1).max(8_000);
const texts = z.strictObject({ en: text, fr: text, zh: text });
/** Unique in its course; part of addresses and records, so it never changes its meaning. */
const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'an id is made of a-z, 0-9 and hyphens');
const picturePath = z.string().regex(/^pictures\/[a-z0-9-]+\.svg$/, 'a picture is pictures/<name>.svg');
const share = z.number().min(0).max(1);

const asked = { id: key, points: z.int().min(1).max(20), text: texts, explanation: texts, lesson: key };
const choices = z.array(z.strictObject({ id: key, text: texts, correct: z.boolean().optional() })).min(2).max(8);

export const question = z.discriminatedUnion('kind', [
  z.strictObject({ ...asked, kind: z.literal('single'), choices }),
  z.strictObject({ ...asked, kind: z.literal('multiple'), choices }),
  z.strictObject({ ...asked, kind: z.literal('matching'), pairs: z.array(z.strictObject({ id: key, left: texts, right: texts })).min(2).max(8) }),
  z.strictObject({ ...asked, kind: z.literal('ordering'), items: z.array(z.strictObject({ id: key, text: texts })).min(2).max(8) }),
  z.strictObject({ ...asked, kind: z.literal('numeric'), answer: z.strictObject({ value: z.number(), tolerance: z.number().min(0), unit: texts.optional() }) }),
  z.strictObject({ ...asked, kind: z.literal('hotspot'), picture: picturePath, alt: texts, area: z.strictObject({ x: share, y: share, width: share, height: share }) }),
  z.strictObject({ ...asked, kind: z.literal('short'), model: texts }),
]);
export type Question = z.infer<typeof question>;

export const bankFile = z.array(question).min(1);

const quizItem = z.strictObject({
  quiz: key, title: texts, draw: z.int().min(1), attempts: z.int().min(1).max(20),
  /** An examination: it draws evenly from the banks of these modules. Absent: from the bank of its own module. */
  from: z.array(key).min(1).optional(),
  /** The time limit of one attempt. */
  minutes: z.int().min(1).max(600),
  /** The share of the points with which it is passed. */
  pass: share,
});
const classItem = z.strictObject({ class: key, title: texts, minutes: z.int().min(5).max(600) });
const item = z.union([z.strictObject({ lesson: key }), quizItem, classItem, z.strictObject({ assignment: key })]);
export type Item = z.infer<typeof item>;
export type QuizItem = z.infer<typeof quizItem>;
export type ClassItem = z.infer<typeof classItem>;

export const moduleFile = z.strictObject({
  id: key, title: texts, summary: texts, objectives: z.array(texts).min(1).max(8), items: z.array(item).min(1),
});

export const courseFile = z.strictObject({
  id: key, title: texts, summary: texts,
  /** The languages in which its lessons are told in full. */
  languages: z.array(z.enum(['en', 'fr', 'zh'])).min(1),
  audience: texts, hours: z.number().positive(),
  /** Whose Customs trainers write it (ISO 3166-1); absent: those of the administration that manages the installation. */
  country: z.string().regex(/^[A-Z]{2}$/, 'a country is two capital letters').optional(),
  /** In order; `after`: the module that has to be complete before. */
  modules: z.array(z.strictObject({ id: key, after: key.optional() })).min(1),
  certificate: z.strictObject({ hours: z.number().min(0), score: share, assignments: z.enum(['passed', 'none']) }),
  note: texts, edition: z.string().min(1).max(20),
});
export type CertificateRule = z.infer<typeof courseFile>['certificate'];

/** At the head of a lesson or an assignment, in each language. */
export const frontMatter = z.strictObject({ id: key, title: text, summary: text, minutes: z.int().min(1).max(600), sources: z.array(key).optional() });
export type FrontMatter = z.infer<typeof frontMatter>;

export const rubricFile = z.strictObject({
  criteria: z.array(z.strictObject({
    id: key, title: texts, points: z.int().min(1).max(20), levels: z.array(z.strictObject({ points: z.int().min(0), text: texts })).min(2).max(8),
  })).min(1).max(8),
  pass: share,
});
export type Rubric = z.infer<typeof rubricFile>;

const page = {
  title: texts, source: key.optional(), note: texts.optional(),
  points: z.array(texts).min(1).max(8).optional(),
  table: z.strictObject({ head: z.array(texts).min(1).max(5), rows: z.array(z.array(texts)).min(1).max(14) }).optional(),
  picture: picturePath.optional(), alt: texts.optional(),
};
export const deckFile = z.strictObject({ title: texts, pages: z.array(z.strictObject(page)).min(1).max(60) });
export type DeckFile = z.infer<typeof deckFile>;

const term = z.strictObject({ term: text, definition: text, also: z.array(text).optional() });
export const glossaryFile = z.array(z.strictObject({ id: key, en: term, fr: term, zh: term, source: key.optional() }));
export type GlossaryEntry = z.infer<typeof glossaryFile>[number];

export const sourcesFile = z.array(z.strictObject({
  id: key, title: text, publisher: text, where: text, grade: z.enum(['P', 'S', 'W']), note: text.optional(),
}));
export type Source = z.infer<typeof sourcesFile>[number];
