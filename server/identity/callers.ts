import { nobody } from './caller.ts';
import type { Caller, SessionHint } from './caller.ts';
import { readJar } from './cookies.ts';
import type { CookieJar, SignInCookies } from './cookies.ts';
import type { People } from './people.ts';
import type { GuestSignIn } from './records.ts';
import type { SignIns } from './signIns.ts';

type PersonCaller = Extract<Caller, { kind: 'person' }>;
type GuestCaller = Extract<Caller, { kind: 'guest' }>;

/** Who is behind the cookies of a browser. */
export class Callers {
  readonly #cookies: SignInCookies;
  readonly #signIns: SignIns;
  readonly #people: People;

  constructor(cookies: SignInCookies, signIns: SignIns, people: People) {
    this.#cookies = cookies;
    this.#signIns = signIns;
    this.#people = people;
  }

  /**
   * A browser may hold a person's sign-in and guests' seats. Where a call is about a session, the person is meant when
   * they sit in it, else the guest who does. Where it is about none: the person, else the guest who came last.
   */
  async of(header: string | undefined, session?: SessionHint): Promise<Caller> {
    const jar = readJar(header);
    const person = this.person(jar);
    if (!session) return person ?? this.latestGuest(jar) ?? nobody;
    const guest = this.guest(jar, session.id);
    if (person && guest) return await session.seats(person.person.id) ? person : guest;
    return person ?? guest ?? nobody;
  }

  person(jar: CookieJar): PersonCaller | undefined {
    const found = this.#signIns.find(jar.get(this.#cookies.person));
    if (found?.kind !== 'person') return undefined;
    const person = this.#people.view(found.person);
    const administration = person && this.#people.administration(person.administration);
    if (!person || !administration || person.state === 'disabled') return undefined;
    return { kind: 'person', signIn: found.id, person, administration };
  }

  latestGuest(jar: CookieJar): GuestCaller | undefined {
    const found = this.#cookies.guestTokens(jar).map((token) => this.#signIns.find(token))
      .filter((one) => one?.kind === 'guest').toSorted((one, other) => other.createdAt - one.createdAt);
    return found[0] && callerOf(found[0]);
  }

  guest(jar: CookieJar, session: string): GuestCaller | undefined {
    const found = this.#signIns.find(jar.get(this.#cookies.guest(session)));
    return found?.kind === 'guest' && found.session === session ? callerOf(found) : undefined;
  }
}

function callerOf({ id, session, participant, name }: GuestSignIn): GuestCaller {
  return { kind: 'guest', signIn: id, session, participant, name };
}
