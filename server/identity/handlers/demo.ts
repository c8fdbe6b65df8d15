import { RefusalError } from '../../../protocol/errors.ts';
import type { RouteHandlers } from '../../http/call.ts';
import type { HandlerOptions } from './options.ts';

export function demoHandlers({ people, demonstration, door }: HandlerOptions): RouteHandlers<'demoPeople' | 'demoSignIn'> {
  return {
    /** Descriptions are in the language that the page asks for (Accept-Language). */
    demoPeople: async ({ request }) => ({
      people: demonstration.people().flatMap(({ id, name, administration: of, description = {} }) => {
        const administration = people.administration(of);
        const languages = Object.keys(description);
        const language = request.acceptsLanguages(languages) || languages[0] || '';
        return administration
          ? [{ id, name, administration: administration.name, country: administration.country, description: description[language] ?? '' }]
          : [];
      }),
    }),

    demoSignIn: async ({ body, request, response }) => {
      const person = demonstration.people().find((one) => one.id === body.person);
      if (!person) throw new RefusalError('record.absent');
      return door.enter(person.id, request, response);
    },
  };
}
