import type { ReadinessReport } from '../../protocol/live/readiness.ts';
import { Link } from './link.ts';
import { lossBetween, sampleLine } from './line.ts';
import type { LineSample } from './line.ts';
import type { Signalling } from './signalling.ts';
import { paintTestPicture } from './testPicture.ts';

/** What the test before joining finds about the line. kbit/s and ms. */
export type ConnectionReport = Pick<ReadinessReport, 'transport' | 'roundTripMs' | 'upKbps' | 'downKbps'>;

export interface ConnectionTestOptions {
  /** 0..1, a few times a second. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** So long for the first packet to come through, over UDP or TCP. */
const CONNECT_MS = 9_000;
const MEASURE_MS = 4_500;
/** The last part of it, which counts. */
const SETTLED_MS = 2_000;
const STEP_MS = 300;
/** Nobody needs more for a session. */
const MOST_BPS = 3_500_000;

/**
 * Sends a picture to the server and receives it back, over transports that nobody else hears of. The bandwidths are
 * what went through, so they say "at least". Rejects when `signal` is aborted; a line that carries nothing is a result.
 */
export async function runConnectionTest(signalling: Signalling, { onProgress, signal }: ConnectionTestOptions = {}): Promise<ConnectionReport> {
  signal?.throwIfAborted();
  const link = new Link(signalling, 'test', { opened: () => undefined, lost: () => undefined, changed: () => undefined });
  const picture = paintTestPicture();
  const sink = document.createElement('video');
  const ends = [() => link.close(), () => picture?.stop(), () => void (sink.srcObject = null)];
  try {
    if (!picture) return { transport: 'none' };
    void link.open();
    const steps = { at: 0, of: (CONNECT_MS + MEASURE_MS) / STEP_MS };
    const tick = async (): Promise<void> => {
      steps.at += 1;
      onProgress?.(Math.min(1, steps.at / steps.of));
      await pause(STEP_MS, signal);
    };
    if (!(await within(CONNECT_MS, tick, () => link.isOpen))) return { transport: 'none' };
    // Produce resolves before the line stands; a server that refuses is as good as none.
    const producer = await link.send({
      track: picture.track, encodings: [{ maxBitrate: MOST_BPS }], codecOptions: { videoGoogleStartBitrate: 1_500 }, stopTracks: false,
    }, { source: 'camera', paused: false }).catch(() => undefined);
    if (!producer || !(await loop(signalling, link, producer.id, sink))) return { transport: 'none' };
    let first: LineSample | undefined;
    const through = await within(CONNECT_MS, tick, async () => {
      first = await sampleLine(link.transports);
      return first.protocol !== undefined && first.counters.received > 0;
    });
    if (!through || !first) return { transport: 'none' };
    steps.at = Math.max(steps.at, CONNECT_MS / STEP_MS);
    return await measure(link, first, tick);
  } finally {
    for (const end of ends) end();
  }
}

/** Receives one's own picture. */
async function loop(signalling: Signalling, link: Link, publication: string, sink: HTMLVideoElement): Promise<boolean> {
  const reply = await link.ask([publication]);
  const offer = reply.ok ? reply.value[0] : undefined;
  if (!offer) return false;
  const consumer = await link.receive(offer).catch(() => undefined);
  if (!consumer) return false;
  sink.muted = true;
  sink.srcObject = new MediaStream([consumer.track]);
  void sink.play().catch(() => undefined);
  return (await signalling.request('media.consumer', { consumer: offer.id, paused: false })).ok;
}

/** What went through at the end, when the sender has found its rate, and the shortest way there and back. */
async function measure(link: Link, first: LineSample, tick: () => Promise<void>): Promise<ConnectionReport> {
  const samples = [{ at: performance.now(), line: first }];
  while (performance.now() - samples[0]!.at < MEASURE_MS) {
    await tick();
    samples.push({ at: performance.now(), line: await sampleLine(link.transports) });
  }
  const last = samples.at(-1)!;
  const before = samples.findLast((one) => last.at - one.at >= SETTLED_MS) ?? samples[0]!;
  const kbps = (bytes: (line: LineSample) => number): number =>
    Math.max(0, Math.round(((bytes(last.line) - bytes(before.line)) * 8) / (last.at - before.at)));
  const { lossUp } = lossBetween(before.line.counters, last.line.counters);
  const trips = samples.flatMap(({ line }) => line.roundTripMs === undefined ? [] : [line.roundTripMs]);
  return {
    transport: last.line.protocol ?? first.protocol ?? 'none',
    ...(trips.length > 0 ? { roundTripMs: Math.min(...trips) } : {}),
    upKbps: Math.round(kbps((line) => line.bytesUp) * (1 - lossUp)), downKbps: kbps((line) => line.bytesDown),
  };
}

async function within(limitMs: number, tick: () => Promise<void>, test: () => boolean | Promise<boolean>): Promise<boolean> {
  const until = performance.now() + limitMs;
  while (!(await test())) {
    if (performance.now() >= until) return false;
    await tick();
  }
  return true;
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
