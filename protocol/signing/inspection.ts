import { z } from 'zod';
import { hash } from '../fields.ts';

/**
 * What can be said of a PDF and its signatures. Nothing here says "valid" of a whole: it says what was looked at, what held, and what
 * could not be told.
 */

/** Who issued the certificate: this installation's authority, somebody whom it does not know, or its owner. */
const origins = ['installation', 'foreign', 'selfSigned'] as const;

const certificateView = z.object({
  name: z.string(), title: z.string().optional(), organisation: z.string().optional(), country: z.string().optional(),
  issuer: z.string(), notBefore: z.number(), notAfter: z.number(),
  /** SHA-256 of the certificate. */
  fingerprint: hash,
});
export type CertificateView = z.infer<typeof certificateView>;

/**
 * range: what the signature covers has holes or is not of this file; digest: the covered bytes are others than were signed; seal: the
 * signature itself does not fit its certificate; binding: the certificate is another than the one that signed.
 */
const breaks = ['range', 'digest', 'seal', 'binding'] as const;
/** form: it cannot be read; kind, algorithm: of a sort that is not judged here; weak: made with a digest that can be forged. */
const doubts = ['form', 'kind', 'algorithm', 'weak'] as const;

const integrity = z.discriminatedUnion('state', [
  z.object({ state: z.literal('holds') }),
  z.object({ state: z.literal('broken'), why: z.enum(breaks) }),
  z.object({ state: z.literal('unknown'), why: z.enum(doubts) }),
]);
export type Integrity = z.infer<typeof integrity>;

/**
 * What differs between the revision that a signature covers and the file as it is. `signature`, `place` and `validation` are how later
 * signatures come into a file; everything else changes what a reader may see.
 */
const changeKinds = [
  'signature', 'place', 'validation', 'signatureWithPicture', 'signatureAltered', 'pageChanged', 'pageAdded', 'pageRemoved', 'annotation', 'field', 'metadata', 'structure',
  'bytes',
] as const;
const change = z.object({
  kind: z.enum(changeKinds),
  /** Counted from 1. */
  page: z.int().optional(),
  /** Of a field, as its file calls it. */
  name: z.string().optional(),
});
export type Change = z.infer<typeof change>;

export const harmless: ReadonlySet<Change['kind']> = new Set(['signature', 'place', 'validation']);

const signatureView = z.object({
  field: z.string(), page: z.int().optional(),
  integrity,
  /** Absent: no certificate could be read. */
  certificate: certificateView.optional(),
  origin: z.enum(origins).optional(),
  /** The certificates up to the last one that the file or the installation has, without the signatory's own. */
  chain: z.array(certificateView),
  /** What the signatory's own clock said, ms; nobody vouches for it. */
  at: z.number().optional(),
  /** Whether the certificate was valid at that moment. */
  inTime: z.boolean().optional(),
  reason: z.string().optional(),
  /** How many bytes of the file from its beginning it covers, and whether that is all. */
  covers: z.int(), isWhole: z.boolean(),
  /** Undefined: what came after could not be compared. */
  changes: z.array(change).optional(),
});
export type SignatureView = z.infer<typeof signatureView>;

/**
 * unsigned; altered: a signature does not hold; changed: all hold, and the content was changed after one of them; untold: for something it
 * could not be told; holds: every signature holds, and what came after each is further signatures alone.
 */
const verdicts = ['unsigned', 'altered', 'changed', 'untold', 'holds'] as const;
export type Verdict = (typeof verdicts)[number];

export const inspection = z.object({
  bytes: z.int(), sha256: hash, pages: z.int(), title: z.string().optional(), verdict: z.enum(verdicts), signatures: z.array(signatureView),
});
export type Inspection = z.infer<typeof inspection>;
