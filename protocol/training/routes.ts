import { z } from 'zod';
import { hash, id, line, time, zone } from '../fields.ts';
import { limits } from '../limits.ts';
import { trainingPaths as at } from './paths.ts';
import { route } from '../routes/rows.ts';
import type { GlossaryEntry } from './course.ts';
import { answerValue } from './records.ts';
import { appointedRoles } from './roles.ts';
import type { AssignmentView, AttemptView, AuthoringView, DraftView, EditionPeople, EditionSummary, EditionView, LessonView, PublicCertificate, QuizView, RolesView, TrainingHome, WaitingForMarks } from './views.ts';

const tag = z.strictObject({ language: z.enum(['en', 'fr', 'zh']).optional() });
const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/).refine((text) => !(text in Object.prototype), 'reserved');
const edition = {
  name: line(limits.titleChars), startsAt: time, endsAt: time, zone, places: z.int().min(1).max(limits.placesPerEdition),
  enrolment: z.enum(['self', 'coordinator']), tutors: z.array(id).max(20),
};
const done = z.object({ done: z.literal(true) });
const reply = <T>(): z.ZodCustom<T, T> => z.custom<T>();

export const trainingRoutes = {
  training: route({ ...at.training, access: 'person', reply: reply<TrainingHome>(), doc: 'The editions that the caller learns in, teaches, coordinates or may enrol in.' }),
  glossary: route({ ...at.glossary, access: 'person', reply: z.object({ entries: z.array(z.custom<GlossaryEntry>()) }), doc: 'The terms of the field, in three languages.' }),
  coursePicture: route({ ...at.coursePicture, access: 'person', doc: 'A picture of a lesson or a question.' }),

  createEdition: route({
    ...at.createEdition, access: { training: 'course.hold' },
    body: z.strictObject({ course: key, ...edition }), reply: reply<EditionSummary>(),
    doc: 'Holds a course for the administration of the trainer. Refused: course.absent, time.order, record.absent.',
  }),
  edition: route({ ...at.edition, access: { training: 'edition.read' }, reply: reply<EditionView>(), doc: 'An edition with its modules, as the caller stands in it.' }),
  changeEdition: route({
    ...at.changeEdition, access: { training: 'edition.manage' },
    body: z.strictObject({ ...edition, due: z.record(key, time.nullable()) }).partial(), reply: reply<EditionSummary>(),
    doc: 'Changes dates, places and tutors. Who waits moves up when places are added. Refused: time.order.',
  }),
  enrolMyself: route({ ...at.enrolMyself, access: 'person', reply: reply<EditionSummary>(), doc: 'Enrols the caller, or puts them on the waiting list. Refused: edition.absent, edition.over, enrolment.closed.' }),
  leaveEdition: route({ ...at.leaveEdition, access: 'person', doc: 'The caller gives up their place; the next one who waits gets it.' }),
  editionPeople: route({ ...at.editionPeople, access: { training: 'edition.report' }, reply: reply<EditionPeople>(), doc: 'Progress of the people whom the caller may see: all of them, or those of their own administration.' }),
  enrolPeople: route({
    ...at.enrolPeople, access: { training: 'edition.enrol' }, body: z.strictObject({ people: z.array(id).min(1).max(limits.placesPerEdition) }),
    reply: z.object({ enrolled: z.int(), waiting: z.int() }), doc: 'Enrols people of the caller\'s administration; a trainer anybody. Refused: permission.denied, record.absent, edition.over.',
  }),
  removeFromEdition: route({ ...at.removeFromEdition, access: { training: 'edition.enrol' }, doc: 'Takes somebody out; the next one who waits gets the place. Refused: permission.denied.' }),
  remind: route({
    ...at.remind, access: { training: 'edition.enrol' }, perMinute: 20,
    body: z.strictObject({ people: z.array(id).min(1).max(limits.placesPerEdition), text: z.string().trim().max(limits.remarkChars) }),
    reply: z.object({ sent: z.int(), queued: z.int(), failed: z.int() }),
    doc: 'Reminds people of the course by mail. What a mail server does not take now is tried again for two days; failed: it refused the address.',
  }),
  exportEdition: route({ ...at.exportEdition, access: { training: 'edition.report' }, doc: 'progress, attendance or results as CSV, of the people whom the caller may see.' }),
  editionCalendar: route({ ...at.editionCalendar, access: { training: 'edition.read' }, doc: 'Dates and classes of an edition as a calendar file.' }),
  scheduleClass: route({
    ...at.scheduleClass, access: { training: 'edition.manage' }, body: z.strictObject({ startsAt: time, endsAt: time }),
    reply: z.object({ session: id }), doc: 'Schedules the session of a class with everybody in it, and puts its deck there. Refused: time.order, class.scheduled.',
  }),
  moduleDeck: route({ ...at.moduleDeck, access: { training: 'edition.read' }, query: tag, perMinute: 20, doc: 'The deck of a module as PDF.' }),

  lesson: route({ ...at.lesson, access: { training: 'edition.read' }, query: tag, reply: reply<LessonView>(), doc: 'A lesson in a language, or in the first one that it has. Refused: lesson.absent, module.closed.' }),
  reading: route({ ...at.reading, access: { training: 'edition.learn' }, body: z.strictObject({ done: z.literal(true) }).partial(), reply: z.object({ done: z.boolean() }), doc: 'The lesson is open before somebody\'s eyes; once in half a minute. Or it is read.' }),
  quiz: route({ ...at.quiz, access: { training: 'edition.learn' }, reply: reply<QuizView>(), doc: 'A quiz, with the caller\'s attempts. Refused: quiz.absent, module.closed.' }),
  startAttempt: route({ ...at.startAttempt, access: { training: 'edition.learn' }, reply: reply<AttemptView>(), doc: 'Draws questions and starts the time; an attempt that is open is answered again. Refused: attempt.none, edition.over, module.closed.' }),
  attempt: route({ ...at.attempt, access: { training: 'edition.read' }, reply: reply<AttemptView>(), doc: 'An attempt of the caller; for who marks, anybody\'s. Right answers only once the review is allowed.' }),
  answer: route({
    ...at.answer, access: { training: 'edition.learn' },
    body: z.strictObject({ question: key, value: answerValue, revision: z.int().min(1).max(1_000_000) }), reply: z.object({ revision: z.int() }),
    doc: 'Saves an answer. One that is as old as what is saved changes nothing. Refused: attempt.over, attempt.absent, answer.form.',
  }),
  handInAttempt: route({ ...at.handInAttempt, access: { training: 'edition.learn' }, reply: reply<AttemptView>(), doc: 'Ends an attempt; what was saved counts.' }),
  markAnswer: route({
    ...at.markAnswer, access: { training: 'edition.mark' },
    body: z.strictObject({ question: key, points: z.number().min(0).max(20), remark: z.string().trim().max(limits.remarkChars) }), reply: done,
    doc: 'A tutor\'s points for a short answer. Refused: attempt.absent, mark.points.',
  }),

  assignment: route({ ...at.assignment, access: { training: 'edition.read' }, query: tag, reply: reply<AssignmentView>(), doc: 'An assignment with the caller\'s own hand-in. Refused: assignment.absent, module.closed.' }),
  uploadHandIn: route({
    ...at.uploadHandIn, access: { training: 'edition.learn' }, query: z.strictObject({ name: line(limits.nameChars) }), upload: true,
    reply: z.object({ hash }), doc: 'Lays a file beside the assignment; it counts once it is handed in. Refused: file.tooLarge, submission.files.',
  }),
  dropHandIn: route({ ...at.dropHandIn, access: { training: 'edition.learn' }, doc: 'Takes a file away again that is not handed in yet.' }),
  handIn: route({
    ...at.handIn, access: { training: 'edition.learn' }, body: z.strictObject({ text: z.string().trim().max(limits.reportTextChars) }), reply: done,
    doc: 'Hands in the text and the files that lie there. Refused: submission.empty, submission.passed, edition.over.',
  }),
  handedFile: route({ ...at.handedFile, access: { training: 'edition.read' }, doc: 'A file that was handed in, for its author and for who marks.' }),
  toMark: route({ ...at.toMark, access: { training: 'edition.mark' }, reply: reply<WaitingForMarks>(), doc: 'What was handed in, what waits for marks first.' }),
  submission: route({ ...at.submission, access: { training: 'edition.mark' }, query: tag, reply: reply<AssignmentView>(), doc: 'What somebody handed in, with the assignment and its rubric.' }),
  markSubmission: route({
    ...at.markSubmission, access: { training: 'edition.mark' },
    body: z.strictObject({ version: z.int().min(1), points: z.record(key, z.number().min(0).max(20)), remark: z.string().trim().max(limits.reportTextChars) }), reply: done,
    doc: 'Marks a version on the rubric. Refused: submission.stale when a newer one was handed in, mark.points.',
  }),

  claimCertificate: route({ ...at.claimCertificate, access: { training: 'edition.learn' }, reply: z.object({ number: z.string() }), doc: 'Issues the certificate of the caller when every condition is met. Refused: certificate.early.' }),
  withdrawCertificate: route({
    ...at.withdrawCertificate, access: { training: 'edition.manage' }, body: z.strictObject({ reason: line(limits.remarkChars) }), reply: done,
    doc: 'Withdraws a certificate; its number says so from now on. Refused: certificate.absent, certificate.withdrawn.',
  }),
  certificatePdf: route({ ...at.certificatePdf, access: { training: 'edition.read' }, query: tag, perMinute: 30, doc: 'The certificate as PDF, for its holder and for who manages the edition.' }),
  publicCertificate: route({ ...at.publicCertificate, access: 'public', perMinute: 30, reply: reply<PublicCertificate>(), doc: 'What a number stands for, for anybody who has it. Refused: certificate.absent.' }),
  certificateOfFile: route({ ...at.certificateOfFile, access: 'public', perMinute: 30, reply: z.object({ certificate: z.custom<PublicCertificate>().optional() }), doc: 'Which certificate a file is, by its SHA-256, for anybody who has it; none when it is no certificate of this installation.' }),

  trainingRoles: route({ ...at.trainingRoles, access: 'administrator', reply: reply<RolesView>(), doc: 'Trainers and coordinators among the people whom the caller manages.' }),
  setTrainingRoles: route({
    ...at.setTrainingRoles, access: 'administrator', body: z.strictObject({ roles: z.array(z.enum(appointedRoles)).max(2) }), reply: done,
    doc: 'Makes somebody a trainer or a coordinator of their administration, or no longer. Refused: permission.denied.',
  }),
  authoring: route({ ...at.authoring, access: { training: 'course.author' }, reply: reply<AuthoringView>(), doc: 'The lessons of a course and the state of their texts.' }),
  draft: route({ ...at.draft, access: { training: 'course.author' }, query: tag, reply: reply<DraftView>(), doc: 'A lesson\'s text as its authors have it.' }),
  saveDraft: route({
    ...at.saveDraft, access: { training: 'course.author' }, query: tag,
    body: z.strictObject({ revision: z.int().min(0), title: line(limits.titleChars), summary: line(limits.remarkChars), body: z.string().min(1).max(limits.lessonChars), state: z.enum(['draft', 'review', 'published']) }),
    reply: reply<DraftView>(), doc: 'Saves a lesson\'s text on top of the revision that its author saw. Refused: draft.stale when somebody else saved meanwhile, draft.form.',
  }),
};
