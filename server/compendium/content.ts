import { z } from 'zod';
import { administration, edition, programme, recognition, region, source } from '../../protocol/compendium/model.ts';
import type { Compendium } from '../../protocol/compendium/model.ts';
import { readContent } from '../content.ts';

/** Reads content/compendium. Throws a ContentError that names file and line, also of a reference that leads nowhere. */
export function readCompendium(read: typeof readContent = readContent): Compendium {
  const sources = read('compendium/sources.yaml', each(source));
  const regions = read('compendium/regions.yaml', each(region));
  const administrations = read('compendium/administrations.yaml', each(administration, (one) => refer(regions, 'region', one.region)));
  const editions = read('compendium/editions.yaml', each(edition, (one) => Object.values(one).flatMap((value) => typeof value === 'object' && 'source' in value ? refer(sources, 'source', value.source) : [])));
  const programmes = read('compendium/programmes.yaml', z.array(programme.superRefine((one, context) => complain(context, [
    ...refer(administrations, 'administration', one.administration), ...refer(editions, 'edition', one.edition), ...one.sources.flatMap((name) => refer(sources, 'sources', name)),
  ]))));
  const recognitions = read('compendium/recognitions.yaml', each(recognition, (one) => [
    ...one.parties.flatMap((name) => refer(administrations, 'parties', name)), ...one.sources.flatMap((name) => refer(sources, 'sources', name)),
  ]));
  return { sources, regions, administrations, editions, programmes, recognitions };
}

interface Complaint {
  readonly field: string;
  readonly message: string;
}

type Named = { readonly id: string };

/** A list whose entries have ids of their own, each checked by `check`. */
function each<S extends z.ZodType<Named>>(schema: S, check: (one: z.output<S>) => readonly Complaint[] = () => []) {
  return z.array(schema.superRefine((one, context) => complain(context, check(one as z.output<S>)))).superRefine((all, context) => {
    const seen = new Set<string>();
    for (const [index, { id }] of (all as readonly Named[]).entries()) {
      if (seen.has(id)) context.addIssue({ code: 'custom', path: [index, 'id'], message: `${id} stands here twice` });
      seen.add(id);
    }
  });
}

function refer(known: readonly Named[], field: string, id: string | undefined): readonly Complaint[] {
  return id === undefined || known.some((one) => one.id === id) ? [] : [{ field, message: `there is no ${id}` }];
}

function complain(context: z.RefinementCtx, complaints: readonly Complaint[]): void {
  for (const { field, message } of complaints) context.addIssue({ code: 'custom', path: [field], message });
}
