import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { goIn, Scene } from '../browser/media-page/scene.ts';
import { buildMediaPage } from '../browser/media-page/serve.ts';
import type { BenchRow } from './row.ts';
import { soundOf } from './voice.ts';

const SETTLE_MS = 4_000;
const MEASURE_MS = 10_000;
/** IPv4 and UDP, bytes a packet. */
const OUTER_BYTES = 28;

const cases = [
  { what: 'silence', low: false, most: 5 }, { what: 'voice', low: false, most: 55 },
  { what: 'silence', low: true, most: 5 }, { what: 'voice', low: true, most: 25 },
] as const;

/**
 * What the microphone of one participant takes on the wire while another one listens. The gate is for what is sent, with the headers
 * of IP and UDP and all reports of the sender; what the server reports back goes the other way, where a line has more room.
 */
export async function benchSound(): Promise<BenchRow[]> {
  const servePage = await buildMediaPage();
  const directory = await mkdtemp(join(tmpdir(), 'gangway-bench-'));
  try {
    const rows: BenchRow[] = [];
    for (const { what, low, most } of cases) {
      const file = join(directory, `${what}.wav`);
      await writeFile(file, soundOf(what));
      const scene = await Scene.open(servePage, [`--use-file-for-fake-audio-capture=${file}`]);
      try {
        const { sent, received } = await ratesOf(scene, low);
        const figure = `${what === 'voice' ? 'speaking' : 'silent'} participant${low ? ', low bandwidth' : ''}`;
        rows.push(
          { figure: `${figure}: sent`, value: sent, unit: 'kbit/s', gate: `<= ${most}`, ok: sent <= most },
          { figure: `${figure}: reports that come back`, value: received, unit: 'kbit/s' },
        );
      } finally {
        await scene.close();
      }
    }
    return rows;
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** kbit/s of the page that speaks. */
async function ratesOf(scene: Scene, low: boolean): Promise<{ readonly sent: number; readonly received: number }> {
  const ann = await scene.server.person('Ann Speaking');
  const bo = await scene.server.person('Bo Listening');
  const session = await scene.server.session(ann, [[bo, 'attendee']], { lobby: false });
  const speaking = await scene.open(ann, session);
  await speaking.evaluate((choice) => window.bench.engine.setLowBandwidth(choice), low);
  await goIn(speaking, 'microphone');
  await scene.enter(bo, session);
  await speaking.waitForTimeout(SETTLE_MS);
  const before = await onTheWire(speaking);
  await speaking.waitForTimeout(MEASURE_MS);
  const after = await onTheWire(speaking);
  const rate = (way: 'sent' | 'received'): number => (after[way] - before[way]) * 8 / (after.at - before.at);
  return { sent: rate('sent'), received: rate('received') };
}

/** Bytes that went through the page's transports so far, and when that was, ms. */
function onTheWire(page: Page): Promise<{ readonly sent: number; readonly received: number; readonly at: number }> {
  return page.evaluate(async (outer) => {
    interface Stat { type: string; timestamp: number; bytesSent?: number; bytesReceived?: number; packetsSent?: number; packetsReceived?: number }
    const reports = await Promise.all(window.bench.engine.transports().map((transport) => transport.getStats()));
    const lines = reports.flatMap((report) => [...report.values()] as Stat[]).filter((one) => one.type === 'transport');
    const sum = (key: 'bytesSent' | 'bytesReceived' | 'packetsSent' | 'packetsReceived'): number => lines.reduce((total, one) => total + (one[key] ?? 0), 0);
    return {
      sent: sum('bytesSent') + outer * sum('packetsSent'), received: sum('bytesReceived') + outer * sum('packetsReceived'), at: lines[0]?.timestamp ?? Number.NaN,
    };
  }, OUTER_BYTES);
}
