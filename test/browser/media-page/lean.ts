import type { Device, Producer, Transport } from 'mediasoup-client/types';
import { interpreterCodec } from '../../../client/media/booth.ts';
import { openDevice } from '../../../client/media/handler.ts';
import { codecOptionsFor } from '../../../client/media/profiles.ts';
import { FLOOR_CHANNEL } from '../../../protocol/live/publications.ts';
import type { Channel } from '../../../protocol/live/publications.ts';
import type { ConsumerOffer, MediaOffer } from '../../../protocol/requests/table.ts';
import type { RequestInput } from '../../../protocol/table.ts';

declare global {
  interface Window {
    /** These ask the server in the name of one of those below; whoever opens the page sees to it. */
    leanConnect: (who: string, transport: string, dtlsParameters: object) => Promise<void>;
    leanPublish: (who: string, transport: string, channel: Channel, rtpParameters: object) => Promise<string>;
  }
}

const listeners = new Map<string, { readonly device: Device; readonly transport: Transport }>();
const voices = new Map<string, Producer>();
let context: AudioContext | undefined;

/** Many people in one page: each has a line of their own, sends a tone or receives what the server sends, and plays nothing. */
export const lean = {
  /** Somebody who listens. Answers what they can receive. */
  async open(who: string, offer: MediaOffer): Promise<RequestInput<'media.receive'>['rtpCapabilities']> {
    const device = await openDevice(offer);
    const transport = device.createRecvTransport(offer.receive as never);
    connectBy(who, transport);
    listeners.set(who, { device, transport });
    return device.recvRtpCapabilities as RequestInput<'media.receive'>['rtpCapabilities'];
  },

  async take(who: string, offers: readonly ConsumerOffer[]): Promise<void> {
    const { transport } = listeners.get(who)!;
    // At once: the browser agrees on all of them with one look.
    await Promise.all(offers.map(({ id, publication, kind, rtpParameters }) => transport.consume({ id, producerId: publication, kind, rtpParameters: rtpParameters as never, streamId: publication })));
  },

  /** Somebody who sends a tone: to the floor, or standing by on the channel of a language, as the product's own page sends them. */
  async speak(who: string, offer: MediaOffer, channel: Channel, frequency: number): Promise<void> {
    const device = await openDevice(offer);
    const transport = device.createSendTransport(offer.send as never);
    connectBy(who, transport);
    transport.on('produce', ({ rtpParameters }, done, failed) => void answer(async () => ({ id: await window.leanPublish(who, transport.id, channel, rtpParameters) }), done, failed));
    context ??= new AudioContext({ sampleRate: 48_000 });
    const out = context.createMediaStreamDestination();
    const tone = new OscillatorNode(context, { frequency });
    tone.connect(new GainNode(context, { gain: 0.1 })).connect(out);
    tone.start();
    const isFloor = channel === FLOOR_CHANNEL;
    const voice = await transport.produce({ track: out.stream.getAudioTracks()[0]!, codecOptions: isFloor ? codecOptionsFor('microphone', false, true) : interpreterCodec, stopTracks: false });
    if (!isFloor) voice.pause();
    voices.set(who, voice);
  },

  /** Their turn begins. */
  sound(who: string): void {
    voices.get(who)!.resume();
  },
};

function connectBy(who: string, transport: Transport): void {
  transport.on('connect', ({ dtlsParameters }, done, failed) => void answer(() => window.leanConnect(who, transport.id, dtlsParameters), done, failed));
}

/** The library wants its callbacks called. */
async function answer<T>(ask: () => Promise<T>, done: (value: T) => void, failed: (error: Error) => void): Promise<void> {
  try {
    done(await ask());
  } catch (error) {
    failed(error as Error);
  }
}
