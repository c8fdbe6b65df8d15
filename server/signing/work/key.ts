import { verify, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { CryptoKeySigner, P12Signer, SignerError } from '@libpdf/core';
import type { Signer } from '@libpdf/core';
import { isForSigning } from './certificate.ts';
import { WorkError } from './job.ts';
import type { Key } from './job.ts';

/** What signs. Throws key.*: a wrong password, no key, a certificate that is expired or not for signatures. */
export async function signerOf(key: Key, at: number): Promise<Signer> {
  const signer = key.kind === 'p12' ? await fromP12(Buffer.from(key.file, 'base64'), key.password) : await fromIssued(key);
  assertFit(new X509Certificate(signer.certificate), at);
  return signer;
}

async function fromIssued({ privateKey, certificate, chain }: Extract<Key, { kind: 'issued' }>): Promise<Signer> {
  const pkcs8 = Buffer.from(privateKey, 'base64');
  const imported = await crypto.subtle.importKey('pkcs8', pkcs8, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  return new CryptoKeySigner(imported, Buffer.from(certificate, 'base64'), 'EC', 'ECDSA', chain.map((one) => Buffer.from(one, 'base64')));
}

async function fromP12(file: Uint8Array, password: string): Promise<Signer> {
  const given = await readP12(file, password);
  // The library takes the first certificate of the file for the key's; writers put them in any order.
  const all = [given.certificate, ...(given.certificateChain ?? [])];
  const probe = new TextEncoder().encode('whose key is this?');
  const signature = await given.sign(probe, 'SHA-256');
  const own = all.find((one) => belongs(new X509Certificate(one).publicKey, probe, signature));
  if (!own) throw new WorkError('key.uncertified');
  return {
    certificate: own, certificateChain: all.filter((one) => one !== own), keyType: given.keyType, signatureAlgorithm: given.signatureAlgorithm,
    sign: (data, algorithm) => given.sign(data, algorithm),
  };
}

async function readP12(file: Uint8Array, password: string): Promise<Signer> {
  try {
    return await P12Signer.create(file, password);
  } catch (error) {
    throw new WorkError(p12Code(error), { cause: error });
  }
}

function p12Code(error: unknown): 'key.password' | 'key.absent' | 'key.unsupported' | 'key.uncertified' | 'key.unreadable' {
  const message = error instanceof SignerError ? error.message.toLowerCase() : '';
  if (message.includes('password') || message.includes('integrity')) return 'key.password';
  if (message.includes('no private key')) return 'key.absent';
  if (message.includes('no certificates')) return 'key.uncertified';
  return message.includes('unsupported key') ? 'key.unsupported' : 'key.unreadable';
}

function belongs(publicKey: KeyObject, data: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify('sha256', data, publicKey, signature);
  } catch {
    // A key of another kind.
    return false;
  }
}

function assertFit(certificate: X509Certificate, at: number): void {
  if (at < certificate.validFromDate.getTime()) throw new WorkError('key.notYet');
  if (at > certificate.validToDate.getTime()) throw new WorkError('key.expired');
  if (!isForSigning(certificate)) throw new WorkError('key.notForSigning');
}
