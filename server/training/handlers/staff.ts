import { RefusalError } from '../../../protocol/errors.ts';
import { appointedRoles } from '../../../protocol/training/roles.ts';
import type { RouteHandlers } from '../../http/call.ts';
import { personOf } from '../../identity/handlers/options.ts';
import type { Base } from '../base.ts';

/** Who is trainer or coordinator: given by the administrator of the people concerned. */
export function staffHandlers({ register, people, now, log }: Base): RouteHandlers<'trainingRoles' | 'setTrainingRoles'> {
  const { appointments } = register;
  return {
    trainingRoles: async ({ caller }) => {
      const { person: manager } = personOf(caller);
      const managed = people.peopleOf(manager.rank === 'installation' ? undefined : manager.administration);
      return {
        people: managed.map(({ id, name, administration }) => ({
          id, name, administration, administrationName: people.administration(administration)?.name ?? '',
          roles: appointedRoles.filter((role) => appointments.get(`${id}.${role}`)?.administration === administration),
        })),
      };
    },

    setTrainingRoles: async ({ caller, params, body }) => {
      const { person: manager } = personOf(caller);
      const person = people.person(params['person'] ?? '');
      if (!person) throw new RefusalError('record.absent', 'person');
      if (manager.rank !== 'installation' && person.administration !== manager.administration) throw new RefusalError('permission.denied');
      const gone = appointedRoles.filter((role) => !body.roles.includes(role)).map((role) => `${person.id}.${role}`);
      await appointments.remove(...gone);
      await appointments.put(...[...new Set(body.roles)].map((role) => ({ id: `${person.id}.${role}`, person: person.id, role, administration: person.administration, by: manager.id, at: now() })));
      log.info({ person: person.id, by: manager.id, roles: body.roles }, 'roles of the training base given');
      return { done: true };
    },
  };
}
