import { randomUUID } from 'node:crypto';
import { afterEach, onTestFinished } from 'vitest';
import type { Result } from '../../../protocol/errors.ts';
import type { KindName, Role } from '../../../protocol/kinds.ts';
import type { Draft } from '../../../protocol/live/event.ts';
import type { Source } from '../../../protocol/live/publications.ts';
import type { ConsumerOffer, MediaOffer } from '../../../protocol/requests/table.ts';
import type { CommandInput, CommandName, NoticeName, RequestInput, RequestName, RequestReply } from '../../../protocol/table.ts';
import { requestRow } from '../../../protocol/table.ts';
import { Connection, Connections } from '../../../server/live/connection.ts';
import type { LiveSocket } from '../../../server/live/connection.ts';
import { parse } from '../../../server/live/parse.ts';
import { decideKnock } from '../../../server/live/decide/knock.ts';
import { LiveSession } from '../../../server/live/session.ts';
import { openLog } from '../../../server/log.ts';
import { openMedia } from '../../../server/media/media.ts';
import type { Media, MediaOptions } from '../../../server/media/media.ts';
import { workerBinary } from '../../../tools/setup/worker-place.mjs';
import { MemoryLog } from '../../unit/live/memory-log.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** The media plane with real workers, and sessions in memory. */
export interface Plant {
  readonly media: Media;
  readonly connections: Connections;
  session(id: string, people: Readonly<Record<string, Role>>, kind?: KindName): Promise<Gathering>;
}

export async function plant(settings: Partial<MediaOptions['settings']> = {}): Promise<Plant> {
  const connections = new Connections();
  const media = await openMedia({
    settings: {
      HOST: '127.0.0.1', PUBLIC_URL: undefined, MEDIA_ADDRESS: undefined, MEDIA_PORT: 0, MEDIA_WORKERS: 1, TURN_URLS: undefined,
      TURN_SECRET: undefined, MEDIASOUP_WORKER_BIN: process.env['MEDIASOUP_WORKER_BIN'] ?? workerBinary(), ...settings,
    },
    log: openLog('silent'),
    notify: (session, participant, name, payload) => connections.seated(session, participant)?.notify(name, payload),
  });
  closing.push(() => media.close());
  return { media, connections, session: (id, people, kind = 'plain') => gather(media, connections, id, people, kind) };
}

/** A session with people inside, each with an opened page. */
export class Gathering {
  readonly live: LiveSession;
  readonly pages: Readonly<Record<string, Page>>;

  constructor(live: LiveSession, pages: Readonly<Record<string, Page>>) {
    this.live = live;
    this.pages = pages;
  }

  page(who: string): Page {
    return this.pages[who]!;
  }

  command<N extends CommandName>(who: string, name: N, payload: CommandInput<N>): Promise<Result<unknown>> {
    return this.live.run(who, randomUUID(), name, payload);
  }

  get published(): string[] {
    return Object.values(this.live.state.publications).map((one) => `${one.participant} ${one.source}`).toSorted();
  }
}

async function gather(media: Media, connections: Connections, id: string, people: Readonly<Record<string, Role>>, kind: KindName): Promise<Gathering> {
  const live = await LiveSession.open(id, new MemoryLog());
  live.onChange((change) => media.changed(live, change));
  const [host] = Object.keys(people);
  await live.record(
    {
      type: 'session.scheduled',
      data: { id, kind, title: 'A session', languages: ['en'], startsAt: 1, endsAt: 2, zone: 'UTC', lobby: false, administration: 'north', createdBy: host! },
    },
    ...Object.entries(people).map(([who, role]): Draft => ({
      type: 'participant.invited', data: { id: who, name: who, administration: 'north', administrationName: 'North', country: 'NO', language: 'en', person: who, role },
    })),
  );
  const pages: Record<string, Page> = {};
  for (const who of Object.keys(people)) {
    const done = await live.decide(who, (state) => decideKnock(state, who));
    if (!done.ok) throw new Error(done.error.code);
    pages[who] = new Page(media, connections, live, who);
  }
  return new Gathering(live, pages);
}

/** One opened page: what a client would ask, over the handlers and schemas that the gateway uses. */
export class Page {
  readonly connection: Connection;
  readonly notices: { name: NoticeName; payload: unknown }[] = [];
  readonly #media: Media;
  readonly #live: LiveSession;
  #waiting: (() => void)[] = [];
  offer!: MediaOffer;

  constructor(media: Media, connections: Connections, live: LiveSession, participant: string, stage: Connection['stage'] = 'seated') {
    this.#media = media;
    this.#live = live;
    const socket = {
      id: randomUUID(), connected: true, data: { session: live.id, participant, signIn: 'x' },
      emit: (_frame: string, notice: { name: NoticeName; payload: unknown }) => {
        this.notices.push(notice);
        for (const wake of this.#waiting.splice(0)) wake();
      },
    };
    this.connection = new Connection(socket as unknown as LiveSocket);
    this.connection.instance = randomUUID();
    this.connection.stage = stage;
    connections.add(this.connection);
  }

  async request<N extends RequestName>(name: N, payload: RequestInput<N>): Promise<Result<RequestReply<N>>> {
    const parsed = parse(requestRow(name).payload, payload);
    if (!parsed.ok) return parsed;
    const handlers = this.#media.requests as Record<string, (live: LiveSession, connection: Connection, payload: unknown) => Promise<unknown>>;
    return handlers[name]!(this.#live, this.connection, parsed.value) as Promise<Result<RequestReply<N>>>;
  }

  async open(purpose: 'session' | 'test' = 'session'): Promise<MediaOffer> {
    this.offer = value(await this.request('media.open', { purpose }));
    return this.offer;
  }

  publish(source: Source, more: Partial<RequestInput<'media.publish'>> = {}): Promise<Result<{ id: string }>> {
    const kind = source === 'microphone' || source === 'screenAudio' ? 'audio' : 'video';
    return this.request('media.publish', {
      transport: this.offer.send.id, kind, source, paused: false, rtpParameters: (kind === 'audio' ? audio() : video()) as never, ...more,
    });
  }

  receive(...publications: string[]): Promise<Result<{ consumers: ConsumerOffer[] }>> {
    return this.request('media.receive', { publications, rtpCapabilities: this.offer.routerRtpCapabilities as Record<string, never> });
  }

  /** Resolves once a notice of this name has come, this time or before. */
  async noticed(name: NoticeName): Promise<unknown> {
    for (;;) {
      const found = this.notices.find((notice) => notice.name === name);
      if (found) return found.payload;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }
}

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.detail ?? ''}`);
  return result.value;
}

export function code(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.error.code;
}

let ssrc = 1_000;
export function audio() {
  ssrc += 10;
  return {
    mid: String(ssrc), codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2, parameters: { useinbandfec: 1 } }],
    encodings: [{ ssrc, dtx: true }], headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 10 }], rtcp: { cname: 'x' },
  };
}
export function video() {
  ssrc += 10;
  return {
    mid: String(ssrc), codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000, rtcpFeedback: [{ type: 'nack' }] }],
    encodings: [{ rid: 'r0', maxBitrate: 100_000 }, { rid: 'r1' }, { rid: 'r2' }], rtcp: { cname: 'x' },
  };
}

/** Asks again and again, without a fixed pause, until the answer is yes; the test's own time-out is the limit. */
export async function until(test: () => boolean | Promise<boolean>): Promise<void> {
  let over = false;
  onTestFinished(() => {
    over = true;
  });
  while (!over && !(await test())) await new Promise((resolve) => setTimeout(resolve, 20));
}
