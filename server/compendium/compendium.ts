import { RefusalError } from '../../protocol/errors.ts';
import { toldEntry } from '../../protocol/compendium/model.ts';
import type { ToldEntry } from '../../protocol/compendium/model.ts';
import { printLanguage } from '../criteria.ts';
import { inlineName } from '../files/serve.ts';
import type { RouteHandlers } from '../http/call.ts';
import type { Caller } from '../identity/caller.ts';
import type { Store } from '../store/store.ts';
import { readCompendium } from './content.ts';
import { editionsCsv, programmesCsv, recognitionsCsv } from './export.ts';

/** Kept under the id of the entry in the compendium. */
const record = toldEntry.extend({ id: toldEntry.shape.administration });

export interface CompendiumPart {
  readonly handlers: Pick<RouteHandlers, 'compendium' | 'tellEntry' | 'withdrawEntry' | 'compendiumExport'>;
}

/** The directory of programmes: the content as it came with the installation, and over it what its administrations say of themselves. */
export async function openCompendium(store: Store): Promise<CompendiumPart> {
  const content = readCompendium();
  const records = await store.collection('compendium', record);
  const told = (): ToldEntry[] => [...records.all()].map(({ id: _id, ...one }) => one);
  /** The entry of the caller's own administration, by its country. */
  const ownOf = (caller: Caller): string | undefined => caller.kind === 'person' ? content.administrations.find(({ iso }) => iso === caller.administration.country)?.id : undefined;
  return {
    handlers: {
      compendium: async ({ caller }) => {
        const own = ownOf(caller);
        return { content, told: told(), ...(own === undefined ? {} : { own }) };
      },
      tellEntry: async ({ caller, body }) => {
        const own = ownOf(caller);
        if (caller.kind !== 'person' || own === undefined) throw new RefusalError('record.absent');
        const one: ToldEntry = { ...body, administration: own, by: caller.person.name, administrationName: caller.administration.name, at: Date.now() };
        await records.put({ ...one, id: own });
        return one;
      },
      withdrawEntry: async ({ caller }) => {
        const own = ownOf(caller);
        if (own === undefined) throw new RefusalError('record.absent');
        await records.remove(own);
      },
      compendiumExport: async ({ params, query, response }) => {
        const part = params['part'] ?? '';
        const language = printLanguage(query.language);
        const tables: Readonly<Record<string, () => string>> = {
          'programmes.csv': () => programmesCsv(content, told(), language), 'recognitions.csv': () => recognitionsCsv(content, language), 'editions.csv': () => editionsCsv(content, language),
          'compendium.json': () => JSON.stringify({ ...content, told: told() }, null, 2),
        };
        if (!Object.hasOwn(tables, part)) throw new RefusalError('record.absent');
        response.set({
          'Content-Type': part.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/json', 'Content-Disposition': inlineName(part).replace(/^inline/u, 'attachment'),
          'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, no-store',
        }).send(tables[part]!());
      },
    },
  };
}
