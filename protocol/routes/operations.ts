import { z } from 'zod';
import { routePaths as at } from './paths.ts';
import { route } from './rows.ts';

const health = z.object({
  status: z.enum(['ok', 'degraded', 'stopping']),
  version: z.string(),
  node: z.string(),
  mediasoup: z.string(),
  workers: z.array(z.object({ pid: z.int(), alive: z.boolean(), sessions: z.int() })),
  store: z.object({ state: z.string(), repairedBytes: z.number(), damagedLogs: z.int() }),
  uptimeSeconds: z.number(),
});
export type Health = z.infer<typeof health>;

export const operationsRoutes = {
  health: route({ ...at.health, access: 'public', reply: health, doc: 'Versions, workers, store. 503 unless ok.' }),
  metrics: route({ ...at.metrics, access: 'local', doc: 'Prometheus figures, for this machine or with the METRICS_TOKEN.' }),
};
