import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RefusalError } from '../../../protocol/errors.ts';
import type { Draft } from '../../../protocol/live/event.ts';
import type { Role } from '../../../protocol/kinds.ts';
import type { PersonView } from '../../../protocol/routes/identity.ts';
import { nobody } from '../../../server/identity/caller.ts';
import type { Caller } from '../../../server/identity/caller.ts';
import { openDecks } from '../../../server/decks/decks.ts';
import { checkPdf } from '../../../server/decks/check/check.ts';
import { createApp } from '../../../server/http/app.ts';
import type { RouteHandlers } from '../../../server/http/call.ts';
import { originCheck } from '../../../server/http/origin.ts';
import { LiveHost } from '../../../server/live/host.ts';
import type { LiveSession } from '../../../server/live/session.ts';
import { openLog } from '../../../server/log.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open.ts';
import type { Store } from '../../../server/store/store.ts';
import { apiOf } from '../../harness/api.ts';
import type { Api } from '../../harness/api.ts';
import { temporaryPlace } from '../store/place.ts';

export const SESSION = 'visit';

const seats: Readonly<Record<string, { readonly role: Role; readonly administration: string }>> = {
  hana: { role: 'host', administration: 'one' },
  sam: { role: 'speaker', administration: 'one' },
  ada: { role: 'attendee', administration: 'two' },
  // Invited, and never admitted below.
  wu: { role: 'attendee', administration: 'two' },
};

/**
 * The part of the server that has to do with decks: real store, real sessions, real HTTP with the real gates; who somebody
 * is stands in the cookie, because signing in is not what is tested here.
 */
export class House {
  readonly place: Awaited<ReturnType<typeof temporaryPlace>>;
  readonly store: Store;
  readonly host: LiveHost;
  readonly live: LiveSession;
  readonly url: string;
  /** How many PDFs were opened in a process of their own. */
  readonly checked: string[];
  /** What a check waits for. */
  beforeCheck: Promise<void> = Promise.resolve();
  readonly #close: () => Promise<void>;

  private constructor(parts: Pick<House, 'place' | 'store' | 'host' | 'live' | 'url' | 'checked'>, close: () => Promise<void>) {
    Object.assign(this, parts);
    ({ place: this.place, store: this.store, host: this.host, live: this.live, url: this.url, checked: this.checked } = parts);
    this.#close = close;
  }

  /** `wrap` puts something between the server and its store. */
  static async open(place?: House['place'], wrap: (store: Store) => Store = (store) => store): Promise<House> {
    place ??= await temporaryPlace();
    const store = await openEmbeddedStore(place.path);
    const log = openLog('silent');
    const host = new LiveHost(store, (id) => id === SESSION);
    const live = await openSession(host);
    const checked: string[] = [];
    const { handlers } = openDecks({
      store: wrap(store), log,
      check: async (path) => {
        checked.push(path);
        await house.beforeCheck;
        return checkPdf(path);
      },
    });
    const app = createApp({
      handlers: new Proxy(handlers as RouteHandlers, { get: (mine, name: keyof typeof handlers) => mine[name] ?? absent }),
      host, callerOf: (cookie) => Promise.resolve(callerOf(cookie)), originAllowed: originCheck((name) => [`http://${name}`]),
      mayReadMetrics: () => false, trustedProxies: 0, secure: false, log,
    });
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const house: House = new House({ place, store, host, live, url, checked }, async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
    });
    return house;
  }

  api(who?: string): Api {
    return apiOf(this.url, who === undefined ? undefined : `who=${who}`);
  }

  /** Stops the server and keeps its data. */
  close(): Promise<void> {
    return this.#close();
  }

  async remove(): Promise<void> {
    await this.#close();
    await this.place.remove();
  }
}

async function openSession(host: LiveHost): Promise<LiveSession> {
  const known = await host.get(SESSION);
  if (known.state.seq > 0) return known;
  const people = Object.entries(seats).map(([id, { role, administration }]): Draft => ({
    type: 'participant.invited',
    data: { id, role, administration, name: id, administrationName: administration, country: 'BE', language: 'en', person: id },
  }));
  const scheduled: Draft = {
    type: 'session.scheduled',
    data: {
      id: SESSION, kind: 'plain', administration: 'one', createdBy: 'hana', title: 'Visit', languages: ['en', 'zh'],
      startsAt: Date.UTC(2026, 0, 1), endsAt: Date.UTC(2026, 0, 2), zone: 'UTC', lobby: true,
    },
  };
  const live = await host.create(SESSION, scheduled, ...people, { type: 'session.opened', data: {} });
  for (const id of ['hana', 'sam', 'ada']) {
    const { presence: _presence, connected: _connected, room: _room, ...who } = live.state.participants[id]!;
    await live.record({ type: 'participant.joined', data: { participant: id, who } });
  }
  return live;
}

function callerOf(cookie: string | undefined): Caller {
  const id = cookie?.match(/^who=(\w+)$/)?.[1];
  if (id === undefined) return nobody;
  const administration = seats[id]?.administration ?? 'three';
  const person: PersonView = { id, name: id, email: `${id}@example.org`, administration, language: 'en', zone: 'UTC', rank: 'installation', state: 'active' };
  return { kind: 'person', signIn: id, person, administration: { id: administration, name: administration, country: 'BE', languages: ['en'] } };
}

function absent(): never {
  throw new RefusalError('name.unknown');
}
