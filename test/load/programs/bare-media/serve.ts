/** The bare page's server: one router on one worker, the product's codecs, one WebSocket for the questions. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createWorker } from 'mediasoup';
import type { Consumer, DtlsParameters, Producer, Router, RtpCapabilities, RtpParameters, WebRtcServer, WebRtcTransport } from 'mediasoup/types';
import { build } from 'vite';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { mediaCodecs } from '../../../../server/media/codecs.ts';
import type { BareReplies, BareRequests } from './messages.ts';

const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript' };

export interface BareMedia {
  readonly url: string;
  close(): Promise<void>;
}

export async function serveBareMedia(workerBin: string): Promise<BareMedia> {
  const files = await buildPage();
  const worker = await createWorker({ workerBin, logLevel: 'none' });
  const webRtcServer = await worker.createWebRtcServer({
    listenInfos: [{ protocol: 'udp', ip: '127.0.0.1' }, { protocol: 'tcp', ip: '127.0.0.1' }],
  });
  const router = await worker.createRouter({ mediaCodecs });
  const http = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : request.url ?? '';
    const body = files.get(path);
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': types[path.split('.').at(-1)!] ?? 'text/plain' }).end(body);
  });
  const producers = new Map<string, Producer>();
  new WebSocketServer({ server: http, perMessageDeflate: false }).on('connection', (socket) => answer(socket, { router, webRtcServer, producers }));
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    async close() {
      worker.close();
      http.closeAllConnections();
      http.close();
    },
  };
}

async function buildPage(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const built = await build({
    configFile: false, root: fileURLToPath(new URL('.', import.meta.url)), logLevel: 'error', build: { write: false, target: 'es2022' },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => 'output' in one ? one.output : []);
  return new Map(outputs.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]));
}

interface Bare {
  readonly router: Router;
  readonly webRtcServer: WebRtcServer;
  /** What everybody sends. */
  readonly producers: Map<string, Producer>;
}

type Handlers = { readonly [N in keyof BareRequests]: (data: BareRequests[N]) => Promise<BareReplies[N]> };

function answer(socket: WebSocket, { router, webRtcServer, producers }: Bare): void {
  const transports = new Map<string, WebRtcTransport>();
  const consumers = new Map<string, Consumer>();
  const own = new Set<string>();
  const handlers: Handlers = {
    capabilities: async () => router.rtpCapabilities,
    transport: async () => {
      const transport = await router.createWebRtcTransport({ webRtcServer });
      transports.set(transport.id, transport);
      const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
      return { id, iceParameters, iceCandidates, dtlsParameters };
    },
    connect: async ({ transport, dtlsParameters }) => {
      await transports.get(transport)!.connect({ dtlsParameters: dtlsParameters as DtlsParameters });
      return null;
    },
    produce: async ({ transport, kind, rtpParameters }) => {
      const producer = await transports.get(transport)!.produce({ kind, rtpParameters: rtpParameters as RtpParameters });
      producers.set(producer.id, producer);
      own.add(producer.id);
      producer.observer.once('close', () => producers.delete(producer.id));
      return { id: producer.id };
    },
    consume: async ({ transport, rtpCapabilities }) => Promise.all([...producers.keys()].filter((id) => !own.has(id)).map(async (producerId) => {
      const consumer = await transports.get(transport)!.consume({ producerId, rtpCapabilities: rtpCapabilities as RtpCapabilities, paused: true });
      consumers.set(consumer.id, consumer);
      const { id, kind, rtpParameters } = consumer;
      return { id, producerId, kind, rtpParameters };
    })),
    resume: async ({ consumer }) => {
      await consumers.get(consumer)!.resume();
      return null;
    },
    close: async ({ producer }) => {
      producers.get(producer)?.close();
      return null;
    },
  };
  socket.on('message', (text) => {
    const { id, name, data } = JSON.parse(String(text)) as { id: number; name: keyof BareRequests; data: never };
    void handlers[name](data).then((reply) => socket.send(JSON.stringify({ id, reply })));
  });
  socket.on('close', () => {
    for (const transport of transports.values()) transport.close();
  });
}
