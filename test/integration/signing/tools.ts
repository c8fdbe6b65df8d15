import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What pdfsig, which nobody here wrote, says of one signature. */
export interface Checked {
  readonly field: string;
  readonly name: string;
  readonly valid: boolean;
  /** Of the covered revision; whether that is the whole file. */
  readonly whole: boolean;
  readonly kind: string;
  /** The last covered byte. */
  readonly end: number;
}

/** Has pdfsig (poppler-utils) look at a file. */
export async function pdfsig(directory: string, pdf: Uint8Array): Promise<readonly Checked[]> {
  const path = join(directory, `${Math.random()}.pdf`);
  await writeFile(path, pdf);
  // It answers 1 where a certificate's issuer is not among those that it trusts, which none of ours is.
  const text = await run('pdfsig', [path], { env: { ...process.env, HOME: directory, LC_ALL: 'C.UTF-8' } })
    .then(({ stdout }) => stdout, (error: unknown) => (error as { stdout?: string }).stdout ?? '');
  return text.split(/^Signature #\d+:$/mu).slice(1).filter((part) => !part.includes('The signature form field is not signed')).map((part) => {
    const value = (label: string): string => new RegExp(`- ${label}: (.*)`, 'u').exec(part)?.[1] ?? '';
    return {
      field: value('Signature Field Name'), name: value('Signer Certificate Common Name'), kind: value('Signature Type'),
      valid: value('Signature Validation') === 'Signature is Valid.', whole: /^ {2}- Total document signed$/mu.test(part),
      end: Number(/(\d+)\]$/u.exec(value('Signed Ranges'))?.[1]),
    };
  });
}

export interface P12Options {
  readonly name?: string;
  /** Lines of an OpenSSL extension section. */
  readonly extensions?: readonly string[];
  readonly days?: readonly [from: string, to: string];
  readonly password?: string;
  /** As `openssl pkcs12 -export` takes them. */
  readonly options?: readonly string[];
  readonly key?: 'rsa:2048' | 'ec' | 'ed25519';
}

/** A P12 file as somebody's own authority hands them out, made by OpenSSL. */
export async function makeP12(directory: string, { name = 'Ola Nordmann', extensions = [], days, password = 'three grey herons', options = [], key = 'rsa:2048' }: P12Options = {}): Promise<Buffer> {
  const id = Math.random().toString(36).slice(2);
  const path = (suffix: string): string => join(directory, `${id}.${suffix}`);
  const algorithm = key === 'ec' ? ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'] : key === 'ed25519' ? ['-algorithm', 'ED25519'] : ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'];
  const openssl = (...args: readonly string[]): Promise<unknown> => run('openssl', [...args]);
  await openssl('genpkey', ...algorithm, '-out', path('key'));
  const [from, to] = days ?? ['20250101000000Z', '20400101000000Z'];
  await writeFile(path('cnf'), [
    '[ca]', 'default_ca = here', '[here]', `dir = ${directory}`, `new_certs_dir = ${directory}`, `database = ${path('db')}`, 'rand_serial = yes', 'default_md = sha256', 'policy = any',
    'unique_subject = no', '[any]', 'commonName = supplied', '[ext]', 'basicConstraints = critical,CA:false', ...extensions, '[req]', 'distinguished_name = dn', '[dn]', '',
  ].join('\n'));
  await writeFile(path('db'), '');
  await openssl('req', '-new', '-key', path('key'), '-subj', `/CN=${name}`, '-config', path('cnf'), '-out', path('csr'));
  await openssl('ca', '-batch', '-notext', '-config', path('cnf'), '-selfsign', '-keyfile', path('key'), '-in', path('csr'), '-out', path('pem'), '-startdate', from, '-enddate', to, '-extensions', 'ext');
  await openssl('pkcs12', '-export', '-inkey', path('key'), '-in', path('pem'), '-passout', `pass:${password}`, '-out', path('p12'), ...options);
  return readFile(path('p12'));
}

/** The same bytes with one changed. */
export function withChangedByte(pdf: Uint8Array, at: number): Buffer {
  const copy = Buffer.from(pdf);
  copy[at] = copy[at]! ^ 1;
  return copy;
}
