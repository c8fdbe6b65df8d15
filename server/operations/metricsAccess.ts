import { createHash, timingSafeEqual } from 'node:crypto';
import { isIPv4 } from 'node:net';
import type { Request } from 'express';

/** /metrics is for this machine, or for whoever has the token. */
export function metricsAccess(token: string | undefined, trustedProxies: number): (request: Request) => boolean {
  return (request) => {
    if (token !== undefined && hasToken(request.headers.authorization, token)) return true;
    // Through a proxy that we were not told of, everybody seems to be on this machine.
    if (trustedProxies === 0 && request.headers['x-forwarded-for'] !== undefined) return false;
    return isLoopback(request.ip ?? '');
  };
}

/** Hashed first, so that lengths are equal and nothing follows from the time that it takes. */
function hasToken(header: string | undefined, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));
}

function isLoopback(address: string): boolean {
  const plain = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
}
