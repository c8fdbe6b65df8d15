import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension, BasicConstraintsExtension, KeyUsageFlags, KeyUsagesExtension, ExtendedKeyUsageExtension, SubjectKeyIdentifierExtension,
  Name, X509Certificate, X509CertificateGenerator,
} from '@peculiar/x509';

/** ECDSA on P-256: what NSS (pdfsig, Firefox), OpenSSL and Acrobat all read, and made in a moment. */
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4';
/** For documents (RFC 9336). Beside it the purpose that older readers want to see. */
const DOCUMENT_SIGNING = '1.3.6.1.5.5.7.3.36';

export interface KeyPair {
  /** PKCS #8, DER. */
  readonly privateKey: Buffer<ArrayBuffer>;
  readonly certificate: Buffer<ArrayBuffer>;
}

export interface Subject {
  readonly name: string;
  readonly title?: string;
  readonly organisation?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

interface Validity {
  readonly from: number;
  readonly to: number;
}

/** A new authority that vouches for itself: for signatures of certificates alone, with nobody below it who issues more. */
export async function makeAuthority(subject: Subject, { from, to }: Validity): Promise<KeyPair> {
  const keys = await makeKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(), name: nameOf(subject), notBefore: new Date(from), notAfter: new Date(to), signingAlgorithm: ALGORITHM, keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return pairOf(keys, certificate);
}

/** A key with a certificate for signing documents, from an authority. */
export async function issue(authority: KeyPair, subject: Subject, { from, to }: Validity): Promise<KeyPair> {
  const keys = await makeKeys();
  const issuer = new X509Certificate(authority.certificate);
  const signingKey = await crypto.subtle.importKey('pkcs8', authority.privateKey, ALGORITHM, false, ['sign']);
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serial(), subject: nameOf(subject), issuer: issuer.subjectName, notBefore: new Date(from), notAfter: new Date(to),
    signingAlgorithm: ALGORITHM, publicKey: keys.publicKey, signingKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
      new ExtendedKeyUsageExtension([DOCUMENT_SIGNING, EMAIL_PROTECTION]),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return pairOf(keys, certificate);
}

export function validityOf(certificate: Buffer<ArrayBuffer>): Validity {
  const { notBefore, notAfter } = new X509Certificate(certificate);
  return { from: notBefore.getTime(), to: notAfter.getTime() };
}

function makeKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']) as Promise<CryptoKeyPair>;
}

async function pairOf(keys: CryptoKeyPair, certificate: X509Certificate): Promise<KeyPair> {
  return { privateKey: Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)), certificate: Buffer.from(certificate.rawData) };
}

/** 16 octets, positive. */
function serial(): string {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0]! & 0x7f) | 0x40;
  return bytes.toString('hex');
}

/** X.520 gives each field 64 characters (title and name alike). */
const FIELD_CHARS = 64;

/** "T" is the title (2.5.4.12), as the library writes it. */
function nameOf({ name, title, organisation, country }: Subject): Name {
  const fields = [['O', organisation], ['T', title], ['CN', name]] as const;
  return new Name([
    ...(country === undefined ? [] : [{ C: [{ printableString: country }] }]),
    ...fields.flatMap(([type, value]) => value === undefined || value === '' ? [] : [{ [type]: [{ utf8String: short(value) }] }]),
  ]);
}

function short(text: string): string {
  return Array.from(text).slice(0, FIELD_CHARS).join('');
}
