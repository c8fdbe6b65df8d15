import { z } from 'zod';
import { id, language } from '../fields.ts';
import { routePaths as at } from '../routes/paths.ts';
import { route } from '../routes/rows.ts';
import { ownEntry, toldEntry } from './model.ts';
import type { Compendium } from './model.ts';

const compendiumView = z.object({
  content: z.custom<Compendium>(),
  /** What administrations of this installation say of their own programmes. */
  told: z.array(toldEntry),
  /** The entry that is the caller's administration's own, where there is one. */
  own: id.optional(),
});
export type CompendiumView = z.infer<typeof compendiumView>;

export const compendiumRoutes = {
  compendium: route({ ...at.compendium, access: 'person', reply: compendiumView, doc: 'The directory of programmes and recognitions, with source and edition of everything.' }),
  tellEntry: route({
    ...at.tellEntry, access: 'administrator', body: ownEntry, reply: toldEntry,
    doc: 'What the caller\'s administration says of its own programme; it stands over what the sources say, with who and when. Refused: record.absent when the compendium knows no such administration.',
  }),
  withdrawEntry: route({ ...at.withdrawEntry, access: 'administrator', doc: 'Takes back what the caller\'s administration said of its own programme.' }),
  compendiumExport: route({
    ...at.compendiumExport, access: 'person', query: z.strictObject({ language }),
    doc: 'programmes.csv, recognitions.csv, editions.csv, or compendium.json. Refused: record.absent.',
  }),
};
