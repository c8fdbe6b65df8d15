import { z } from 'zod';
import { id, language, title } from '../../fields.ts';
import type { Participant } from '../../live/participants.ts';
import type { SessionInfo } from '../../live/session.ts';
import { routePaths as at } from '../../routes/paths.ts';
import { route } from '../../routes/rows.ts';
import type { CaseFile } from './case.ts';
import { stage } from './fields.ts';
import { stageIds } from './ids.ts';

/** The case as one of its people may see it without a connection: at first, and once it is closed. */
const caseView = z.object({ you: id, session: z.custom<SessionInfo>(), participants: z.array(z.custom<Participant>()), file: z.custom<CaseFile>() });
export type CaseView = z.infer<typeof caseView>;

const caseSummary = z.object({
  info: z.custom<SessionInfo>(), role: z.string(), sides: z.array(z.object({ administration: id, name: z.string(), country: z.string(), programmes: z.array(z.string()) })),
  stage: z.enum(stageIds).optional(), openTasks: z.int(), agreedRows: z.int(), rows: z.int(),
});
export type CaseSummary = z.infer<typeof caseSummary>;

const texts = z.object({ en: z.string(), fr: z.string(), zh: z.string() });
export const stageContent = z.object({
  id: z.enum(stageIds), title: texts, description: texts, sources: z.array(z.string()),
  documents: z.array(z.object({ id: z.string(), title: texts, source: z.string().optional(), illustrative: z.literal(true).optional() })),
});
export type StageContent = z.infer<typeof stageContent>;

export const caseRoutes = {
  cases: route({ ...at.cases, access: 'person', reply: z.object({ cases: z.array(caseSummary) }), doc: 'The cases in which the caller has a seat.' }),
  caseStages: route({
    ...at.caseStages, access: 'person', reply: z.object({ stages: z.array(stageContent) }), doc: 'What each stage of a case is about, and which documents it expects.',
  }),
  caseFile: route({ ...at.caseFile, access: { session: 'case.see' }, reply: caseView, doc: 'The case for these eyes.' }),
  linkSession: route({
    ...at.linkSession, access: { session: 'case.plan' }, body: z.strictObject({ session: id, stage }),
    doc: 'A session that the caller manages serves this case from now on: its room opens the case. Refused: record.absent, permission.denied, session.ended, case.limit.',
  }),
  unlinkSession: route({ ...at.unlinkSession, access: { session: 'case.plan' }, doc: 'The session serves this case no more. Refused: case.absent.' }),
  fileDocument: route({
    ...at.fileDocument, access: { session: 'case.write' }, upload: true,
    query: z.strictObject({ title, name: z.string().min(1).max(255), stage, expected: id.optional(), private: z.enum(['yes', 'no']) }),
    reply: z.object({ document: id }),
    doc: 'Uploads a document to the joint part or to the private part of the caller\'s side. Refused: file.notAccepted, file.tooLarge, case.absent, case.limit, session.ended, store.full.',
  }),
  caseDocument: route({ ...at.caseDocument, access: { session: 'case.see' }, doc: 'The bytes of a document; a private one for its side alone. Refused: case.absent.' }),
  comparisonPdf: route({
    ...at.comparisonPdf, access: { session: 'case.see' }, query: z.strictObject({ language }), perMinute: 30,
    doc: 'A comparison as an annex: a tagged PDF. Refused: case.absent, print.failed.',
  }),
};
