import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { networkInterfaces } from 'node:os';
import { isIPv6 } from 'node:net';
import type { AddressInfo } from 'node:net';
import { SettingsError } from '../settings.ts';
import { StartError } from '../startError.ts';
import type { Certificate } from './tls.ts';

/** A deck of 100 MB over 1 Mbit/s takes a quarter of an hour; headers still have to come within a minute. */
const REQUEST_TIMEOUT_MS = 30 * 60_000;

export function createHttp(certificate: Certificate | undefined, listener: RequestListener): Server {
  const options = { requestTimeout: REQUEST_TIMEOUT_MS };
  if (!certificate) return createServer(options, listener);
  try {
    return createSecureServer({ ...options, ...certificate, minVersion: 'TLSv1.2' }, listener);
  } catch (error) {
    throw new SettingsError(`TLS_KEY: does not fit TLS_CERT, or is no key in PEM form (${reasonOf(error)})`, { cause: error });
  }
}

/** Resolves with the port once the server answers. Throws a StartError that names the setting to change. */
export function listen(http: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => reject(explain(error, port, host));
    http.once('error', failed);
    http.listen({ port, host }, () => {
      http.off('error', failed);
      resolve((http.address() as AddressInfo).port);
    });
  });
}

function explain(error: NodeJS.ErrnoException, port: number, host: string | undefined): Error {
  const where = host === undefined ? '' : ` of ${host}`;
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(`Port ${port}${where} is taken by another program. Stop it, or choose another port with the PORT setting, for example PORT=${port + 1}.`, { cause: error });
    case 'EACCES':
      return new StartError(`This account may not open port ${port}${where}. Choose one above 1023 with the PORT setting.`, { cause: error });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(`${host} is no address of this machine. Change the HOST setting, or leave it out.`, { cause: error });
    default:
      return error;
  }
}

/** What people may type to reach a server that listens there: the first one on this machine. */
export function reachableAt(protocol: 'http' | 'https', host: string | undefined, port: number): string[] {
  const url = (name: string): string => `${protocol}://${isIPv6(name) ? `[${name}]` : name}:${port}`;
  if (host !== undefined && host !== '0.0.0.0' && host !== '::') return [url(host === '127.0.0.1' || host === '::1' ? 'localhost' : host)];
  const others = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
    .filter((one) => one.family === 'IPv4' && !one.internal).map((one) => url(one.address));
  return [url('localhost'), ...others];
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
