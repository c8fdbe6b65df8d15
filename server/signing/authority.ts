import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Lanes } from '../store/lanes.ts';
import { issue, makeAuthority, validityOf } from './certificates.ts';
import type { KeyPair, Subject } from './certificates.ts';

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
const AUTHORITY_MS = 15 * YEAR_MS;
const SEAL_MS = 3 * YEAR_MS;
/** A seal that is about to expire is replaced, so that what it seals is sealed within its time by any clock. */
const RENEW_BEFORE_MS = 60 * DAY_MS;
/** Clocks differ. */
const SKEW_MS = 10 * 60_000;

/** A key with its certificate and the authority's, as a signature carries them. */
export interface IssuedKey extends KeyPair {
  readonly chain: readonly Buffer[];
}

/**
 * The installation's own authority. It vouches for nothing but this: that this installation gave that name this key. It is made when it
 * is first needed, and its keys never leave the data directory but into the process that signs.
 */
export class Authority {
  readonly #directory: string;
  readonly #lanes = new Lanes();

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** The authority's certificate, DER; undefined as long as nobody has needed one. */
  async certificate(): Promise<Buffer | undefined> {
    return (await read(this.#directory, 'authority'))?.certificate;
  }

  /** A new key for somebody, with a certificate for these moments (ms). The key is not kept. */
  async issue(subject: Subject, from: number, to: number): Promise<IssuedKey> {
    const authority = await this.#authority();
    return { ...await issue(authority, subject, { from: from - SKEW_MS, to }), chain: [authority.certificate] };
  }

  /** The key with which the installation seals what it issues. */
  seal(now: number): Promise<IssuedKey> {
    return this.#lanes.run('seal', async () => {
      const authority = await this.#authority();
      const known = await read(this.#directory, 'seal');
      const isGood = known !== undefined && validityOf(known.certificate).to - now > RENEW_BEFORE_MS;
      const seal = isGood ? known : await issue(authority, { name: 'Gangway seal', title: 'Seal of the installation' }, { from: now - SKEW_MS, to: now + SEAL_MS });
      if (!isGood) await write(this.#directory, 'seal', seal);
      return { ...seal, chain: [authority.certificate] };
    });
  }

  #authority(): Promise<KeyPair> {
    return this.#lanes.run('authority', async () => {
      const known = await read(this.#directory, 'authority');
      if (known) return known;
      const now = Date.now();
      const made = await makeAuthority({ name: `Gangway authority ${new Date(now).toISOString().slice(0, 10)}` }, { from: now - DAY_MS, to: now + AUTHORITY_MS });
      await write(this.#directory, 'authority', made);
      return made;
    });
  }
}

/** A pair from disk; undefined where one of the two is not there. Anything else that keeps it from being read is thrown: a second authority would be worse. */
async function read(directory: string, name: string): Promise<KeyPair | undefined> {
  try {
    const [privateKey, certificate] = await Promise.all([readFile(join(directory, `${name}.key`), 'utf8'), readFile(join(directory, `${name}.pem`), 'utf8')]);
    return { privateKey: fromPem(privateKey), certificate: fromPem(certificate) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function write(directory: string, name: string, { privateKey, certificate }: KeyPair): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  // The certificate last: without it the key counts for nothing, so a crash in between leaves no pair that does not fit.
  await writeDurably(join(directory, `${name}.key`), toPem('PRIVATE KEY', privateKey), 0o600);
  await writeDurably(join(directory, `${name}.pem`), toPem('CERTIFICATE', certificate), 0o644);
}

async function writeDurably(path: string, content: string, mode: number): Promise<void> {
  await writeFile(`${path}.tmp`, content, { mode, flush: true });
  await rename(`${path}.tmp`, path);
}

function toPem(label: string, der: Buffer): string {
  return `-----BEGIN ${label}-----\n${(der.toString('base64').match(/.{1,64}/gu) ?? []).join('\n')}\n-----END ${label}-----\n`;
}

function fromPem(pem: string): Buffer<ArrayBuffer> {
  return Buffer.from(pem.replace(/-----[^-]+-----|\s/gu, ''), 'base64');
}
