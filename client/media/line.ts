import type { Transport } from 'mediasoup-client/types';
import type { LineFigures } from './quality.ts';

/** Counters since the transports were opened. */
export interface LineCounters {
  readonly sent: number;
  readonly lostUp: number;
  readonly received: number;
  readonly lostDown: number;
}

export interface LineSample {
  readonly counters: LineCounters;
  readonly protocol?: 'udp' | 'tcp';
  readonly roundTripMs?: number;
  /** Bytes up and down since the transports were opened. */
  readonly bytesUp: number;
  readonly bytesDown: number;
}

/** Reads what the browser counts about these transports. */
export async function sampleLine(transports: readonly Transport[]): Promise<LineSample> {
  const reports = await Promise.all(transports.filter((one) => !one.closed).map((one) => one.getStats().catch(() => undefined)));
  const entries = reports.flatMap((report) => [...(report?.values() ?? [])] as Stat[]);
  return readLine(entries);
}

/** The members of the browser's statistics that are read here; all are optional in the standard. */
export interface Stat {
  readonly id: string;
  readonly type: string;
  readonly state?: string;
  readonly nominated?: boolean;
  readonly localCandidateId?: string;
  readonly remoteCandidateId?: string;
  readonly currentRoundTripTime?: number;
  readonly protocol?: string;
  readonly relayProtocol?: string;
  readonly packetsSent?: number;
  readonly packetsReceived?: number;
  readonly packetsLost?: number;
  readonly bytesSent?: number;
  readonly bytesReceived?: number;
}

export function readLine(entries: readonly Stat[]): LineSample {
  const pairs = entries.filter((one) => one.type === 'candidate-pair' && one.nominated === true && one.state === 'succeeded');
  const locals = pairs.map((pair) => entries.find((one) => one.id === pair.localCandidateId));
  const protocols = locals.map((local) => local?.relayProtocol ?? local?.protocol);
  const trips = pairs.flatMap((pair) => pair.currentRoundTripTime === undefined ? [] : [pair.currentRoundTripTime * 1000]);
  const sum = (type: string, member: 'packetsSent' | 'packetsReceived' | 'packetsLost'): number =>
    entries.filter((one) => one.type === type).reduce((total, one) => total + (one[member] ?? 0), 0);
  // The transport's own count goes on where a pair of addresses is given up for another; not every browser has it.
  const carriers = entries.filter((one) => one.type === 'transport' && one.bytesReceived !== undefined);
  const bytes = (member: 'bytesSent' | 'bytesReceived'): number =>
    (carriers.length > 0 ? carriers : pairs).reduce((total, one) => total + (one[member] ?? 0), 0);
  return {
    counters: {
      sent: sum('outbound-rtp', 'packetsSent'), lostUp: sum('remote-inbound-rtp', 'packetsLost'),
      received: sum('inbound-rtp', 'packetsReceived'), lostDown: sum('inbound-rtp', 'packetsLost'),
    },
    // One transport over TCP is enough to say that UDP did not get through.
    ...(protocols.some((one) => one === 'tcp' || one === 'tls') ? { protocol: 'tcp' as const } : protocols.includes('udp') ? { protocol: 'udp' as const } : {}),
    ...(trips.length > 0 ? { roundTripMs: Math.round(Math.max(...trips)) } : {}),
    bytesUp: bytes('bytesSent'), bytesDown: bytes('bytesReceived'),
  };
}

/** Losses between two samples. Counters that fell belong to transports that were opened in between. */
export function lossBetween(before: LineCounters, now: LineCounters): Pick<LineFigures, 'lossUp' | 'lossDown'> {
  const share = (lost: number, of: number): number => lost > 0 && of > 0 ? Math.min(1, lost / of) : 0;
  return {
    lossUp: share(now.lostUp - before.lostUp, now.sent - before.sent),
    lossDown: share(now.lostDown - before.lostDown, now.received - before.received + now.lostDown - before.lostDown),
  };
}
