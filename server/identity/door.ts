import type { Request, Response } from 'express';
import type { Me, PersonView } from '../../protocol/routes/identity.ts';
import { version } from '../version.ts';
import type { Callers } from './callers.ts';
import { readJar } from './cookies.ts';
import type { SignInCookies } from './cookies.ts';
import type { Demonstration } from './demonstration.ts';
import type { People } from './people.ts';
import { ABSOLUTE_MS } from './signIns.ts';
import type { GuestSeat, SignIns } from './signIns.ts';

export interface DoorOptions {
  readonly cookies: SignInCookies;
  readonly signIns: SignIns;
  readonly people: People;
  readonly callers: Callers;
  readonly demonstration: Demonstration;
}

/** Where sign-ins and cookies meet: coming in, going out, and who is inside. */
export class Door {
  readonly #options: DoorOptions;

  constructor(options: DoorOptions) {
    this.#options = options;
  }

  /** A new sign-in with a new cookie; the one that this browser had before is over. */
  async enter(person: string, request: Request, response: Response): Promise<Me> {
    const { cookies, signIns } = this.#options;
    const before = signIns.find(readJar(request.headers.cookie).get(cookies.person));
    const { token } = await signIns.startPerson(person);
    if (before) await signIns.endOne(before.id);
    cookies.set(response, cookies.person, token, ABSOLUTE_MS);
    return this.me(this.#options.people.view(person));
  }

  async seatGuest(request: Request, response: Response, seat: GuestSeat): Promise<void> {
    const { cookies, signIns } = this.#options;
    const name = cookies.guest(seat.session);
    const before = signIns.find(readJar(request.headers.cookie).get(name));
    const { record, token } = await signIns.startGuest(seat);
    if (before) await signIns.endOne(before.id);
    cookies.set(response, name, token, Math.max(0, record.expiresAt - record.createdAt));
  }

  /** Ends everything that this browser holds: who signs out on a shared machine leaves nothing behind. */
  async leave(request: Request, response: Response): Promise<void> {
    const { cookies, signIns } = this.#options;
    const jar = readJar(request.headers.cookie);
    const held = [jar.get(cookies.person), ...cookies.guestTokens(jar)].map((token) => signIns.find(token)?.id);
    for (const name of cookies.namesIn(jar)) cookies.clear(response, name);
    await signIns.end((one) => held.includes(one.id));
  }

  forget(response: Response): void {
    this.#options.cookies.clear(response, this.#options.cookies.person);
  }

  /** Who this browser is, from its cookies. */
  whoIs(request: Request): Me {
    const { callers } = this.#options;
    const jar = readJar(request.headers.cookie);
    const guest = callers.latestGuest(jar);
    return {
      ...this.me(callers.person(jar)?.person),
      ...(guest ? { guest: { session: guest.session, participant: guest.participant, name: guest.name } } : {}),
    };
  }

  me(person: PersonView | undefined): Me {
    const { people, demonstration } = this.#options;
    const administration = person && people.administration(person.administration);
    return { ...(person ? { person } : {}), ...(administration ? { administration } : {}), demo: demonstration.isOn, version };
  }
}
