import type { Request, Response } from 'express';
import type { AdministrationView, PersonView } from '../../protocol/routes/identity.ts';
import type { RouteHandlers } from '../http/call.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import type { Caller, SessionHint } from './caller.ts';
import { Callers } from './callers.ts';
import { SignInCookies } from './cookies.ts';
import { Demonstration } from './demonstration.ts';
import { Door } from './door.ts';
import { identityHandlers } from './handlers/index.ts';
import type { IdentityRoute } from './handlers/index.ts';
import { OneTimeLinks } from './links.ts';
import { Passwords } from './passwords.ts';
import { People } from './people.ts';
import { administrationRecord, linkRecord, personRecord, signInRecord } from './records.ts';
import type { AdministrationRecord, PersonRecord } from './records.ts';
import { SignIns } from './signIns.ts';
import type { GuestSeat } from './signIns.ts';
import { Throttle } from './throttle.ts';

/** How soon what has expired by itself is ended, connections included. */
const SWEEP_EVERY_MS = 60_000;

export interface IdentityOptions {
  readonly store: Store;
  readonly log: Log;
  /** People reach this server over HTTPS: cookies never travel otherwise. */
  readonly secure: boolean;
  /** DEMO; undefined: on until a person is created. */
  readonly demoSetting: boolean | undefined;
  /** ms since the epoch; for tests. */
  readonly now?: () => number;
}

/** Who is who: people, administrations, sign-ins, guests. */
export interface Identity {
  readonly handlers: RouteHandlers<IdentityRoute>;
  /** Who is behind a Cookie header; with `session`, who of them in that session (callers.ts). */
  callerOf(cookie: string | undefined, session?: SessionHint): Promise<Caller>;
  /** Sign-out, expiry, a disabled person, a new password, a revoked invitation: whatever hangs on the sign-in has to close. */
  onSignInEnded(listener: (signIn: string) => void): void;
  /** Makes a guest's sign-in and sets its cookie, in the place of an earlier one for the same session. */
  seatGuest(request: Request, response: Response, seat: GuestSeat): Promise<void>;
  /** Ends the sign-ins of all who came by this invitation. */
  endGuests(invitation: string): Promise<void>;
  /** Ends the sign-ins of all guests of a session. */
  endGuestsOf(session: string): Promise<void>;
  /** The path of a new one-time link for the first administrator, while no person exists; earlier ones are revoked. */
  firstRunLink(): Promise<string | undefined>;
  person(id: string): PersonView | undefined;
  administration(id: string): AdministrationView | undefined;
  peopleByName(query: string): PersonView[];
  /** Everybody who is not disabled, or those of one administration, by name. */
  peopleOf(administration?: string): PersonView[];
  /** Whether this installation shows the demonstration, at this moment. */
  readonly demo: boolean;
  /** For who prepares the demonstration; its ids bear the mark of `demoId`. */
  putDemo(administrations: readonly AdministrationRecord[], people: readonly PersonRecord[]): Promise<void>;
  /** The first administrator was made: nothing of the demonstration is to be reached from now on. */
  onDemoEnded(listener: () => void | Promise<void>): void;
  close(): void;
}

export async function openIdentity({ store, log, secure, demoSetting, now = Date.now }: IdentityOptions): Promise<Identity> {
  const people = new People(
    await store.collection('people', personRecord), await store.collection('administrations', administrationRecord), now,
  );
  const signIns = new SignIns(await store.collection('sign-ins', signInRecord), { now, log });
  const links = new OneTimeLinks(await store.collection('one-time-links', linkRecord), now);
  const cookies = new SignInCookies(secure);
  const callers = new Callers(cookies, signIns, people);
  const demonstration = await Demonstration.open({ setting: demoSetting, people, signIns, log });
  const door = new Door({ cookies, signIns, people, callers, demonstration });
  const passwords = await Passwords.open();
  const handlers = identityHandlers({ people, signIns, links, passwords, demonstration, door, throttle: new Throttle(), log });

  const sweep = (): void => {
    Promise.all([signIns.sweep(), links.sweep()]).catch((error: unknown) => log.warn({ err: error }, 'expired sign-ins could not be removed'));
  };
  sweep();
  const sweeping = setInterval(sweep, SWEEP_EVERY_MS);
  sweeping.unref();

  return {
    handlers,
    callerOf: (cookie, session) => callers.of(cookie, session),
    onSignInEnded: (listener) => signIns.onEnded(listener),
    seatGuest: (request, response, seat) => door.seatGuest(request, response, seat),
    endGuests: (invitation) => signIns.end((one) => one.kind === 'guest' && one.invitation === invitation),
    endGuestsOf: (session) => signIns.end((one) => one.kind === 'guest' && one.session === session),
    firstRunLink: async () => (people.isReal ? undefined : `/setup/${await links.create('first')}`),
    person: (id) => people.view(id),
    administration: (id) => people.administration(id),
    peopleByName: (query) => people.byName(query, 50),
    peopleOf: (administration) => people.of(administration),
    get demo() {
      return demonstration.isOn;
    },
    putDemo: (administrations, demoPeople) => people.putDemo(administrations, demoPeople),
    onDemoEnded: (listener) => demonstration.onEnded(listener),
    close: () => clearInterval(sweeping),
  };
}
