import { z } from 'zod';
import { country, id, line, time, title } from '../../fields.ts';
import { limits } from '../../limits.ts';
import { command } from '../../rows.ts';
import { remark, text } from '../fields.ts';
import { stages, zoneKinds } from '../plan.ts';

/** A visit is planned before its session opens, and its file goes on after the session has ended. */
const planned = { permission: 'visit.plan', from: 'seat', phases: ['scheduled', 'open', 'live'] } as const;
const filed = { permission: 'visit.plan', from: 'seat', phases: ['scheduled', 'open', 'live', 'ended'] } as const;
const kbps = z.number().min(0).max(1e7).optional();
/** May be empty: not known yet. */
const short = z.union([z.literal(''), line(limits.titleChars)]);

const zone = z.strictObject({ kind: z.enum(zoneKinds), name: line(limits.nameChars), noRecord: z.boolean(), remark });
const slot = z.strictObject({ title, startsAt: time, minutes: z.int().min(1).max(24 * 60), zone: id.optional(), owner: id.optional() });
const criterion = z.strictObject({ title, questions: z.array(text(limits.criterionQuestionChars)).max(limits.questionsPerCriterion) });

export const visitCommands = {
  'visit.describe': command({
    ...planned,
    payload: z.strictObject({
      operator: z.strictObject({ name: title, identifier: short, country: z.union([country, z.literal('')]), business: short }).partial().optional(),
      premises: z.strictObject({ name: short, address: short }).partial().optional(),
    }),
    doc: 'The operator that is validated, and its premises. What is left out stays as it is, so that two people can write at once.',
  }),
  'visit.stage': command({
    ...filed, payload: z.strictObject({ stage: z.enum(stages) }), doc: 'Pre-validation, on-site, post-validation: the part that the visit is in.',
  }),
  'visit.zone': command({
    ...planned,
    payload: z.union([zone, zone.partial().extend({ zone: id })]),
    doc: 'Adds a zone (its id is the command\'s), or changes what is given of one. noRecord: nothing may be captured there, by anybody, from now on. Refused: visit.absent, visit.limit.',
  }),
  'visit.removeZone': command({ ...planned, payload: z.strictObject({ zone: id }), doc: 'Takes a zone out of the plan. Refused: visit.absent.' }),
  'visit.slot': command({
    ...planned,
    payload: z.union([slot, slot.partial().extend({ slot: id, zone: id.nullable().optional(), owner: id.nullable().optional() })]),
    doc: 'Adds a slot to the agenda (its id is the command\'s), or changes what is given of one; null: no zone, no owner. ms and minutes. Refused: visit.absent, visit.limit, participant.absent.',
  }),
  'visit.removeSlot': command({ ...planned, payload: z.strictObject({ slot: id }), doc: 'Takes a slot out of the agenda. Refused: visit.absent.' }),
  'visit.beginSlot': command({
    payload: z.strictObject({ slot: id.nullable() }), permission: 'visit.plan', doc: 'The slot that is under way from now on; null: none. Refused: visit.absent.',
  }),
  'visit.scope': command({
    ...planned,
    payload: z.union([z.strictObject({ criteria: z.array(id).max(13 + limits.ownCriteriaPerVisit) }), z.strictObject({ criterion: id, inScope: z.boolean() })]),
    doc: 'The criteria in scope, all or one of them: A to M of the SAFE Framework, and own ones. Refused: visit.absent.',
  }),
  'visit.criterion': command({
    ...planned,
    payload: z.union([criterion, criterion.partial().extend({ criterion: id })]),
    doc: 'Adds a criterion of the administration\'s own, or changes what is given of one. Refused: visit.absent, visit.limit.',
  }),
  'visit.removeCriterion': command({ ...planned, payload: z.strictObject({ criterion: id }), doc: 'Takes an own criterion out. Refused: visit.absent.' }),
  'visit.document': command({
    ...planned, payload: z.strictObject({ document: id.optional(), criterion: id, title }),
    doc: 'A document that is expected for a criterion. Refused: visit.absent, visit.limit.',
  }),
  'visit.removeDocument': command({ ...planned, payload: z.strictObject({ document: id }), doc: 'A document is not expected any more. Refused: visit.absent.' }),
  'visit.documentReceived': command({
    ...filed, payload: z.strictObject({ document: id, received: z.boolean() }), doc: 'An expected document is there, or is not. Refused: visit.absent.',
  }),
  'visit.rehearse': command({
    payload: z.strictObject({
      zone: id, verdict: z.enum(['go', 'noGo']), upKbps: kbps, downKbps: kbps, roundTripMs: z.number().min(0).max(60_000).optional(),
      transport: z.enum(['udp', 'tcp', 'none']).optional(), remark,
    }),
    permission: 'inspection.run', from: 'seat', phases: ['scheduled', 'open', 'live'],
    doc: 'A walk through a zone with the camera before the visit: go or no-go, with the line as measured there (kbit/s, ms). Refused: visit.absent.',
  }),
};
