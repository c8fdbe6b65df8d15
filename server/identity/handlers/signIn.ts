import type { Request, Response } from 'express';
import { RefusalError } from '../../../protocol/errors.ts';
import type { RouteHandlers } from '../../http/call.ts';
import { personOf } from './options.ts';
import type { HandlerOptions } from './options.ts';

export function signInHandlers(
  options: HandlerOptions,
): RouteHandlers<'me' | 'signIn' | 'signOut' | 'signOutEverywhere'> {
  const { people, signIns, passwords, throttle, door } = options;
  return {
    me: async ({ request }) => door.whoIs(request),

    signIn: async ({ body, request, response }) => {
      await takeAttempt(options, body.email, request, response);
      const person = people.byEmail(body.email);
      const isRight = await passwords.verify(person?.password, body.password);
      // Looked up again: while the password was being checked, it may have been changed.
      const now = person && people.get(person.id);
      if (!isRight || !now || now.password !== person.password) throw new RefusalError('identity.wrong');
      if (now.disabled) throw new RefusalError('identity.disabled');
      await throttle.succeeded(request.ip, body.email);
      return door.enter(now.id, request, response);
    },

    signOut: async ({ request, response }) => {
      await door.leave(request, response);
    },

    signOutEverywhere: async ({ caller, response }) => {
      door.forget(response);
      await signIns.endPerson(personOf(caller).person.id);
    },
  };
}

/** Counts an attempt to prove who one is. Throws identity.throttled. */
export async function takeAttempt({ throttle, log }: HandlerOptions, account: string, request: Request, response: Response): Promise<void> {
  const seconds = await throttle.attempt(request.ip, account);
  if (seconds === undefined) return;
  log.warn({ seconds }, 'sign-in throttled');
  response.setHeader('Retry-After', String(seconds));
  throw new RefusalError('identity.throttled');
}
