import type { X509Certificate } from 'node:crypto';
import { BitString, fromBER } from 'asn1js';
import { Certificate } from 'pkijs';

const KEY_USAGE = '2.5.29.15';
/** Bits of the first octet (RFC 5280, 4.2.1.3). */
const DIGITAL_SIGNATURE = 0x80;
const NON_REPUDIATION = 0x40;

/** Purposes that have nothing to do with documents: a server's name, somebody else's certificates, times. */
const FOREIGN_PURPOSES = new Set(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.9']);

/** Whether a certificate says that its key signs documents, or does not say what it is for. */
export function isForSigning(certificate: X509Certificate): boolean {
  if (certificate.ca) return false;
  // Node calls the extended purposes keyUsage; undefined where the certificate names none.
  const purposes: readonly string[] | undefined = certificate.keyUsage;
  if (purposes && purposes.length > 0 && purposes.every((one) => FOREIGN_PURPOSES.has(one))) return false;
  const usage = usageOf(certificate);
  return usage === undefined || (usage & (DIGITAL_SIGNATURE | NON_REPUDIATION)) !== 0;
}

function usageOf({ raw }: X509Certificate): number | undefined {
  const extension = parsed(raw)?.extensions?.find((one) => one.extnID === KEY_USAGE);
  if (!extension) return undefined;
  const { result } = fromBER(extension.extnValue.valueBlock.valueHexView);
  return result instanceof BitString ? result.valueBlock.valueHexView[0] ?? 0 : 0;
}

function parsed(raw: Uint8Array): Certificate | undefined {
  const { offset, result } = fromBER(Uint8Array.from(raw));
  return offset === -1 ? undefined : new Certificate({ schema: result });
}

export interface Names {
  readonly name: string;
  readonly title?: string;
  readonly organisation?: string;
  readonly country?: string;
}

/** Node gives a name as lines of "CN=…", with the special characters of RFC 2253 escaped. */
export function namesOf(distinguished: string): Names {
  const fields = new Map<string, string>();
  for (const line of distinguished.split('\n')) {
    const at = line.indexOf('=');
    if (at > 0 && !fields.has(line.slice(0, at))) fields.set(line.slice(0, at), plain(line.slice(at + 1)));
  }
  const [title, organisation, country] = [fields.get('title'), fields.get('O'), fields.get('C')];
  return {
    name: fields.get('CN') ?? fields.get('emailAddress') ?? organisation ?? '',
    ...(title === undefined ? {} : { title }), ...(organisation === undefined ? {} : { organisation }), ...(country === undefined ? {} : { country }),
  };
}

/** At most so many characters of a stranger's name are shown; none that changes direction or line. */
const NAME_CHARS = 200;

function plain(value: string): string {
  return value.replace(/\\(.)/gu, '$1').replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, ' ').slice(0, NAME_CHARS);
}
