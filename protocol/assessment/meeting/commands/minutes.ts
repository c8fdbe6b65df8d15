import { z } from 'zod';
import { id, prose } from '../../../fields.ts';
import { limits } from '../../../limits.ts';
import { command } from '../../../rows.ts';

const filed = { from: 'seat', phases: ['open', 'live', 'ended'] } as const;
const number = z.int().min(1).max(limits.reportVersions);
const long = prose(limits.reportTextChars);

export const minutesCommands = {
  'minutes.draft': command({
    ...filed, payload: z.strictObject({}), permission: 'minutes.edit', doc: 'Gathers the facts of the meeting from its log into a new version; what people wrote stays. Refused: meeting.limit.',
  }),
  'minutes.edit': command({
    ...filed,
    payload: z.strictObject({ base: number, texts: z.strictObject({ opening: long, closing: long, items: z.record(id, long) }).partial() }),
    permission: 'minutes.edit',
    doc: 'A new version with other texts, made of version `base`. Refused: minutes.absent, minutes.stale (somebody else was faster), meeting.absent (item), meeting.limit.',
  }),
  'minutes.confirm': command({
    ...filed, payload: z.strictObject({ number }), permission: 'delegation.lead',
    doc: 'The head of a delegation confirms the newest version for their side. Refused: minutes.absent, minutes.stale, delegation.notAsked.',
  }),
};
