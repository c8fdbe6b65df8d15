import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonView, Rank } from '../../../protocol/routes/identity.ts';
import { routeNames } from '../../../protocol/routes/table.ts';
import { openAddresses } from '../../../server/http/address.ts';
import { createApp } from '../../../server/http/app.ts';
import type { RouteHandlers } from '../../../server/http/call.ts';
import { openIdentity } from '../../../server/identity/identity.ts';
import type { Identity } from '../../../server/identity/identity.ts';
import { LiveHost } from '../../../server/live/host.ts';
import { openLog } from '../../../server/log.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open.ts';
import type { Store } from '../../../server/store/store.ts';
import { apiOf, cookieOf } from '../../harness/api.ts';
import type { Api } from '../../harness/api.ts';

export const PASSWORD = 'seven quiet lanterns';
export const HOUR = 3_600_000;

export interface HouseOptions {
  readonly secure?: boolean;
  /** DEMO */
  readonly demoSetting?: boolean;
}

export interface Member {
  readonly person: PersonView;
  readonly cookie: string;
  readonly api: Api;
}

/** Identity with a real store behind real HTTP, and a clock that the test moves; no sessions, no media. */
export class House {
  readonly directory: string;
  readonly #options: HouseOptions;
  /** Added to the real time, ms. */
  #ahead = 0;
  /** Each call that is limited by address comes from an address of its own. */
  #addresses = 0;
  /** Sign-ins that ended, in order. */
  readonly ended: string[] = [];
  store!: Store;
  identity!: Identity;
  url!: string;
  #close!: () => Promise<void>;

  private constructor(directory: string, options: HouseOptions) {
    this.directory = directory;
    this.#options = options;
  }

  /** Without the demonstration, unless told otherwise. */
  static async open(options: HouseOptions = { demoSetting: false }): Promise<House> {
    const house = new House(await mkdtemp(join(tmpdir(), 'gangway-identity-')), options);
    await house.#start(options);
    return house;
  }

  async reopen(options: HouseOptions = this.#options): Promise<void> {
    await this.#close();
    await this.#start(options);
  }

  async close(): Promise<void> {
    await this.#close();
    await rm(this.directory, { recursive: true });
  }

  pass(ms: number): void {
    this.#ahead += ms;
  }

  readonly now = (): number => Date.now() + this.#ahead;

  nextAddress(): string {
    this.#addresses++;
    return `127.1.${this.#addresses >> 8}.${(this.#addresses & 255) + 1}`;
  }

  api(cookie?: string): Api {
    return apiOf(this.url, cookie);
  }

  async caller(cookie: string | undefined): Promise<string> {
    const caller = await this.identity.callerOf(cookie);
    return caller.kind === 'person' ? caller.person.id : caller.kind;
  }

  async first(email = 'ada@north.example'): Promise<Member> {
    const token = tokenOf((await this.identity.firstRunLink())!);
    return this.#member(await this.api().raw('completeSetup', { params: { token }, from: this.nextAddress(), body: firstBody(email) }));
  }

  /** Somebody whom `by` adds, and who has set the password through the link. */
  async add(by: Member, name: string, changes: { readonly rank?: Rank; readonly administration?: string } = {}): Promise<Member> {
    const { link } = await by.api.call('createPerson', { body: personBody(name, { administration: by.person.administration, ...changes }) });
    return this.#member(await this.api().raw('completeSetup', { params: { token: tokenOf(link) }, from: this.nextAddress(), body: { password: PASSWORD } }));
  }

  signIn(email: string, password = PASSWORD, cookie?: string): Promise<Response> {
    return this.api(cookie).raw('signIn', { body: { email, password }, from: this.nextAddress() });
  }

  async #member(response: Response): Promise<Member> {
    if (!response.ok) throw new Error(await response.text());
    const cookie = cookieOf(response);
    const { person } = await response.json() as { person: PersonView };
    return { person, cookie, api: this.api(cookie) };
  }

  async #start({ secure = false, demoSetting }: HouseOptions): Promise<void> {
    const log = openLog('silent');
    this.store = await openEmbeddedStore(this.directory);
    this.identity = await openIdentity({ store: this.store, log, secure, demoSetting, now: this.now });
    this.identity.onSignInEnded((signIn) => this.ended.push(signIn));
    const others = Object.fromEntries(routeNames.map((name) => [name, () => Promise.reject(new Error(`${name} is not part of this house`))]));
    const app = createApp({
      handlers: { ...others as unknown as RouteHandlers, ...this.identity.handlers }, host: new LiveHost(this.store, () => false), log, secure,
      callerOf: (cookie) => this.identity.callerOf(cookie), mayReadMetrics: () => false, trustedProxies: 0,
      originAllowed: openAddresses({ publicUrl: undefined, trustedProxies: 0, isSecure: false }).originAllowed,
    });
    const server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.#close = async () => {
      server.close();
      server.closeAllConnections();
      this.identity.close();
      await this.store.close();
    };
  }
}

export function tokenOf(link: string): string {
  return link.slice(link.lastIndexOf('/') + 1);
}

export function firstBody(email = 'ada@north.example') {
  return {
    password: PASSWORD,
    person: { name: 'Ada Berg', email, language: 'en', zone: 'Europe/Oslo' },
    administration: { name: 'Customs of the North', country: 'NO', languages: ['en'] },
  };
}

export function personBody(name: string, changes: { readonly administration: string; readonly rank?: Rank }) {
  return { name, email: `${name.toLowerCase()}@north.example`, language: 'en', zone: 'Europe/Oslo', rank: 'member' as const, ...changes };
}
