import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { hostname, networkInterfaces } from 'node:os';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { SettingsError } from '../settings.ts';
import type { Settings } from '../settings.ts';

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const DAY_MS = 86_400_000;
/** Browsers refuse certificates that live longer. */
const LIFETIME_MS = 365 * DAY_MS;
/** A server that runs for weeks still has time to be restarted. */
const RENEW_BEFORE_MS = 30 * DAY_MS;

type TlsSettings = Pick<Settings, 'TLS_CERT' | 'TLS_KEY' | 'TLS_SELF_SIGNED' | 'DATA_DIR' | 'PUBLIC_URL' | 'HOST'>;

/** The certificate to serve with, or nothing for plain HTTP. Throws a SettingsError that names what is wrong. */
export async function openCertificate(settings: TlsSettings, now = Date.now()): Promise<Certificate | undefined> {
  const { TLS_CERT, TLS_KEY, TLS_SELF_SIGNED, DATA_DIR } = settings;
  if (TLS_CERT !== undefined && TLS_KEY !== undefined) {
    const given = { cert: await readPem('TLS_CERT', TLS_CERT), key: await readPem('TLS_KEY', TLS_KEY) };
    assertCertificate(given.cert);
    return given;
  }
  return TLS_SELF_SIGNED ? ownCertificate(join(DATA_DIR, 'tls'), namesOf(settings), now) : undefined;
}

async function readPem(name: 'TLS_CERT' | 'TLS_KEY', path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new SettingsError(`${name}: ${path} cannot be read`, { cause: error });
  }
}

function assertCertificate(pem: string): void {
  try {
    new X509Certificate(pem);
  } catch (error) {
    throw new SettingsError('TLS_CERT: the file holds no certificate in PEM form', { cause: error });
  }
}

/** Kept, so that a browser that was told to trust it goes on trusting it; made again when it expires or the names change. */
async function ownCertificate(directory: string, names: readonly string[], now: number): Promise<Certificate> {
  const paths = { cert: join(directory, 'cert.pem'), key: join(directory, 'key.pem') };
  const known = await readKnown(paths);
  if (known && stillGood(known.cert, names, now)) return known;
  const made = await make(names, now);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  // The certificate last: without it the key counts for nothing, so a crash in between leaves no pair that does not fit.
  await writeDurably(paths.key, made.key);
  await writeDurably(paths.cert, made.cert);
  return made;
}

async function readKnown(paths: Record<keyof Certificate, string>): Promise<Certificate | undefined> {
  try {
    return { cert: await readFile(paths.cert, 'utf8'), key: await readFile(paths.key, 'utf8') };
  } catch {
    return undefined;
  }
}

function stillGood(pem: string, names: readonly string[], now: number): boolean {
  try {
    const certificate = new X509Certificate(pem);
    const covers = (name: string): boolean => (isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name)) !== undefined;
    return certificate.validToDate.getTime() - now > RENEW_BEFORE_MS && names.every(covers);
  } catch {
    return false;
  }
}

async function make(names: readonly string[], now: number): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'Gangway' }], {
    keyType: 'ec', curve: 'P-256', algorithm: 'sha256',
    notBeforeDate: new Date(now - DAY_MS), notAfterDate: new Date(now + LIFETIME_MS - DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: names.map((name) => isIP(name) ? { type: 7, ip: name } : { type: 2, value: name }) },
    ],
  });
  return { cert: made.cert, key: made.private };
}

/** Every name by which a browser may reach this server. */
function namesOf({ PUBLIC_URL, HOST }: TlsSettings): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
    // Link-local IPv6 addresses need a zone, which a certificate cannot name.
    .filter((one) => !one.address.startsWith('fe80:')).map((one) => one.address);
  const publicHost = PUBLIC_URL === undefined ? [] : [new URL(PUBLIC_URL).hostname.replace(/^\[|\]$/g, '')];
  const host = HOST === undefined || HOST === '0.0.0.0' || HOST === '::' ? [] : [HOST];
  return [...new Set(['localhost', '127.0.0.1', '::1', hostname().toLowerCase(), ...addresses, ...publicHost, ...host])];
}

async function writeDurably(path: string, content: string): Promise<void> {
  await writeFile(`${path}.tmp`, content, { mode: 0o600, flush: true });
  await rename(`${path}.tmp`, path);
}
