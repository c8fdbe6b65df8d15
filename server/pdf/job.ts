import { z } from 'zod';

/** What the printing process is told, as one JSON text on its input. */
export const job = z.strictObject({
  /** Typst source of ours, never a person's words. */
  template: z.string(),
  /** What the template reads from "/data.json". */
  data: z.record(z.string(), z.unknown()),
  /** Pictures by the name that the data calls them; `path` is read, never written. */
  pictures: z.array(z.strictObject({ name: z.string().regex(/^[\w-]{1,128}$/), path: z.string() })),
  fonts: z.array(z.string()),
  root: z.string(),
  /** Of the document, s since the epoch. */
  madeAt: z.int(),
});
export type Job = z.infer<typeof job>;

/** The first line of its answer; the PDF follows. */
export const outcome = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    /** ua-1, or why the compiler could not vouch for that. */
    standard: z.enum(['ua-1', 'none']), reason: z.string().optional(),
  }),
  z.strictObject({ ok: z.literal(false), reason: z.string() }),
]);
export type Outcome = z.infer<typeof outcome>;
