import { z } from 'zod';

/**
 * What the process that handles a stranger's PDF is told, as the first line of its input, and what it answers, as the first line of
 * its output. The bytes that a line counts follow it: the PDF first, then what belongs to the job.
 */
const base64 = z.base64();

/** A place for a signature: a rectangle on a page, in points from the lower left corner. Without it the signature is not drawn. */
const place = z.strictObject({
  field: z.string().regex(/^[\w-]{1,64}$/),
  /** Counted from 0; -1 is the last one. */
  page: z.int().min(-1),
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});
export type Place = z.infer<typeof place>;

/** The key that signs, in the form in which its owner has it; gone when the process ends. */
const key = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('p12'), file: base64, password: z.string() }),
  z.strictObject({ kind: z.literal('issued'), privateKey: base64, certificate: base64, chain: z.array(base64) }),
]);
export type Key = z.infer<typeof key>;

export const job = z.discriminatedUnion('work', [
  /** `roots`: the certificates of this installation's authority. */
  z.strictObject({ work: z.literal('inspect'), pdf: z.int(), roots: z.array(base64) }),
  /** `parts`: where the files that are put together end, one after the other; absent: there is one, which stays as it is. */
  z.strictObject({ work: z.literal('prepare'), pdf: z.int(), parts: z.array(z.int()).optional(), places: z.array(place) }),
  z.strictObject({
    work: z.literal('sign'), pdf: z.int(), key, at: z.number(), field: z.string(), reason: z.string().optional(),
  }),
]);
export type Job = z.infer<typeof job>;

const refusals = [
  'file.notPdf', 'file.broken', 'file.encrypted', 'key.unreadable', 'key.password', 'key.absent', 'key.unsupported', 'key.uncertified',
  'key.expired', 'key.notYet', 'key.notForSigning', 'signing.unsuitable', 'signing.taken',
] as const;

export type WorkRefusal = (typeof refusals)[number];

/** Thrown inside of the process, told as its answer. */
export class WorkError extends Error {
  readonly code: WorkRefusal;
  constructor(code: WorkRefusal, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** `reply` is what the work answers, `pdf` the length of the file that follows. */
export const outcome = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), pdf: z.int(), reply: z.json() }),
  z.strictObject({ ok: z.literal(false), code: z.enum(refusals) }),
]);
export type Outcome = z.infer<typeof outcome>;
