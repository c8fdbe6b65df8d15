import { createHash, X509Certificate } from 'node:crypto';
import { fromBER, GeneralizedTime, ObjectIdentifier, OctetString, Sequence, UTCTime } from 'asn1js';
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData } from 'pkijs';
import type { SignerInfo } from 'pkijs';
import type { CertificateView, Integrity, SignatureView } from '../../../protocol/signing/inspection.ts';
import { namesOf } from './certificate.ts';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const digests: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256', '2.16.840.1.101.3.4.2.2': 'sha384', '2.16.840.1.101.3.4.2.3': 'sha512',
};
/** Two documents with one digest can be made (SHA-1) or have long been made (MD5). */
const weak = new Set(['1.3.14.3.2.26', '1.2.840.113549.2.5']);
const KINDS = new Set(['ETSI.CAdES.detached', 'adbe.pkcs7.detached']);
const MAX_CHAIN = 8;

interface Given {
  readonly contents: Uint8Array;
  /** The bytes that the signature is said to cover. */
  readonly content: Uint8Array;
  readonly kind: string;
  readonly roots: readonly Uint8Array[];
  /** The moment beside the signature, which the signature does not carry itself. */
  readonly claimed: number | undefined;
}

type Judged = Pick<SignatureView, 'integrity' | 'certificate' | 'origin' | 'chain' | 'at' | 'inTime'>;

/** Whether a detached CMS signature fits the bytes, and whose it is. */
export async function judgeCms(given: Given): Promise<Judged> {
  const signed = signedDataOf(given.contents);
  const info = signed?.signerInfos[0];
  if (!signed || !info || signed.signerInfos.length !== 1) return { integrity: { state: 'unknown', why: 'form' }, chain: [] };
  const certificates = (signed.certificates ?? []).filter((one) => one instanceof Certificate);
  const own = certificates.find((one) => isOf(info, one));
  const at = timeOf(info) ?? given.claimed;
  const moment = at === undefined ? {} : { at };
  if (!own) return { integrity: { state: 'unknown', why: 'form' }, chain: [], ...moment };
  const certificate = x509(own);
  const integrity = KINDS.has(given.kind) ? await integrityOf(signed, info, own, given.content) : { state: 'unknown', why: 'kind' } as const;
  return {
    integrity, certificate: viewOf(certificate), ...moment, ...lineageOf(certificate, certificates.filter((one) => one !== own).map(x509), given.roots),
    ...(at === undefined ? {} : { inTime: at >= certificate.validFromDate.getTime() && at <= certificate.validToDate.getTime() }),
  };
}

function signedDataOf(contents: Uint8Array): SignedData | undefined {
  try {
    const { offset, result } = fromBER(Uint8Array.from(contents));
    if (offset === -1) return undefined;
    const info = new ContentInfo({ schema: result });
    return info.contentType === SIGNED_DATA ? new SignedData({ schema: info.content }) : undefined;
  } catch {
    return undefined;
  }
}

async function integrityOf(signed: SignedData, info: SignerInfo, own: Certificate, content: Uint8Array): Promise<Integrity> {
  const algorithm = info.digestAlgorithm.algorithmId;
  if (weak.has(algorithm)) return { state: 'unknown', why: 'weak' };
  const digest = digests[algorithm];
  if (digest === undefined) return { state: 'unknown', why: 'algorithm' };
  const claimed = attribute(info, MESSAGE_DIGEST);
  if (!(claimed instanceof OctetString)) return { state: 'unknown', why: 'form' };
  if (!createHash(digest).update(content).digest().equals(Buffer.from(claimed.valueBlock.valueHexView))) return { state: 'broken', why: 'digest' };
  if (!isBound(info, own)) return { state: 'broken', why: 'binding' };
  try {
    const { signatureVerified } = await signed.verify({ signer: 0, data: Uint8Array.from(content).buffer, checkChain: false, extendedMode: true });
    return signatureVerified === true ? { state: 'holds' } : { state: 'broken', why: 'seal' };
  } catch (error) {
    // The library answers with an error both where the signature is wrong and where it knows no such algorithm.
    const isKnown = typeof error === 'object' && error !== null && 'signatureVerified' in error && error.signatureVerified === false;
    return isKnown ? { state: 'broken', why: 'seal' } : { state: 'unknown', why: 'algorithm' };
  }
}

/** CAdES names the certificate inside of what is signed, so that nobody puts another one for the same key beside it (RFC 5035). */
function isBound(info: SignerInfo, own: Certificate): boolean {
  const named = attribute(info, SIGNING_CERTIFICATE_V2);
  if (named === undefined) return true;
  const first = child(child(named, 0), 0);
  const parts = first instanceof Sequence ? first.valueBlock.value : [];
  const algorithm = parts[0] instanceof Sequence ? child(parts[0], 0) : undefined;
  const digest = algorithm instanceof ObjectIdentifier ? digests[algorithm.valueBlock.toString()] : 'sha256';
  const hash = parts.find((one) => one instanceof OctetString);
  if (digest === undefined || !(hash instanceof OctetString)) return false;
  return createHash(digest).update(Buffer.from(own.toSchema().toBER())).digest().equals(Buffer.from(hash.valueBlock.valueHexView));
}

function child(parent: unknown, index: number): unknown {
  return parent instanceof Sequence ? parent.valueBlock.value[index] : undefined;
}

function attribute(info: SignerInfo, type: string): unknown {
  return info.signedAttrs?.attributes.find((one) => one.type === type)?.values[0];
}

function timeOf(info: SignerInfo): number | undefined {
  const time = attribute(info, SIGNING_TIME);
  if (!(time instanceof UTCTime) && !(time instanceof GeneralizedTime)) return undefined;
  const at = time.toDate().getTime();
  return Number.isNaN(at) ? undefined : at;
}

function isOf({ sid }: SignerInfo, certificate: Certificate): boolean {
  return sid instanceof IssuerAndSerialNumber && certificate.issuer.isEqual(sid.issuer) && certificate.serialNumber.isEqual(sid.serialNumber);
}

function x509(certificate: Certificate): X509Certificate {
  return new X509Certificate(Buffer.from(certificate.toSchema().toBER()));
}

function viewOf(certificate: X509Certificate): CertificateView {
  return {
    ...namesOf(certificate.subject), issuer: namesOf(certificate.issuer).name, notBefore: certificate.validFromDate.getTime(),
    notAfter: certificate.validToDate.getTime(), fingerprint: createHash('sha256').update(certificate.raw).digest('hex'),
  };
}

/** Who issued whom, each link checked by its signature; a root of this installation counts by its key and by nothing that it says of itself. */
function lineageOf(own: X509Certificate, others: readonly X509Certificate[], roots: readonly Uint8Array[]): Pick<SignatureView, 'origin' | 'chain'> {
  const known = roots.map((one) => new X509Certificate(one));
  const chain: CertificateView[] = [];
  let last = own;
  for (let step = 0; step < MAX_CHAIN; step++) {
    const root = known.find((one) => isIssuedBy(last, one));
    if (root) return { origin: 'installation', chain: [...chain, viewOf(root)] };
    const issuer = others.find((one) => one !== last && !one.raw.equals(last.raw) && isIssuedBy(last, one));
    if (!issuer) break;
    chain.push(viewOf(issuer));
    last = issuer;
  }
  return { origin: chain.length === 0 && vouchesForItself(own) ? 'selfSigned' : 'foreign', chain };
}

function isIssuedBy(one: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return one.checkIssued(issuer) && one.verify(issuer.publicKey);
  } catch {
    return false;
  }
}

/** Whatever the certificate says about what its key may sign. */
function vouchesForItself(own: X509Certificate): boolean {
  try {
    return own.subject === own.issuer && own.verify(own.publicKey);
  } catch {
    return false;
  }
}
