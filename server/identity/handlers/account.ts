import { RefusalError } from '../../../protocol/errors.ts';
import type { RouteHandlers } from '../../http/call.ts';
import { personView } from '../records.ts';
import { checkPassword, personOf } from './options.ts';
import type { HandlerOptions } from './options.ts';
import { takeAttempt } from './signIn.ts';

export function accountHandlers(options: HandlerOptions): RouteHandlers<'changeMe' | 'changePassword'> {
  const { people, signIns, links, passwords, throttle, door, log } = options;
  return {
    changeMe: async ({ body, caller }) => {
      const changed = await people.change(personOf(caller).person.id, (one) => ({ ...one, ...body }));
      return door.me(personView(changed));
    },

    changePassword: async ({ body, caller, request, response }) => {
      const { person: { id, name, email }, signIn } = personOf(caller);
      // A stolen sign-in must not become a way to guess the password.
      await takeAttempt(options, email, request, response);
      const before = people.get(id)?.password;
      if (!await passwords.verify(before, body.current)) throw new RefusalError('identity.wrong');
      await throttle.succeeded(request.ip, email);
      checkPassword(body.next, { name, email });
      const password = await passwords.hash(body.next);
      await people.change(id, (one) => {
        if (one.password !== before) throw new RefusalError('identity.wrong');
        return { ...one, password };
      });
      await signIns.endPerson(id, signIn);
      await links.revoke((link) => link.person === id);
      log.info({ person: id }, 'password changed');
    },
  };
}
