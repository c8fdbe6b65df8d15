import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { MediaFigures } from '../media/figures.ts';
import type { StoreStatus } from '../store/store.ts';
import type { WorkerHealth } from './health.ts';

/** Read when somebody asks for the figures. */
export interface MetricsSources {
  readonly sessionsOpen: () => number;
  readonly connections: () => number;
  readonly workers: () => readonly WorkerHealth[];
  readonly media: () => Promise<MediaFigures>;
  readonly store: () => StoreStatus;
  readonly mailWaiting: () => number;
}

export interface Metrics {
  /** A frame of the live connection was answered. `name` is one of the protocol table, `code` "ok" or a refusal's. */
  frame(direction: 'command' | 'request', name: string, code: string, seconds: number): void;
  /** An HTTP request was answered. */
  request(route: string, status: number, seconds: number): void;
  /** In Prometheus' text form. */
  text(): Promise<string>;
  readonly contentType: string;
  close(): void;
}

const NS_PER_S = 1e9;

/** Figures without personal data: no ids of sessions or people, only names from the protocol's tables. */
export function openMetrics(sources: MetricsSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({ name, help, registers, collect() { this.set(read()); } });
  };
  gauge('gangway_sessions_open', 'Sessions held in memory.', sources.sessionsOpen);
  gauge('gangway_connections', 'Live connections.', sources.connections);
  gauge('gangway_media_workers', 'Media workers that are alive.', () => sources.workers().filter((worker) => worker.alive).length);
  gauge('gangway_store_ok', '1 while the store takes writes.', () => Number(sources.store().state === 'ok'));
  gauge('gangway_store_damaged_logs', 'Session logs that are damaged.', () => sources.store().damagedLogs.length);
  gauge('gangway_mail_waiting', 'Mails that wait for another attempt.', sources.mailWaiting);
  gauge('gangway_memory_bytes', 'Resident memory of the server.', () => process.memoryUsage.rss());
  gauge('gangway_uptime_seconds', 'Seconds since the server started.', () => process.uptime());

  const mediaFigures = {
    gangway_media_sessions: { help: 'Sessions with media.', of: (figures: MediaFigures) => figures.sessions },
    gangway_media_peers: { help: 'Pages with media, tests before joining included.', of: (figures: MediaFigures) => figures.peers },
    gangway_media_producers: { help: 'Streams that come from participants.', of: (figures: MediaFigures) => figures.sent },
    gangway_media_consumers: { help: 'Streams that are sent to participants.', of: (figures: MediaFigures) => figures.received },
    gangway_media_worker_restarts: { help: 'Workers that took the place of one that died.', of: (figures: MediaFigures) => figures.restarts },
  };
  // One look at the workers for all of them.
  const media = Object.entries(mediaFigures).map(([name, { help, of }]) => ({ gauge: new Gauge({ name, help, registers }), of }));
  const workerCpu = new Gauge({ name: 'gangway_media_worker_cpu_seconds', help: 'CPU time that a worker has used.', labelNames: ['worker'], registers });
  const workerMemory = new Gauge({ name: 'gangway_media_worker_memory_bytes', help: 'Largest resident memory of a worker.', labelNames: ['worker'], registers });
  const readMedia = async (): Promise<void> => {
    const figures = await sources.media();
    for (const one of media) one.gauge.set(one.of(figures));
    workerCpu.reset();
    workerMemory.reset();
    for (const [index, worker] of figures.workers.entries()) {
      workerCpu.set({ worker: String(index) }, worker.cpuSeconds);
      workerMemory.set({ worker: String(index) }, worker.residentBytes);
    }
  };

  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  new Gauge({
    name: 'gangway_event_loop_delay_seconds', help: 'Delay of the event loop since the figures were last read.', labelNames: ['quantile'], registers,
    collect() {
      this.set({ quantile: '0.5' }, delay.percentile(50) / NS_PER_S);
      this.set({ quantile: '0.99' }, delay.percentile(99) / NS_PER_S);
      this.set({ quantile: '1' }, delay.max / NS_PER_S);
      delay.reset();
    },
  });

  const frames = new Counter({
    name: 'gangway_frames_total', help: 'Commands and requests by name and outcome.', labelNames: ['direction', 'name', 'code'], registers,
  });
  const frameSeconds = new Histogram({
    name: 'gangway_frame_seconds', help: 'Seconds until a command or request was acknowledged.', labelNames: ['direction'], registers,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
  });
  const requests = new Counter({ name: 'gangway_http_requests_total', help: 'HTTP requests by route.', labelNames: ['route', 'status'], registers });
  const requestSeconds = new Histogram({
    name: 'gangway_http_request_seconds', help: 'Seconds until a request was answered.', registers, buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.5, 10],
  });

  return {
    frame(direction, name, code, seconds) {
      frames.inc({ direction, name, code });
      frameSeconds.observe({ direction }, seconds);
    },
    request(route, status, seconds) {
      requests.inc({ route, status: String(status) });
      requestSeconds.observe(seconds);
    },
    async text() {
      await readMedia();
      return registry.metrics();
    },
    contentType: registry.contentType,
    close: () => delay.disable(),
  };
}
