import { SYSTEM } from '../../protocol/live/ids.ts';
import type { LiveHost } from '../live/host.ts';
import type { LiveSession } from '../live/session.ts';
import type { Log } from '../log.ts';
import { decideTimeUp } from './decide/closing.ts';

/** Until it is tried again, ms. */
const AGAIN_MS = 1_000;
/** The longest that a timer of Node.js waits, ms. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Brings everybody back when the time of their groups is over, also while nobody who leads the class is connected. What it waits
 * for is in the state, so that a server that comes back waits again as soon as somebody does.
 */
export function keepGroupTime({ host, log }: { readonly host: Pick<LiveHost, 'onChange'>; readonly log: Log }): { close(): void } {
  const waiting = new Map<string, { readonly endsAt: number; readonly timer: NodeJS.Timeout }>();
  let isClosed = false;
  const stop = (session: string): void => {
    clearTimeout(waiting.get(session)?.timer);
    waiting.delete(session);
  };
  const strike = async (live: LiveSession): Promise<void> => {
    waiting.delete(live.id);
    try {
      const done = await live.decide(SYSTEM, (state) => decideTimeUp(state, Date.now()));
      if (!done.ok) log.error({ code: done.error.code }, 'groups could not be closed in time');
    } catch (error) {
      log.error({ err: error }, 'groups could not be closed in time');
    }
    // A timer may come a moment early, a clock may be set back, a store may be full: they are brought back all the same.
    const { open } = live.state.class.groups;
    if (!isClosed && open?.endsAt !== undefined && !waiting.has(live.id)) wait(live, Math.max(open.endsAt, Date.now() + AGAIN_MS));
  };
  const wait = (live: LiveSession, endsAt: number): void => {
    const timer = setTimeout(() => void strike(live), Math.min(LONGEST_MS, Math.max(0, endsAt - Date.now()))).unref();
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
      isClosed = true;
      for (const session of waiting.keys()) stop(session);
    },
  };
}
