import { availableParallelism } from 'node:os';
import { setLogEventListeners } from 'mediasoup';
import { SYSTEM } from '../../protocol/live/ids.ts';
import type { RequestHandlers, MediaSeats } from '../live/handlers.ts';
import type { Change, LiveSession } from '../live/session.ts';
import { decided, nothing } from '../live/decide/decision.ts';
import type { Log } from '../log.ts';
import type { Settings } from '../settings.ts';
import { bindings, listenInfos, machineAddress, ownAddresses } from './addresses.ts';
import { measure } from './figures.ts';
import type { MediaFigures } from './figures.ts';
import type { Notify } from './notify.ts';
import { WorkerPool } from './pool.ts';
import type { WorkerStatus } from './pool.ts';
import { mediaRequests, openFor } from './requests.ts';
import { MediaSessions } from './sessions.ts';
import { workerProgram } from './worker.ts';
import type { MediaWorker } from './worker.ts';

export interface MediaOptions {
  readonly settings: Pick<Settings,
    'HOST' | 'PUBLIC_URL' | 'MEDIA_ADDRESS' | 'MEDIA_PORT' | 'MEDIA_WORKERS' | 'MEDIASOUP_WORKER_BIN' | 'TURN_URLS' | 'TURN_SECRET'>;
  /** The address that the HTTP server really listens on. Default: HOST. */
  readonly host?: string;
  readonly log: Log;
  readonly notify: Notify;
}

/** The media plane: who sends and receives what, over which worker. */
export interface Media {
  readonly seats: MediaSeats;
  readonly requests: Omit<RequestHandlers, 'session.join'>;
  /** To be told of every change of every session, before anybody else acts on it. */
  changed(live: LiveSession, change: Change): void;
  status(): WorkerStatus[];
  /** False while a worker that dies again and again waits for its next start, or none is alive. */
  readonly ready: boolean;
  figures(): Promise<MediaFigures>;
  close(): Promise<void>;
}

/** Starts the workers. Throws a MediaStartError whose message says what to do. */
export async function openMedia({ settings, host = settings.HOST, log, notify }: MediaOptions): Promise<Media> {
  setLogEventListeners({
    onwarn: (namespace, text) => log.debug({ namespace }, text),
    onerror: (namespace, text) => log.warn({ namespace }, text),
  });
  const places = bindings({
    announced: settings.MEDIA_ADDRESS, host, behindProxy: settings.PUBLIC_URL !== undefined,
    machine: await machineAddress(), own: ownAddresses(),
  });
  const { TURN_URLS: urls, TURN_SECRET: secret } = settings;
  const turn = urls !== undefined && secret !== undefined ? { urls, secret } : undefined;
  const sessions: MediaSessions = new MediaSessions(() => pool, notify);
  const pool = await WorkerPool.open({
    program: workerProgram(settings.MEDIASOUP_WORKER_BIN),
    size: settings.MEDIA_WORKERS ?? availableParallelism(),
    listenInfos: (index) => listenInfos(places, settings.MEDIA_PORT === 0 ? 0 : settings.MEDIA_PORT + index),
    log,
    died: (worker) => lost(sessions, worker, notify, log),
  });
  log.info({ workers: pool.status.map((one) => one.pid), places }, 'media');

  return {
    seats: {
      kept: (session, participant, instance) => sessions.get(session)?.peer(participant, instance, 'session') !== undefined,
      offer: (live, connection) => openFor(sessions, turn, live, connection, 'session'),
      release: (live, participant, instance) =>
        sessions.closePeers(live, sessions.get(live.id)?.peersOf(participant).filter((peer) => peer.instance === instance) ?? []),
    },
    requests: mediaRequests(sessions, turn),
    changed: (live, { before, after }) => {
      // Only these decide who may send and receive; a page turn or a message costs nothing here.
      const stands = before.participants === after.participants && before.rooms === after.rooms
        && before.publications === after.publications && before.session === after.session && before.interpretation === after.interpretation;
      if (!stands) sessions.get(live.id)?.reconcile(after);
    },
    status: () => pool.status,
    get ready() {
      return pool.ready;
    },
    figures: () => measure(pool, sessions),
    async close() {
      sessions.close();
      await pool.close();
    },
  };
}

/** The log learns that the streams are gone, and those who were on the worker that they have to open media again. */
function lost(sessions: MediaSessions, worker: MediaWorker, notify: Notify, log: Log): void {
  for (const session of sessions.lose(worker)) {
    const { live } = session;
    const hit = new Set(session.peers.filter((peer) => peer.purpose === 'session').map((peer) => peer.participant));
    session.close();
    live.decide(SYSTEM, ({ publications }) =>
      Object.keys(publications).length > 0 ? decided({ type: 'media.reset', data: {} }) : nothing)
      .catch((error: unknown) => log.error({ err: error }, 'media.reset was not recorded'));
    for (const participant of hit) notify(live.id, participant, 'media.lost', {});
  }
}
