import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Step } from '../../protocol/ceremony/ceremony.ts';
import { templateLanguages } from '../../protocol/ceremony/placeholders.ts';

const worded = z.record(z.string(), z.string());
const inEach = z.record(z.enum(templateLanguages), z.string());

const arrangementFile = z.object({
  notice: inEach,
  clauses: z.array(z.object({ id: z.string(), heading: inEach, text: inEach })),
});
type Arrangement = z.infer<typeof arrangementFile>;
export type Clause = Arrangement['clauses'][number];

const ceremonyFile = z.strictObject({
  steps: z.array(z.strictObject({
    id: z.string(), part: z.enum(['before', 'ceremony', 'after']), title: worded, who: worded, minutes: z.int(), note: worded.optional(),
  })),
});

/** The text of the template, and the running order that a ceremony begins with; read once, when they are first needed. */
export const arrangement = once(() => arrangementFile.parse(read('arrangement.yaml')));
export const usualSteps = once((): readonly Step[] => ceremonyFile.parse(read('ceremony.yaml')).steps
  .map(({ part, note, ...step }) => ({ ...step, ...(part === 'ceremony' ? {} : { part }), ...(note === undefined ? {} : { note }) })));

function read(name: string): unknown {
  return parse(readFileSync(fileURLToPath(new URL(`../../content/assessment/${name}`, import.meta.url)), 'utf8'));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
