import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KindName } from '../../protocol/kinds.ts';
import type { PersonView, Rank } from '../../protocol/routes/identity.ts';
import type { RouteBodyInput } from '../../protocol/routes/table.ts';
import { openLog } from '../../server/log.ts';
import { startServer } from '../../server/server.ts';
import type { RunningServer } from '../../server/server.ts';
import { readSettings } from '../../server/settings.ts';
import { workerBinary } from '../../tools/setup/worker-place.mjs';
import { apiOf, cookieOf } from './api.ts';
import type { Api } from './api.ts';
import { LiveTestClient } from './liveClient.ts';
import type { ConnectOptions } from './liveClient.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Somebody who is signed in. */
export interface TestPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly administration: string;
  /** `name=value` */
  readonly cookie: string;
  readonly api: Api;
}

/** A course in miniature: the one that ships takes a second to read, at every start. */
const SMALL_COURSES = fileURLToPath(new URL('../integration/training/courses', import.meta.url));

export const PASSWORD = 'seven quiet lanterns';

/** The environment of a server under test: a directory of its own, ports that the system chooses, one worker, no log. */
export function testEnvironment(directory: string, overrides: Environment = {}): Record<string, string> {
  const environment: Environment = {
    PORT: '0', HOST: '127.0.0.1', DATA_DIR: directory, MEDIA_PORT: '0', MEDIA_WORKERS: '1', MEDIA_ADDRESS: '127.0.0.1', LOG_LEVEL: 'silent', DEMO: '0',
    MEDIASOUP_WORKER_BIN: process.env['MEDIASOUP_WORKER_BIN'] ?? workerBinary(),
    // The demonstration shows the whole one.
    ...(overrides['DEMO'] === '1' ? {} : { COURSES_DIR: SMALL_COURSES }), ...overrides,
  };
  return Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

export function temporaryDirectory(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'gangway-test-'));
}

/** A real server on a directory of its own. `overrides` are settings as in the environment; `DEMO: '1'` for the demonstration. */
export async function startTestServer(overrides: Environment = {}): Promise<TestServer> {
  const directory = overrides['DATA_DIR'] ?? await temporaryDirectory();
  return new TestServer(directory, overrides, await start(directory, overrides));
}

function start(directory: string, overrides: Environment): Promise<RunningServer> {
  return startServer(readSettings(testEnvironment(directory, overrides)), { log: openLog('silent') });
}

export class TestServer {
  readonly directory: string;
  readonly #overrides: Environment;
  readonly #clients = new Set<LiveTestClient>();
  #running: RunningServer;
  #addresses = 0;
  #administrator: Promise<TestPerson> | undefined;

  constructor(directory: string, overrides: Environment, running: RunningServer) {
    this.directory = directory;
    this.#overrides = overrides;
    this.#running = running;
  }

  get url(): string {
    return this.#running.url.replace('localhost', '127.0.0.1');
  }

  get port(): number {
    return this.#running.port;
  }

  get host(): RunningServer['host'] {
    return this.#running.host;
  }

  get firstSteps(): RunningServer['firstSteps'] {
    return this.#running.firstSteps;
  }

  /** As a browser with this cookie sees it; nobody's when there is none. */
  api(cookie?: string): Api {
    return apiOf(this.url, cookie);
  }

  /** Somebody of the demonstration, by id or else the first one. */
  async demoPerson(id?: string): Promise<TestPerson> {
    const { people } = await this.api().call('demoPeople');
    const chosen = id ?? people[0]?.id;
    if (chosen === undefined) throw new Error('the demonstration has no people');
    return this.#signedIn(await this.api().raw('demoSignIn', { body: { person: chosen } }));
  }

  /** The first administrator, by way of the one-time link; made once. */
  administrator(): Promise<TestPerson> {
    this.#administrator ??= this.#makeAdministrator();
    return this.#administrator;
  }

  /** The id of a new administration. */
  async administration(name: string, country = 'FR'): Promise<string> {
    const { api } = await this.administrator();
    return (await api.call('createAdministration', { body: { name, country, languages: ['en', 'fr'] } })).id;
  }

  /** A new person, of the first administrator's administration when none is named, who has set a password and is signed in. */
  async person(name: string, { administration, rank = 'member' }: { readonly administration?: string; readonly rank?: Rank } = {}): Promise<TestPerson> {
    const administrator = await this.administrator();
    const { link } = await administrator.api.call('createPerson', {
      body: {
        name, email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${randomUUID().slice(0, 8)}@customs.example`,
        administration: administration ?? administrator.administration, language: 'en', zone: 'Europe/Brussels', rank,
      },
    });
    return this.#signedIn(await this.api().raw('completeSetup', {
      params: { token: tokenOf(link) }, body: { password: PASSWORD }, from: this.#nextAddress(),
    }));
  }

  /** A session that begins now, hosted by the first of these people; the others sit in it with their roles. */
  async session(
    by: TestPerson, participants: readonly (readonly [TestPerson, string])[] = [],
    changes: Partial<RouteBodyInput<'createSession'>> & { readonly kind?: KindName } = {},
  ): Promise<string> {
    const now = Date.now();
    const { summary } = await by.api.call('createSession', {
      body: {
        kind: 'plain', title: 'A session', languages: ['en'], startsAt: now, endsAt: now + 3_600_000, zone: 'Europe/Brussels', lobby: true,
        participants: participants.map(([person, role]) => ({ person: person.id, role: role as 'attendee' })), ...changes,
      },
    });
    return summary.info.id;
  }

  /** A connection that has joined; a refusal of the join is thrown by its client's must. */
  async connect(cookie: string | undefined, session: string, options: ConnectOptions = {}): Promise<LiveTestClient> {
    const client = this.client(cookie, session, options);
    await client.connect();
    const joined = await client.join(options);
    if (!joined.ok) {
      client.close();
      throw new Error(`the join was refused: ${joined.error.code}`);
    }
    return client;
  }

  /** A client that has not connected yet. */
  client(cookie: string | undefined, session: string, options: ConnectOptions = {}): LiveTestClient {
    const client = new LiveTestClient(this.url, cookie, session, options);
    this.#clients.add(client);
    return client;
  }

  /** Stops the server in order, does something to its directory, and starts another one there, on the same port. */
  async restart(meanwhile: () => Promise<void> = async () => undefined): Promise<void> {
    const { port } = this;
    await this.#running.close();
    await meanwhile();
    this.#running = await start(this.directory, { ...this.#overrides, PORT: String(port) });
  }

  async close(): Promise<void> {
    for (const client of this.#clients) client.close();
    await this.#running.close();
    await rm(this.directory, { recursive: true, force: true });
  }

  /** Setting a password is limited by address, and a test may need many people. */
  #nextAddress(): string {
    this.#addresses += 1;
    return `127.0.${Math.floor(this.#addresses / 250)}.${(this.#addresses % 250) + 2}`;
  }

  async #makeAdministrator(): Promise<TestPerson> {
    const { firstSteps } = this;
    if (firstSteps.kind !== 'first') throw new Error('this server has people already, or shows the demonstration');
    return this.#signedIn(await this.api().raw('completeSetup', {
      params: { token: tokenOf(firstSteps.link) },
      body: {
        password: PASSWORD,
        person: { name: 'Ada Administrator', email: 'ada@customs.example', language: 'en', zone: 'Europe/Brussels' },
        administration: { name: 'Customs of the North', country: 'NO', languages: ['en'] },
      },
    }));
  }

  async #signedIn(response: Response): Promise<TestPerson> {
    const answer = await response.json() as { person?: PersonView; error?: { code: string } };
    if (!answer.person) throw new Error(`signing in was refused: ${answer.error?.code}`);
    const { id, name, email, administration } = answer.person;
    const cookie = cookieOf(response);
    return { id, name, email, administration, cookie, api: this.api(cookie) };
  }
}

/** The token at the end of a one-time link. */
export function tokenOf(link: string): string {
  return link.slice(link.lastIndexOf('/') + 1);
}
