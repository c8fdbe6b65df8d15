import { createSocket } from 'node:dgram';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { TransportListenInfo } from 'mediasoup/types';

const LOOPBACK = '127.0.0.1';

/** What decides where media listens and which addresses clients are told. */
export interface Reach {
  /** MEDIA_ADDRESS: the address, or host name, that clients reach. */
  readonly announced?: string;
  /** The address that the HTTP server listens on; absent: every one. */
  readonly host?: string;
  /** A proxy stands before the HTTP server, so its address says nothing about the clients'. */
  readonly behindProxy: boolean;
  /** The address with which this machine reaches the network; absent when it has none. */
  readonly machine?: string;
  /** Every address of this machine. */
  readonly own: readonly string[];
}

interface Binding {
  readonly ip: string;
  readonly announcedAddress?: string;
}

/**
 * Where to listen. A browser on this machine takes either address, so that it stays connected when the network goes;
 * one in the local network takes the machine's. An announced address that is not the machine's own is forwarded to it by a router.
 */
export function bindings(reach: Reach): readonly Binding[] {
  const { announced, host, machine } = reach;
  if (announced !== undefined) {
    if (reach.own.includes(announced)) return unique([announced, LOOPBACK]);
    return [{ ip: isIP(announced) === 6 ? '::' : '0.0.0.0', announcedAddress: announced }];
  }
  if (host !== undefined && isLoopback(host) && !reach.behindProxy) return unique([LOOPBACK]);
  if (host !== undefined && isIP(host) !== 0 && !isWildcard(host) && !isLoopback(host)) return unique([host]);
  return unique(machine === undefined ? [LOOPBACK] : [machine, LOOPBACK]);
}

/** One port for everything of a worker, UDP before TCP. Port 0: the system chooses one for each. */
export function listenInfos(places: readonly Binding[], port: number): TransportListenInfo[] {
  return (['udp', 'tcp'] as const).flatMap((protocol) =>
    places.map((place) => ({ protocol, ...place, ...(port === 0 ? {} : { port }) })));
}

/** Every address of this machine. */
export function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map((one) => one.address));
}

/** The address that the system itself would send from; no packet leaves. Without a route: the first that is not internal. */
export function machineAddress(): Promise<string | undefined> {
  const first = Object.values(networkInterfaces()).flatMap((list) => list ?? []).find((one) => one.family === 'IPv4' && !one.internal)?.address;
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    const answer = (address: string | undefined): void => {
      socket.close();
      resolve(address);
    };
    socket.once('error', () => answer(first));
    // An address of the discard-only kind (RFC 5737); connecting a datagram socket only looks up the route.
    socket.connect(9, '203.0.113.1', () => {
      const { address } = socket.address();
      answer(isLoopback(address) || isWildcard(address) ? first : address);
    });
  });
}

function unique(ips: readonly string[]): readonly Binding[] {
  return [...new Set(ips)].map((ip) => ({ ip }));
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}
