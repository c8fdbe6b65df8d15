import { z } from 'zod';
import { id } from '../../fields.ts';
import { limits } from '../../limits.ts';
import { command } from '../../rows.ts';
import { prose } from '../fields.ts';

const filed = { from: 'seat', phases: ['open', 'live', 'ended'] } as const;
const number = z.int().min(1).max(limits.reportVersions);
const long = prose(limits.reportTextChars);

export const reportCommands = {
  'report.build': command({
    ...filed, payload: z.strictObject({}), permission: 'report.edit',
    doc: 'Gathers the facts of the visit from its log into a new version; what people wrote stays. Refused: visit.limit.',
  }),
  'report.edit': command({
    ...filed,
    payload: z.strictObject({
      base: number,
      texts: z.strictObject({ summary: long, jointConclusions: long, hostView: long, partnerView: long, criteria: z.record(id, long) }).partial(),
    }),
    permission: 'report.edit',
    doc: 'A new version with other texts, made of version `base`. Refused: report.absent, report.stale (somebody else was faster), report.foreign (the other side\'s view), visit.absent, visit.limit.',
  }),
  'report.confirm': command({
    ...filed, payload: z.strictObject({ number }), permission: 'report.confirm',
    doc: 'The sender\'s side confirms the newest version. Refused: report.absent, report.stale, report.side (a lead who belongs to the other side\'s administration speaks for neither).',
  }),
};
