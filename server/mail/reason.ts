import type { MailReason } from '../../protocol/mail.ts';

const UNREACHABLE = new Set(['ESOCKET', 'ECONNECTION', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EDNS', 'ETLS']);

/** Why a message was not taken, by the error of the transport; its own words may hold an address and are passed on to nobody. */
export function reasonOf(error: unknown): { readonly reason: MailReason; readonly isFinal: boolean } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const answer = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : undefined;
  if (code === 'EAUTH') return { reason: 'signIn', isFinal: false };
  // RFC 5321, 4.2.1: what begins with a four may be tried again, what begins with a five may not.
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { reason: 'refused', isFinal: answer === undefined || answer >= 500 };
  return { reason: UNREACHABLE.has(code) ? 'unreachable' : 'other', isFinal: false };
}
