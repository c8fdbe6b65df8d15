import { z } from 'zod';

/** What the checking process answers, as one line of JSON. Codes are those of protocol/errors.ts. */
export const verdict = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), pages: z.int().min(1) }),
  z.strictObject({ ok: z.literal(false), code: z.enum(['file.notPdf', 'file.broken', 'file.encrypted', 'file.tooManyPages']) }),
]);
export type Verdict = z.infer<typeof verdict>;
