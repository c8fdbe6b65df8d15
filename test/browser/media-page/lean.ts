import type { Device, Transport } from 'mediasoup-client/types';
import { openDevice } from '../../../client/media/handler.ts';
import type { ConsumerOffer, MediaOffer } from '../../../protocol/requests/table.ts';
import type { RequestInput } from '../../../protocol/table.ts';

declare global {
  interface Window {
    /** Asks the server in the name of one of the listeners below; whoever opens the page sees to it. */
    leanConnect: (who: string, transport: string, dtlsParameters: object) => Promise<void>;
  }
}

const listeners = new Map<string, { readonly device: Device; readonly transport: Transport }>();

/** Many listeners in one page: each has a line of its own, receives what the server sends, and plays nothing. */
export const lean = {
  /** Answers what the listener can receive. */
  async open(who: string, offer: MediaOffer): Promise<RequestInput<'media.receive'>['rtpCapabilities']> {
    const device = await openDevice(offer);
    const transport = device.createRecvTransport(offer.receive as never);
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      const connect = async (): Promise<void> => {
        try {
          await window.leanConnect(who, transport.id, dtlsParameters);
          done();
        } catch (error) {
          failed(error as Error);
        }
      };
      void connect();
    });
    listeners.set(who, { device, transport });
    return device.recvRtpCapabilities as RequestInput<'media.receive'>['rtpCapabilities'];
  },

  async take(who: string, offers: readonly ConsumerOffer[]): Promise<void> {
    for (const { id, publication, kind, rtpParameters } of offers) {
      await listeners.get(who)!.transport.consume({ id, producerId: publication, kind, rtpParameters: rtpParameters as never, streamId: publication });
    }
  },
};
