import { accept, refuse } from '../../protocol/errors.ts';
import { kinds } from '../../protocol/kinds.ts';
import { project, scopeOf, sees } from '../../protocol/live/audience.ts';
import type { JoinReply } from '../../protocol/requests/table.ts';
import type { Connection, Connections } from './connection.ts';
import { decideKnock } from './decide/knock.ts';
import type { MediaSeats, RequestHandler } from './handlers.ts';
import type { Presence } from './presence.ts';
import type { LiveSession } from './session.ts';
import { tellState } from './tell.ts';

/** Takes the seat, or waits, or only looks; answers what the client has to hold. */
export function joinHandler(connections: Connections, presence: Presence, media: MediaSeats): RequestHandler<'session.join'> {
  return async (live, connection, payload) => {
    connection.instance = payload.instance;
    const isStanding = kinds[live.state.session.kind].standing;
    if (payload.knock) {
      const held = connection.scope !== '';
      // Nothing is sent until the answer, which holds everything; else who comes in gets the whole state twice.
      connection.scope = '';
      const knocked = await live.decide(connection.participant, (state) => decideKnock(state, connection.participant));
      if (!knocked.ok) {
        // Stays before the door, and has missed what happened meanwhile.
        if (held) tellState(live, connection);
        return knocked;
      }
      // Looked up and taken in one step: of several that come at once, each finds the one before it.
      const before = connections.seated(live.id, connection.participant);
      connection.stage = 'seated';
      presence.seated(connection);
      if (!connection.socket.connected) {
        // It went while the seat was being taken, when there was none to give up yet.
        await presence.lost(live, connection);
        return refuse('participant.absent');
      }
      // What stands open may be open several times: its page, and beside a meeting that it is worked on in.
      if (before !== undefined && before !== connection && !isStanding) await takeOver(live, before, connection, media);
    } else if (connection.stage === 'new') {
      connection.stage = 'looking';
    }
    const inside = live.state.participants[connection.participant]?.presence === 'in';
    const kept = inside && media.kept(live.id, connection.participant, payload.instance);
    const offer = inside && payload.media && !kept && !isStanding ? await media.offer(live, connection) : undefined;
    // No await from here on: the reply and the scope are of one moment, and later events follow it.
    return accept({ ...missed(live, connection, payload), you: connection.participant, now: Date.now(), mediaKept: kept, media: offer });
  };
}

/** The same person opened the session elsewhere, or the page came back before its old connection was given up. */
async function takeOver(live: LiveSession, before: Connection, now: Connection, media: MediaSeats): Promise<void> {
  before.stage = 'looking';
  if (before.instance !== now.instance) await media.release(live, before.participant, before.instance);
  before.end('session.replaced');
}

function missed(
  live: LiveSession, connection: Connection, { since, scope }: { since?: number | undefined; scope?: string | undefined },
): Pick<JoinReply, 'snapshot' | 'events' | 'scope'> {
  const now = scopeOf(live.state, connection.participant);
  connection.scope = now;
  const events = since !== undefined && scope === now ? live.since(since) : undefined;
  return events
    ? { scope: now, events: events.filter((event) => sees(live.state, connection.participant, event.audience)) }
    : { scope: now, events: [], snapshot: project(live.state, connection.participant) };
}
