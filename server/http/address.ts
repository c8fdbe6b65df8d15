import type { Request } from 'express';
import { originCheck } from './origin.ts';

export interface AddressOptions {
  /** PUBLIC_URL */
  readonly publicUrl: string | undefined;
  /** How many proxies in front are believed what they forward. */
  readonly trustedProxies: number;
  /** This server itself speaks TLS. */
  readonly isSecure: boolean;
}

type Headers = NodeJS.Dict<string | string[]>;

export interface Addresses {
  /** Where the sender of a request reaches this installation, for links: https://gangway.example */
  of(request: Request): string;
  /** Whether the page behind these headers is one of this installation. */
  originAllowed(headers: Headers): boolean;
}

/** The addresses of this installation: the one that was set, and the one by which a request came. */
export function openAddresses({ publicUrl, trustedProxies, isSecure }: AddressOptions): Addresses {
  const isBehindProxy = trustedProxies > 0;
  const publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  const forwarded = (headers: Headers, name: string): string | undefined => {
    const value = isBehindProxy ? headers[name] : undefined;
    return typeof value === 'string' ? value.split(',')[0]!.trim() : undefined;
  };
  const hostOf = (headers: Headers): string | undefined => {
    const { host } = headers;
    return forwarded(headers, 'x-forwarded-host') ?? (typeof host === 'string' ? host : undefined);
  };
  const protocolOf = (headers: Headers): string => {
    const told = forwarded(headers, 'x-forwarded-proto');
    return told === 'https' || told === 'http' ? told : isSecure ? 'https' : 'http';
  };
  return {
    of: ({ headers }) => publicOrigin ?? `${protocolOf(headers)}://${hostOf(headers) ?? 'localhost'}`,
    originAllowed: (headers) => originCheck((host) => [
      `${protocolOf(headers)}://${host}`, ...(publicOrigin === undefined ? [] : [publicOrigin]),
    ])({ ...headers, host: hostOf(headers) }),
  };
}
