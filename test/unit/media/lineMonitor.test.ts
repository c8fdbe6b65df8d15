import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Transport } from 'mediasoup-client/types';
import { LineMonitor } from '../../../client/media/lineMonitor.ts';
import type { LineView } from '../../../client/media/lineMonitor.ts';

let bytes: number;
let lost: number;
let received: number;
let transports: Transport[];
let views: LineView[];
let monitor: LineMonitor;

beforeEach(() => {
  vi.useFakeTimers();
  [bytes, lost, received, views] = [0, 0, 0, []];
  const stats = () => new Map<string, object>([
    ['t', { id: 't', type: 'transport', bytesReceived: bytes, bytesSent: 0 }],
    ['i', { id: 'i', type: 'inbound-rtp', packetsReceived: received, packetsLost: lost }],
  ]);
  transports = [{ closed: false, getStats: async () => stats() } as unknown as Transport];
  monitor = new LineMonitor(() => transports, (view) => views.push(view));
});
afterEach(() => {
  monitor.close();
  vi.useRealTimers();
});

async function seconds(count: number, each: () => void = () => undefined): Promise<LineView> {
  for (let second = 0; second < count; second += 1) {
    each();
    await vi.advanceTimersByTimeAsync(1_000);
  }
  return views.at(-1)!;
}

test('nothing for some seconds is a stall, the next byte ends it; before the first there is nothing to stall', async () => {
  expect((await seconds(10)).stalled).toBe(false);
  expect((await seconds(3, () => { bytes += 100; })).stalled).toBe(false);
  expect((await seconds(3)).stalled).toBe(false);
  expect((await seconds(2)).stalled).toBe(true);
  expect((await seconds(1, () => { bytes += 1; })).stalled).toBe(false);
});

test('losses are those of the last seconds', async () => {
  await seconds(3, () => { received += 100; });
  expect((await seconds(3, () => {
    received += 90;
    lost += 10;
  })).lossDown).toBeCloseTo(0.1);
  expect((await seconds(3, () => { received += 100; })).lossDown).toBe(0);
});

test('new transports begin anew, and without any nothing is said', async () => {
  await seconds(2, () => { bytes += 100; });
  await seconds(6);
  expect(views.at(-1)!.stalled).toBe(true);
  const said = views.length;
  transports = [];
  await seconds(3);
  expect(views).toHaveLength(said);
});
