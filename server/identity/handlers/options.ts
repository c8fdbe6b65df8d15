import { RefusalError } from '../../../protocol/errors.ts';
import type { Log } from '../../log.ts';
import type { Caller } from '../caller.ts';
import type { Demonstration } from '../demonstration.ts';
import type { Door } from '../door.ts';
import type { OneTimeLinks } from '../links.ts';
import { weaknessOf } from '../passwordRule.ts';
import type { PasswordOwner } from '../passwordRule.ts';
import type { Passwords } from '../passwords.ts';
import type { People } from '../people.ts';
import type { SignIns } from '../signIns.ts';
import type { Throttle } from '../throttle.ts';

/** What the handlers work with. */
export interface HandlerOptions {
  readonly people: People;
  readonly signIns: SignIns;
  readonly links: OneTimeLinks;
  readonly passwords: Passwords;
  readonly throttle: Throttle;
  readonly demonstration: Demonstration;
  readonly door: Door;
  readonly log: Log;
}

/** Throws password.weak, with the reason as its detail. */
export function checkPassword(password: string, owner: PasswordOwner): void {
  const weakness = weaknessOf(password, owner);
  if (weakness) throw new RefusalError('password.weak', weakness);
}

/** The caller of a route whose access rule lets only people in. */
export function personOf(caller: Caller): Extract<Caller, { kind: 'person' }> {
  if (caller.kind !== 'person') throw new Error('the route is not for people alone');
  return caller;
}
