import { RefusalError } from '../../../protocol/errors.ts';
import type { RouteBody } from '../../../protocol/routes/table.ts';
import type { RouteHandlers } from '../../http/call.ts';
import type { LinkRecord, PersonRecord } from '../records.ts';
import { checkPassword } from './options.ts';
import type { HandlerOptions } from './options.ts';

type Given = RouteBody<'completeSetup'>;

export function setupHandlers({ people, signIns, links, passwords, demonstration, door, log }: HandlerOptions): RouteHandlers<'setup' | 'completeSetup'> {
  /** The link, if it may be used now, and whose it is. Throws link.*, identity.disabled. */
  function open(token: string | undefined): { readonly link: LinkRecord; readonly person?: PersonRecord } {
    const link = links.read(token ?? '');
    if (link.purpose === 'first') {
      if (people.isReal) throw new RefusalError('link.used');
      return { link };
    }
    const person = people.get(link.person ?? '');
    if (!person) throw new RefusalError('link.invalid');
    if (person.disabled) throw new RefusalError('identity.disabled');
    return { link, person };
  }

  /** Makes the installation real: its first administration, and the person who manages it. The demonstration is over. */
  async function makeFirst(token: string, { password, person, administration }: Given): Promise<PersonRecord> {
    if (!person || !administration) throw new RefusalError('payload.invalid', person ? 'administration' : 'person');
    checkPassword(password, person);
    const hash = await passwords.hash(password);
    const made = await links.use(token, async () => {
      if (people.isReal) throw new RefusalError('link.used');
      const { id } = await people.addAdministration(administration, false);
      return people.add({ ...person, administration: id, rank: 'installation' }, hash);
    });
    log.info({ person: made.id }, 'the first administrator was made');
    await demonstration.end();
    return made;
  }

  async function setPassword(token: string, person: PersonRecord, { password }: Given): Promise<PersonRecord> {
    checkPassword(password, person);
    const hash = await passwords.hash(password);
    const changed = await links.use(token, () => people.change(person.id, (one) => {
      if (one.disabled) throw new RefusalError('identity.disabled');
      return { ...one, password: hash };
    }));
    // Whoever was in with an older password is out.
    await signIns.endPerson(changed.id);
    log.info({ person: changed.id }, 'password set through a link');
    return changed;
  }

  return {
    setup: async ({ params }) => {
      const { link, person } = open(params['token']);
      return person ? { purpose: link.purpose, name: person.name, email: person.email } : { purpose: link.purpose };
    },

    completeSetup: async ({ params, body, request, response }) => {
      const token = params['token'] ?? '';
      const { person } = open(token);
      const made = person ? await setPassword(token, person, body) : await makeFirst(token, body);
      return door.enter(made.id, request, response);
    },
  };
}
