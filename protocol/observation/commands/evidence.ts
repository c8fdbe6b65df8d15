import { z } from 'zod';
import { id, line, time } from '../../fields.ts';
import { limits } from '../../limits.ts';
import { command } from '../../rows.ts';
import { evidenceKinds } from '../evidence.ts';
import { marks, pictured, picturedPage, place, regions, text } from '../fields.ts';
import { points } from '../inspections.ts';

/** The operator decides on evidence also when the session is over. */
const filed = { from: 'seat', phases: ['open', 'live', 'ended'] } as const;
const itemTitle = z.union([z.literal(''), line(limits.titleChars)]);

export const evidenceCommands = {
  'evidence.capture': command({
    ...filed,
    payload: z.strictObject({
      kind: z.enum(evidenceKinds), title: itemTitle, capturedAt: time, zone: id.optional(), criterion: id.optional(), place: place.optional(),
      request: id.optional(), inspection: z.strictObject({ id, point: z.enum([...points, 'seal']) }).optional(), pictured,
    }),
    permission: 'evidence.capture', rate: 'chat',
    doc: 'Registers a still, a page or a file with the hashes computed on the device; its id is the command\'s, and its bytes follow by HTTP. A still needs a zone. Refused: capture.*, visit.absent, visit.limit.',
  }),
  'evidence.describe': command({
    ...filed, payload: z.strictObject({ evidence: id, title: itemTitle, criterion: id.optional() }), permission: 'evidence.custody',
    doc: 'Title and criterion of an item that is not decided yet. Refused: evidence.absent, evidence.decided, evidence.discarded.',
  }),
  'evidence.mask': command({
    ...filed, payload: z.strictObject({ evidence: id, of: id, regions, pictured: picturedPage }), permission: 'evidence.release',
    doc: 'A version with regions burnt out of the picture; its id is the command\'s, and its bytes follow by HTTP. Refused: evidence.absent, evidence.decided, evidence.notStored, payload.invalid (it is the original\'s picture still), visit.limit.',
  }),
  'evidence.markUp': command({
    ...filed, payload: z.strictObject({ evidence: id, of: id, marks: marks.min(1) }), permission: 'evidence.mark',
    doc: 'A version with arrows, circles and text over another; by custody before the release, by all who see it afterwards. Its id is the command\'s. Refused: evidence.absent, visit.limit.',
  }),
  'evidence.release': command({
    ...filed, payload: z.strictObject({ evidence: id, version: id, place: z.boolean().optional() }), permission: 'evidence.release',
    doc: 'Lets the observers see this version of an item, for good; where it was taken only with `place`. Refused: evidence.absent, evidence.notStored, evidence.decided, evidence.discarded.',
  }),
  'evidence.withhold': command({
    ...filed, payload: z.strictObject({ evidence: id, reason: text(limits.remarkChars) }), permission: 'evidence.release',
    doc: 'Keeps an item from the observers, who learn of it and of the reason. Refused: evidence.absent, evidence.decided, evidence.discarded.',
  }),
  'evidence.discard': command({
    ...filed, payload: z.strictObject({ evidence: id }), permission: 'evidence.capture',
    doc: 'Gives up an item whose bytes never arrived; by who captured it. Refused: evidence.absent, evidence.decided.',
  }),
};
