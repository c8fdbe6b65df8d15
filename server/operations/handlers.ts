import type { Health } from '../../protocol/routes/operations.ts';
import type { RouteHandlers } from '../http/call.ts';
import { answerHealth } from './health.ts';
import type { Metrics } from './metrics.ts';

export function operationsHandlers(health: () => Health, metrics: Metrics): RouteHandlers<'health' | 'metrics'> {
  return {
    health: async ({ response }) => {
      const now = health();
      answerHealth(response, now);
      return now;
    },
    metrics: async ({ response }) => {
      response.set({ 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' });
      response.send(await metrics.text());
    },
  };
}
