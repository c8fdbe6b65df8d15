import { z } from 'zod';
import { hash, id, language } from '../fields.ts';
import type { Participant } from '../live/participants.ts';
import type { SessionInfo } from '../live/session.ts';
import { routePaths as at } from '../routes/paths.ts';
import { route } from '../routes/rows.ts';
import type { Ceremony } from './ceremony.ts';
import { sides } from './ceremony.ts';
import { placeIds } from './places.ts';

/** The ceremony as one of its people may see it from outside of the room. */
const ceremonyView = z.object({
  you: id, session: z.custom<SessionInfo>(), participants: z.array(z.custom<Participant>()), ceremony: z.custom<Ceremony>(),
});
export type CeremonyView = z.infer<typeof ceremonyView>;

/** A P12 file has a few kilobytes; with a long chain some tens. */
const P12_CHARS = 150_000;

export const ceremonyRoutes = {
  ceremony: route({ ...at.ceremony, access: { session: 'ceremony.see' }, reply: ceremonyView, doc: 'The ceremony for these eyes.' }),
  ceremonyText: route({
    ...at.ceremonyText, access: { session: 'ceremony.prepare' }, upload: true, query: z.strictObject({ copy: z.enum(sides), language }),
    reply: z.object({ file: hash, pages: z.int() }),
    doc: 'The text of a copy in one language as a PDF. Refused: file.*, ceremony.frozen.',
  }),
  ceremonyCopies: route({
    ...at.ceremonyCopies, access: { session: 'ceremony.prepare' }, body: z.strictObject({}), perMinute: 30,
    doc: 'Makes both copies by the alternat, with their places. Refused: ceremony.frozen, ceremony.incomplete (detail: what is missing), signing.unsuitable, print.failed.',
  }),
  ceremonyCopy: route({
    ...at.ceremonyCopy, access: { session: 'ceremony.read' }, doc: 'A copy as it stands. Refused: ceremony.noCopy.',
  }),
  ceremonySign: route({
    ...at.ceremonySign, access: { session: 'ceremony.sign', inside: true }, perMinute: 30,
    body: z.strictObject({
      place: z.enum(placeIds),
      /** What the signatory has before them; another copy than that is not signed. */
      file: hash,
      key: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('issued') }),
        z.strictObject({ kind: z.literal('p12'), file: z.base64().min(1).max(P12_CHARS), password: z.string().max(200) }),
      ]),
    }),
    doc: 'Signs in the sender\'s own place with their own key, which is used in memory and not kept. Refused: ceremony.*, key.*, signing.*, session.notOpen.',
  }),
  ceremonySeal: route({
    ...at.ceremonySeal, access: { session: 'ceremony.lead' }, body: z.strictObject({}), perMinute: 10,
    doc: 'Seals the record: who signed what and when, with the hash of the log. Refused: ceremony.unsigned, ceremony.sealed, print.failed.',
  }),
  ceremonyRecord: route({ ...at.ceremonyRecord, access: { session: 'ceremony.read' }, doc: 'The sealed record. Refused: record.absent.' }),
};
