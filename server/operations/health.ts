import type { Response } from 'express';
import type { Health } from '../../protocol/routes/operations.ts';
import type { StoreStatus } from '../store/store.ts';

/** A media worker as operations see it. */
export interface WorkerHealth {
  readonly pid: number;
  readonly alive: boolean;
  readonly sessions: number;
}

export interface HealthFacts {
  readonly version: string;
  readonly mediasoup: string;
  readonly workers: readonly WorkerHealth[];
  /** False while workers die again and again. */
  readonly isMediaReady: boolean;
  readonly store: StoreStatus;
  readonly isStopping: boolean;
}

/** What /healthz says. degraded: people notice something, or will at the next restart of a worker. */
export function healthOf(facts: HealthFacts): Health {
  const { store, workers } = facts;
  const isWhole = store.state === 'ok' && facts.isMediaReady && workers.every((worker) => worker.alive);
  return {
    status: facts.isStopping ? 'stopping' : isWhole ? 'ok' : 'degraded',
    version: facts.version,
    node: process.versions.node,
    mediasoup: facts.mediasoup,
    workers: [...workers],
    store: {
      state: store.state,
      repairedBytes: store.repairs.reduce((sum, repair) => sum + repair.bytes, 0),
      damagedLogs: store.damagedLogs.length,
    },
    uptimeSeconds: Math.round(process.uptime()),
  };
}

/** 503 unless ok, so that whoever asks needs to read the status alone. */
export function answerHealth(response: Response, health: Health): void {
  response.setHeader('Cache-Control', 'no-store');
  response.status(health.status === 'ok' ? 200 : 503).json(health);
}
