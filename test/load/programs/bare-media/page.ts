/**
 * The least that a page with mediasoup needs: it asks the server what it can do and opens camera and microphone when it
 * is loaded; a click makes two transports, receives what there is, and sends. No rooms, no rights, no state, no screen.
 */
import { Device } from 'mediasoup-client';
import type { Producer, RtpCapabilities, Transport, TransportOptions } from 'mediasoup-client/types';
import { codecOptionsFor, encodingsFor } from '../../../../client/media/profiles.ts';
import type { BareReplies, BareRequests } from './messages.ts';

const socket = new WebSocket(`ws://${location.host}/`);
const asked = new Map<number, (reply: never) => void>();
let next = 0;

function ask<N extends keyof BareRequests>(name: N, data: BareRequests[N]): Promise<BareReplies[N]> {
  const id = next++;
  socket.send(JSON.stringify({ id, name, data }));
  return new Promise((resolve) => {
    asked.set(id, resolve);
  });
}

socket.onmessage = ({ data }: MessageEvent<string>) => {
  const { id, reply } = JSON.parse(data) as { id: number; reply: never };
  asked.get(id)?.(reply);
  asked.delete(id);
};
await new Promise((resolve) => {
  socket.onopen = resolve;
});

const device = await Device.factory();
await device.load({ routerRtpCapabilities: await ask('capabilities', {}) as RtpCapabilities });
const stream = await navigator.mediaDevices.getUserMedia({
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 25, max: 30 } },
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: { ideal: 1 } },
});

const producers: Producer[] = [];

async function transport(direction: 'send' | 'receive'): Promise<Transport> {
  const options = await ask('transport', {}) as TransportOptions;
  const made = direction === 'send' ? device.createSendTransport(options) : device.createRecvTransport(options);
  made.on('connect', async ({ dtlsParameters }, done) => {
    await ask('connect', { transport: made.id, dtlsParameters });
    done();
  });
  made.on('produce', async ({ kind, rtpParameters }, done) => done(await ask('produce', { transport: made.id, kind, rtpParameters })));
  return made;
}

async function send(): Promise<void> {
  const sending = await transport('send');
  for (const source of ['camera', 'microphone'] as const) {
    const [track] = source === 'camera' ? stream.getVideoTracks() : stream.getAudioTracks();
    producers.push(await sending.produce({
      track: track!.clone(), encodings: encodingsFor(source), codecOptions: codecOptionsFor(source, false),
    }));
  }
}

async function receive(): Promise<void> {
  const receiving = await transport('receive');
  for (const { kind, ...offer } of await ask('consume', { transport: receiving.id, rtpCapabilities: device.recvRtpCapabilities })) {
    const consumer = await receiving.consume({ ...offer, kind, rtpParameters: offer.rtpParameters as never });
    const player = document.createElement(kind);
    player.autoplay = true;
    player.srcObject = new MediaStream([consumer.track]);
    document.body.append(player);
    void ask('resume', { consumer: consumer.id });
  }
}

const bare = {
  send,
  /** Sends nothing any more. */
  stop: async (): Promise<void> => {
    for (const producer of producers.splice(0)) {
      producer.close();
      await ask('close', { producer: producer.id });
    }
  },
};
declare global {
  interface Window {
    bare: typeof bare;
  }
}
window.bare = bare;

const button = document.querySelector('button')!;
button.onclick = () => void Promise.all([receive(), send()]);
button.disabled = false;
