import { z } from 'zod';
import { id, prose, title } from '../fields.ts';
import { limits } from '../limits.ts';

/** The compendium as it stands in content/compendium, and what administrations say of their own programmes (content/compendium/README.md). */
const texts = z.strictObject({ en: z.string().min(1), fr: z.string().min(1), zh: z.string().min(1) });

/** As exact as its source: a year, a month or a day. */
const looseDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** P: the issuing body; S: secondary; W: weak, to be confirmed. */
export const source = z.strictObject({ id, title: z.string(), publisher: z.string(), where: z.string(), grade: z.enum(['P', 'S', 'W']) });
export const region = z.strictObject({ id, name: texts });
export const administration = z.strictObject({
  id, iso: z.string().regex(/^[A-Z]{2}$/), /** ISO 3166-1; none for a union. */ numeric: z.string().regex(/^\d{3}$/).optional(), name: texts, region: id.optional(),
});
const figure = z.strictObject({ value: z.int().min(0), source: id, note: texts.optional() });
export const figureNames = ['operational', 'underDevelopment', 'complianceOperational', 'complianceUnderDevelopment', 'bilateral', 'plurilateral', 'underNegotiation'] as const;
/** The totals that an edition states; what its source does not state is absent. */
export const edition = z.strictObject({
  id: z.string().regex(/^\d{4}(-\d{2})?$/), year: z.int(), title: texts, counting: texts,
  operational: figure.optional(), underDevelopment: figure.optional(), complianceOperational: figure.optional(), complianceUnderDevelopment: figure.optional(),
  bilateral: figure.optional(), plurilateral: figure.optional(), underNegotiation: figure.optional(),
});
export const programmeKinds = ['operational', 'underDevelopment'] as const;
export const programme = z.strictObject({ administration: id, kind: z.enum(programmeKinds), edition: z.string(), sources: z.array(id).min(1), name: texts.optional() });
export const recognition = z.strictObject({
  id, parties: z.array(id).min(2), form: z.enum(['arrangement', 'agreement', 'decision']).optional(), signed: looseDate.optional(), effective: looseDate.optional(),
  sources: z.array(id).min(1), note: texts.optional(),
});

export type Source = z.infer<typeof source>;
type Region = z.infer<typeof region>;
export type CompendiumAdministration = z.infer<typeof administration>;
export type Edition = z.infer<typeof edition>;
export type Programme = z.infer<typeof programme>;
export type Recognition = z.infer<typeof recognition>;

/** What an administration says of its own programme, in its own words. */
export const ownEntry = z.strictObject({
  name: title, kind: z.enum(programmeKinds), legalBasis: prose(limits.remarkChars), eligible: prose(limits.remarkChars), criteria: prose(limits.remarkChars),
  validity: prose(limits.remarkChars), benefits: prose(limits.remarkChars), contact: prose(limits.remarkChars),
});
export type OwnEntry = z.infer<typeof ownEntry>;

/** With who said it for whom, and when (ms). */
export const toldEntry = ownEntry.extend({ administration: id, by: z.string(), administrationName: z.string(), at: z.number() });
export type ToldEntry = z.infer<typeof toldEntry>;

export interface Compendium {
  readonly sources: readonly Source[];
  readonly regions: readonly Region[];
  readonly administrations: readonly CompendiumAdministration[];
  readonly editions: readonly Edition[];
  readonly programmes: readonly Programme[];
  readonly recognitions: readonly Recognition[];
}
