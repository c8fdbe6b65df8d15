import type { WorkerPool } from './pool.ts';
import type { MediaSessions } from './sessions.ts';

/** What runs, for the metrics page. */
export interface MediaFigures {
  readonly sessions: number;
  readonly peers: number;
  readonly sent: number;
  readonly received: number;
  /** Workers that were started in place of one that died, since the server started. */
  readonly restarts: number;
  readonly workers: readonly { readonly pid: number; readonly cpuSeconds: number; readonly residentBytes: number }[];
}

export async function measure(pool: WorkerPool, sessions: MediaSessions): Promise<MediaFigures> {
  const all = [...sessions.all()];
  const peers = all.flatMap((session) => session.peers);
  const workers = await Promise.all(pool.running.map(async (one) => {
    const usage = await one.worker.getResourceUsage().catch(() => undefined);
    return usage && { pid: one.pid, cpuSeconds: (usage.ru_utime + usage.ru_stime) / 1000, residentBytes: usage.ru_maxrss * 1024 };
  }));
  return {
    sessions: all.length,
    peers: peers.length,
    sent: peers.reduce((sum, peer) => sum + peer.sent.size, 0),
    received: peers.reduce((sum, peer) => sum + peer.received.size, 0),
    restarts: pool.restarts,
    workers: workers.filter((one) => one !== undefined),
  };
}
