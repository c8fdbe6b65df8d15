import { z } from 'zod';
import { id, language } from '../fields.ts';
import { limits } from '../limits.ts';
import type { Attendance } from '../live/attendance.ts';
import type { Participant } from '../live/participants.ts';
import type { SessionInfo } from '../live/session.ts';
import { routePaths as at } from '../routes/paths.ts';
import { route } from '../routes/rows.ts';
import type { Observation } from './observation.ts';

/** The file of a visit as one of its people may see it from outside of the room: before it opens, and after it has ended. */
const visitView = z.object({
  you: id, session: z.custom<SessionInfo>(), participants: z.array(z.custom<Participant>()), attendance: z.custom<Attendance>(),
  observation: z.custom<Observation>(),
});
export type VisitView = z.infer<typeof visitView>;

const awaited = z.object({ session: id, title: z.string(), startsAt: z.number(), zones: z.int(), own: z.boolean(), inFile: z.boolean() });

export const observationRoutes = {
  awaitedConsents: route({
    ...at.awaitedConsents, access: 'person', reply: z.object({ visits: z.array(awaited) }),
    doc: 'The visits that wait for a consent of the caller: of zones, of their own; and whether it is given in the visit\'s file or in the room.',
  }),
  visit: route({ ...at.visit, access: { session: 'visit.see' }, followsState: true, reply: visitView, doc: 'The visit for these eyes.' }),
  uploadState: route({
    ...at.uploadState, access: { session: 'evidence.capture' }, reply: z.object({ received: z.int(), stored: z.boolean() }),
    doc: 'How many bytes of a part ("content" or "thumbnail") of a version have arrived; by who made it. Refused: evidence.absent, evidence.discarded.',
  }),
  uploadPart: route({
    ...at.uploadPart, access: { session: 'evidence.capture' }, upload: true,
    query: z.strictObject({ offset: z.string().regex(/^\d{1,9}$/).transform(Number).pipe(z.int().max(limits.evidenceBytes)) }),
    reply: z.object({ received: z.int(), stored: z.boolean() }),
    doc: 'The next bytes of a part, at most 4 MiB, from `offset` on. Refused: upload.offset (detail: where to go on), file.tooLarge, file.hashDiffers (begin again), evidence.absent, evidence.discarded, capture.*, store.full.',
  }),
  evidenceFile: route({
    ...at.evidenceFile, access: { session: 'evidence.see' },
    doc: 'The bytes of a version: everything for custody, else what was released and no more. Refused: evidence.absent, evidence.notStored.',
  }),
  reportPdf: route({
    ...at.reportPdf, access: { session: 'report.see' }, query: z.strictObject({ language, zone: z.string().max(64).optional() }),
    doc: 'A version of the report as a tagged PDF. Refused: report.absent.',
  }),
  reportJson: route({ ...at.reportJson, access: { session: 'report.see' }, doc: 'A version of the report as JSON. Refused: report.absent.' }),
  evidencePackage: route({
    ...at.evidencePackage, access: { session: 'package.export' }, perMinute: 10,
    doc: 'Is noted in the log. A ZIP with pictures, log, manifest and a script that checks them: whole for custody, else what was released with the rest of the log as hashes.',
  }),
};
