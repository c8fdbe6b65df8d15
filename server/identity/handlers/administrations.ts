import { RefusalError } from '../../../protocol/errors.ts';
import type { RouteHandlers } from '../../http/call.ts';
import { administrationView } from '../records.ts';
import { personOf } from './options.ts';
import type { HandlerOptions } from './options.ts';

export function administrationHandlers(
  { people, demonstration }: HandlerOptions,
): RouteHandlers<'administrations' | 'createAdministration' | 'changeAdministration'> {
  return {
    administrations: async () => ({ administrations: people.administrations() }),

    createAdministration: async ({ body }) => administrationView(await people.addAdministration(body, demonstration.isOn)),

    changeAdministration: async ({ params, body, caller }) => {
      const { person } = personOf(caller);
      const id = params['administration'] ?? '';
      if (person.rank !== 'installation' && id !== person.administration) throw new RefusalError('permission.denied');
      return administrationView(await people.changeAdministration(id, body));
    },
  };
}
