import * as mediasoup from 'mediasoup';
import type { DirectTransport, Producer } from 'mediasoup/types';
import { audio } from '../media/support.ts';
import type { Page } from '../media/support.ts';

const lines = new Map<string, DirectTransport>();
const producers = new Map<string, Producer>();
let sequence = 0;

/**
 * From here on the worker's lines begin and end in this process: what goes over them is real RTP through the real worker, and
 * every byte that it lets out is counted, without a browser.
 */
export function useDirectLines(): void {
  mediasoup.observer.on('newworker', (worker) => worker.observer.on('newrouter', (router) => {
    const createWebRtcTransport = async (): Promise<unknown> => {
      const line = await router.createDirectTransport();
      lines.set(line.id, line);
      line.observer.on('newproducer', (producer) => producers.set(producer.id, producer));
      // What the platform asks of a line over the network, and this one does not have.
      const set = { setMaxIncomingBitrate: async () => undefined, iceParameters: {}, iceCandidates: [], dtlsParameters: {} };
      return Object.assign(line, set);
    };
    Object.assign(router, { createWebRtcTransport });
  }));
}

/** Bytes of sound and picture that the worker has let out to this page. */
export async function bytesTo(page: Page): Promise<number> {
  const [stats] = await lines.get(page.offer.receive.id)!.getStats();
  return stats!.rtpBytesSent;
}

/** Publishes sound, with the parameters of which its packets can be made. */
export async function speak(page: Page, alongside?: string, more: Parameters<Page['publish']>[1] = {}): Promise<{ readonly id: string; say(packets: number): void } | string> {
  const rtpParameters = audio();
  const { ssrc } = rtpParameters.encodings[0]!;
  const done = await page.publish('microphone', { rtpParameters: rtpParameters as never, ...(alongside === undefined ? {} : { alongside }), ...more });
  if (!done.ok) return done.error.code;
  const producer = producers.get(done.value.id)!;
  return {
    id: done.value.id,
    say(packets) {
      for (let count = 0; count < packets; count += 1) producer.send(packet(ssrc));
    },
  };
}

/** An RTP packet (RFC 3550) with a hundred bytes of Opus. */
function packet(ssrc: number): Buffer {
  sequence += 1;
  const head = Buffer.alloc(12);
  head.writeUInt8(0x80, 0);
  head.writeUInt8(111, 1);
  head.writeUInt16BE(sequence % 2 ** 16, 2);
  head.writeUInt32BE(sequence * 960, 4);
  head.writeUInt32BE(ssrc, 8);
  return Buffer.concat([head, Buffer.alloc(100, 0x78)]);
}
