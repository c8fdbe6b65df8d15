import { z } from 'zod';
import { country, id, language, line } from '../fields.ts';
import { limits } from '../limits.ts';
import { command } from '../rows.ts';
import { sides } from './ceremony.ts';
import { jointPlaceholders, sidePlaceholders } from './placeholders.ts';
import { ceremonyRules } from './rules.ts';

const { from, phases } = ceremonyRules.prepare;
const prepared = { from, phases };
const worded = z.record(language, line(limits.ceremonyValueChars)).refine((all) => Object.keys(all).length <= limits.ceremonyLanguages);
/** May be taken back: an empty text stands for none. */
const title = z.union([z.literal(''), line(limits.nameChars)]);
const side = z.enum(sides);

const frozen = 'ceremony.frozen (somebody has signed)';

export const ceremonyCommands = {
  'ceremony.side': command({
    ...prepared, permission: 'ceremony.prepare',
    payload: z.strictObject({
      side, administration: id, country, language, signatory: id.optional(), witness: id.optional(), signatoryTitle: title, witnessTitle: title,
    }),
    doc: `Names a side: its administration, its language, who signs and who witnesses. Refused: ${frozen}, participant.absent, ceremony.sameSide.`,
  }),
  'ceremony.options': command({
    ...prepared, permission: 'ceremony.prepare',
    payload: z.strictObject({ source: z.enum(['template', 'upload']), third: language.nullable(), mirror: z.boolean() }),
    doc: `Where the text comes from, a third language, and where the first place is on a copy that begins from the right. Refused: ${frozen}.`,
  }),
  'ceremony.fillIn': command({
    ...prepared, permission: 'ceremony.prepare',
    payload: z.union([
      z.strictObject({ of: side, values: z.partialRecord(z.enum(sidePlaceholders), worded) }),
      z.strictObject({ of: z.literal('joint'), values: z.partialRecord(z.enum(jointPlaceholders), worded) }),
    ]),
    doc: `What the template is filled in with, by placeholder and language. Refused: ${frozen}.`,
  }),
  'ceremony.order': command({
    ...prepared, permission: 'ceremony.prepare',
    payload: z.strictObject({}), doc: 'Takes the usual running order (content/assessment/ceremony.yaml).',
  }),
  'ceremony.step': command({
    permission: 'ceremony.lead', payload: z.strictObject({ step: id.nullable() }),
    doc: 'The step that the ceremony is at, or none. Refused: ceremony.noStep (also for one before or after it).',
  }),
};
