import { scopeOf, sees } from '../../protocol/live/audience.ts';
import type { SessionEvent } from '../../protocol/live/event.ts';
import type { ErrorCode } from '../../protocol/errors.ts';
import type { ParticipantId } from '../../protocol/live/ids.ts';
import type { ServerToClient } from '../../protocol/table.ts';
import type { Connection, Connections } from './connection.ts';
import type { Change, LiveSession } from './session.ts';
import { sightAfter } from './sight.ts';
import { tellAll, tellState } from './tell.ts';

type Notice = Parameters<ServerToClient['notice']>[0];

/** Sends every change to those who may see it, and shows out those whose seat it took. */
export class Broadcast {
  readonly #connections: Connections;

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  changed(live: LiveSession, change: Change): void {
    const { before, after, events } = change;
    // What anybody may see depends on these three alone, so a page turn or a message skips the comparison.
    const scopesStand = before.participants === after.participants && before.rooms === after.rooms && before.session === after.session;
    const frames = new Map<string, { readonly frame: () => Notice; readonly connections: Connection[] }>();
    const put = (key: string, frame: () => Notice, connection: Connection): void => {
      const one = frames.get(key);
      if (one) one.connections.push(connection);
      else frames.set(key, { frame, connections: [connection] });
    };
    for (const connection of this.#connections.of(live.id)) {
      // Before the answer to its join a client holds nothing that an event could follow.
      if (connection.scope === '') continue;
      const scope = scopesStand ? connection.scope : scopeOf(after, connection.participant);
      const moves = scope !== connection.scope;
      const slices = moves && scopeOf(before, connection.participant) === connection.scope ? sightAfter(change, connection.participant) : undefined;
      if (moves && !slices) {
        tellState(live, connection);
        continue;
      }
      if (after.participants[connection.participant]?.presence !== 'in') continue;
      const seen = events.filter((event) => sees(after, connection.participant, event.audience));
      const key = seen.length === events.length ? 'all' : seen.map((event) => event.seq).join();
      if (slices) {
        connection.scope = scope;
        put(`${key} ${scope} ${JSON.stringify(slices)}`, () => ({ name: 'state.sight', payload: { events: seen, slices, scope } }), connection);
      } else if (seen.length > 0) put(key, () => ({ name: 'state.events', payload: { events: seen } }), connection);
    }
    // One encoding for all who see the same.
    for (const { frame, connections } of frames.values()) tellAll(connections, 'notice', frame());
    if (!scopesStand) this.#showOut(live, events);
  }

  #showOut(live: LiveSession, events: readonly SessionEvent[]): void {
    for (const event of events) {
      const gone = leaving(event);
      if (!gone) continue;
      for (const connection of this.#connections.of(live.id)) {
        // A moment later: whoever caused it has the acknowledgement of their command first.
        if (gone.who === 'all' || gone.who === connection.participant) setImmediate(() => connection.end(gone.code));
      }
    }
  }
}

function leaving(event: SessionEvent): { readonly who: ParticipantId | 'all'; readonly code: ErrorCode } | undefined {
  switch (event.type) {
    case 'session.ended': return { who: 'all', code: 'session.ended' };
    case 'participant.removed': return { who: event.data.participant, code: event.data.ban ? 'participant.banned' : 'participant.removed' };
    case 'participant.declined': return { who: event.data.participant, code: 'participant.declined' };
    case 'participant.uninvited': return { who: event.data.participant, code: 'participant.absent' };
    default: return undefined;
  }
}
