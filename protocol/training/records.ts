import { z } from 'zod';
import { question } from './course.ts';

/** What the training base remembers, as it is stored. */
export const appointment = z.object({
  /** person.role */
  id: z.string(), person: z.string(), role: z.enum(['trainer', 'coordinator']), administration: z.string(), by: z.string(), at: z.number(),
});
export type Appointment = z.infer<typeof appointment>;

export const edition = z.object({
  id: z.string(), course: z.string(), administration: z.string(), name: z.string(), startsAt: z.number(), endsAt: z.number(), zone: z.string(),
  places: z.int(), enrolment: z.enum(['self', 'coordinator']), tutors: z.array(z.string()),
  /** Until when a module should be complete, ms. */
  due: z.record(z.string(), z.number()),
  /** The session of each class that is scheduled. */
  classes: z.record(z.string(), z.string()),
  createdBy: z.string(), createdAt: z.number(),
});
export type Edition = z.infer<typeof edition>;

export const enrolment = z.object({
  /** edition.person */
  id: z.string(), edition: z.string(), person: z.string(), administration: z.string(),
  /** waiting: for a place, in the order of `at`. */
  state: z.enum(['enrolled', 'waiting', 'left']), at: z.number(), by: z.string(),
  /** By lesson: how long it was open, and when it was said to be read. */
  lessons: z.record(z.string(), z.object({ ms: z.number(), seenAt: z.number(), doneAt: z.number().optional() })),
});
export type Enrolment = z.infer<typeof enrolment>;

export const answerValue = z.union([
  z.number(), z.array(z.int().min(-1).max(20)).max(20).readonly(),
  z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }), z.string().max(4_000),
]);

export const attempt = z.object({
  id: z.string(), edition: z.string(), quiz: z.string(), person: z.string(), number: z.int(), startedAt: z.number(),
  /** Nothing is taken after this moment. */
  endsAt: z.number(),
  pass: z.number(),
  /** As they were when they were drawn, so that a changed course changes no attempt. */
  questions: z.array(z.object({ question, module: z.string(), order: z.array(z.string()) })),
  /** By question; `revision` counts up on the trainee's side, so that an answer that comes twice or late changes nothing. */
  answers: z.record(z.string(), z.object({ value: answerValue, revision: z.int(), at: z.number() })),
  handedInAt: z.number().optional(),
  /** A tutor's marks, by question. */
  marks: z.record(z.string(), z.object({ points: z.number(), remark: z.string(), by: z.string(), at: z.number() })),
});
export type Attempt = z.infer<typeof attempt>;

const handedFile = z.object({ hash: z.string(), name: z.string(), bytes: z.int() });
export const submission = z.object({
  id: z.string(), edition: z.string(), assignment: z.string(), person: z.string(),
  /** Files that are there and not handed in yet. */
  staged: z.array(handedFile),
  versions: z.array(z.object({ number: z.int(), at: z.number(), text: z.string(), files: z.array(handedFile) })),
  marking: z.object({
    version: z.int(), points: z.record(z.string(), z.number()), remark: z.string(), share: z.number(), passed: z.boolean(), by: z.string(), at: z.number(),
  }).optional(),
});
export type Submission = z.infer<typeof submission>;

export const certificate = z.object({
  /** Its number, as it stands on paper. */
  id: z.string(), edition: z.string(), course: z.string(), courseEdition: z.string(), person: z.string(), name: z.string(),
  /** Of the holder. */
  administrationName: z.string(), country: z.string(), issuerName: z.string(),
  title: z.object({ en: z.string(), fr: z.string(), zh: z.string() }),
  from: z.number(), issuedAt: z.number(), hours: z.number(), score: z.number(), verifyAt: z.string(),
  withdrawn: z.object({ at: z.number(), by: z.string(), reason: z.string() }).optional(),
  /** By language: the file that was printed and sealed, by its hash. */
  files: z.record(z.string(), z.object({ hash: z.string(), bytes: z.int() })),
});
export type Certificate = z.infer<typeof certificate>;

export const reminder = z.object({
  id: z.string(), edition: z.string(), person: z.string(), by: z.string(), at: z.number(), text: z.string(),
});
export type Reminder = z.infer<typeof reminder>;

const written = { title: z.string(), summary: z.string(), body: z.string() };
export const lessonDraft = z.object({
  /** course.lesson.language */
  id: z.string(), course: z.string(), lesson: z.string(), language: z.enum(['en', 'fr', 'zh']),
  state: z.enum(['draft', 'review', 'published']), revision: z.int(), by: z.string(), at: z.number(), ...written,
  published: z.object({ ...written, revision: z.int(), by: z.string(), at: z.number() }).optional(),
});
export type LessonDraft = z.infer<typeof lessonDraft>;
