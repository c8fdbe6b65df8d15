import type { LiveHost } from '../live/host.ts';
import type { LiveSession } from '../live/session.ts';
import type { Log } from '../log.ts';
import { decideTimeUp } from './decide/closing.ts';

/** The longest that a timer of Node.js waits, ms. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Brings everybody back when the time of their groups is over, also while nobody who leads the class is connected. What it waits
 * for is in the state, so that a server that comes back waits again as soon as somebody does.
 */
export function keepGroupTime({ host, log }: { readonly host: Pick<LiveHost, 'onChange'>; readonly log: Log }): { close(): void } {
  const waiting = new Map<string, { readonly endsAt: number; readonly timer: NodeJS.Timeout }>();
  const stop = (session: string): void => {
    clearTimeout(waiting.get(session)?.timer);
    waiting.delete(session);
  };
  const wait = (live: LiveSession, endsAt: number): void => {
    const timer = setTimeout(() => {
      waiting.delete(live.id);
      live.decide('system', (state) => decideTimeUp(state, Date.now())).catch((error: unknown) => log.error({ err: error }, 'groups could not be closed in time'));
    }, Math.min(LONGEST_MS, Math.max(0, endsAt - Date.now()))).unref();
    waiting.set(live.id, { endsAt, timer });
  };
  host.onChange((live, { after }) => {
    if (after.session.kind !== 'class') return;
    const endsAt = after.class.groups.open?.endsAt;
    if (waiting.get(live.id)?.endsAt === endsAt) return;
    stop(live.id);
    if (endsAt !== undefined) wait(live, endsAt);
  });
  return {
    close() {
      for (const session of waiting.keys()) stop(session);
    },
  };
}
