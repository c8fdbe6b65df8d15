import { join } from 'node:path';
import { RefusalError } from '../../protocol/errors.ts';
import { inspection } from '../../protocol/signing/inspection.ts';
import type { Inspection } from '../../protocol/signing/inspection.ts';
import type { RouteHandlers } from '../http/call.ts';
import { Authority } from './authority.ts';
import type { IssuedKey } from './authority.ts';
import type { Subject } from './certificates.ts';
import { verifyHandlers } from './handlers.ts';
import type { Key, Place } from './work/job.ts';
import { run } from './work/run.ts';

export type { IssuedKey } from './authority.ts';
export type { Place } from './work/job.ts';

/** A key from a P12 file with its password, or one that the installation issued. Neither is kept anywhere. */
export type SigningKey = { readonly kind: 'p12'; readonly file: Uint8Array; readonly password: string } | ({ readonly kind: 'issued' } & IssuedKey);

interface SignRequest {
  readonly key: SigningKey;
  /** ms; what the signature says about its time. */
  readonly at: number;
  /** A place that was prepared; a name that the file does not have makes a signature that is not drawn. */
  readonly field: string;
  readonly reason?: string;
}

interface SignedPdf {
  readonly pdf: Buffer;
  /** SHA-256 of the certificate that signed. */
  readonly certificate: string;
}

interface PreparedPdf {
  readonly pdf: Buffer;
  readonly pages: number;
}

export interface Signing {
  readonly handlers: Pick<RouteHandlers, 'verify' | 'authorityCertificate'>;
  /** A key and certificate of this installation's authority for somebody, valid from `from` to `to` (ms). */
  issue(subject: Subject, from: number, to: number): Promise<IssuedKey>;
  /** Gives a PDF, or several put together, its places before anybody signs. Refused: file.*, signing.unsuitable. */
  prepare(pdf: Uint8Array | readonly Uint8Array[], places: readonly Place[]): Promise<PreparedPdf>;
  /** Adds a signature at the end of a PDF. Refused: file.*, key.*, signing.unsuitable, signing.taken. */
  sign(pdf: Uint8Array, request: SignRequest): Promise<SignedPdf>;
  /** Seals a PDF as the installation: one more signature, which is not drawn. */
  seal(pdf: Uint8Array, options?: { readonly at?: number; readonly reason?: string }): Promise<SignedPdf>;
  /** What a PDF contains and what can be said of its signatures. Refused: file.*. */
  inspect(pdf: Uint8Array): Promise<Inspection>;
}

/** Signatures of the installation and its guests: the authority, PAdES signatures, and what can be said of any signed PDF. */
export function openSigning({ directory }: { readonly directory: string }): Signing {
  const authority = new Authority(join(directory, 'authority'));

  async function sign(pdf: Uint8Array, { key, at, field, reason }: SignRequest): Promise<SignedPdf> {
    const worked = await run({ work: 'sign', pdf: pdf.length, key: told(key), at, field, ...(reason === undefined ? {} : { reason }) }, pdf);
    return { pdf: worked.pdf, certificate: (worked.reply as { readonly certificate: string }).certificate };
  }

  async function prepare(given: Uint8Array | readonly Uint8Array[], places: readonly Place[]): Promise<PreparedPdf> {
    const files = given instanceof Uint8Array ? [given] : given;
    const pdf = Buffer.concat(files);
    const parts = files.length === 1 ? {} : { parts: files.map((_file, index) => files.slice(0, index + 1).reduce((sum, one) => sum + one.length, 0)) };
    const worked = await run({ work: 'prepare', pdf: pdf.length, ...parts, places: [...places] }, pdf);
    return { pdf: worked.pdf, pages: (worked.reply as { readonly pages: number }).pages };
  }

  async function inspect(pdf: Uint8Array): Promise<Inspection> {
    const root = await authority.certificate();
    const { reply } = await run({ work: 'inspect', pdf: pdf.length, roots: root ? [root.toString('base64')] : [] }, pdf);
    const parsed = inspection.safeParse(reply);
    if (!parsed.success) throw new RefusalError('file.broken', undefined, { cause: parsed.error });
    return parsed.data;
  }

  return {
    handlers: verifyHandlers({ inspect, certificate: () => authority.certificate() }),
    issue: (subject, from, to) => authority.issue(subject, from, to),
    prepare,
    sign, inspect,
    seal: async (pdf, { at = Date.now(), reason } = {}) =>
      sign(pdf, { key: { kind: 'issued', ...await authority.seal(at) }, at, field: `Seal-${at.toString(36)}`, ...(reason === undefined ? {} : { reason }) }),
  };
}

function told(key: SigningKey): Key {
  if (key.kind === 'p12') return { kind: 'p12', file: Buffer.from(key.file).toString('base64'), password: key.password };
  return {
    kind: 'issued', privateKey: key.privateKey.toString('base64'), certificate: key.certificate.toString('base64'), chain: key.chain.map((one) => one.toString('base64')),
  };
}
