import { RefusalError } from '../../../protocol/errors.ts';
import type { PersonView, Rank } from '../../../protocol/routes/identity.ts';
import type { RouteHandlers } from '../../http/call.ts';
import { personView } from '../records.ts';
import type { PersonRecord } from '../records.ts';
import { personOf } from './options.ts';
import type { HandlerOptions } from './options.ts';

const DIRECTORY_MOST = 50;

export function peopleHandlers({ people, signIns, links, log }: HandlerOptions): RouteHandlers<'people' | 'createPerson' | 'changePerson' | 'directory'> {
  const linkFor = async (person: string): Promise<string> => `/setup/${await links.create('account', person)}`;
  return {
    people: async ({ caller }) => {
      const { person } = personOf(caller);
      return { people: [...people.all()].filter((one) => manages(person, one.administration)).map(personView) };
    },

    createPerson: async ({ body, caller }) => {
      const { person } = personOf(caller);
      if (!manages(person, body.administration) || !mayGive(person, body.rank)) throw new RefusalError('permission.denied');
      const made = await people.add(body);
      log.info({ person: made.id, by: person.id }, 'person added');
      return { person: personView(made), link: await linkFor(made.id) };
    },

    changePerson: async ({ params, body, caller }) => {
      const { person: manager } = personOf(caller);
      const id = params['person'] ?? '';
      const { name, rank, disabled, resetPassword, signOut } = body;
      const changed = await people.change(id, (one) => {
        if (!mayChange(manager, one) || (rank !== undefined && !mayGive(manager, rank))) throw new RefusalError('permission.denied');
        const after = { ...one, name: name ?? one.name, rank: rank ?? one.rank, disabled: disabled ?? one.disabled };
        if (resetPassword && after.disabled) throw new RefusalError('identity.disabled');
        return after;
      });
      if (changed.disabled) await links.revoke((link) => link.person === id);
      if (changed.disabled || signOut) await signIns.endPerson(id);
      log.info({ person: id, by: manager.id, change: Object.keys(body) }, 'person changed');
      return { person: personView(changed), ...(resetPassword ? { link: await linkFor(id) } : {}) };
    },

    directory: async ({ query }) => ({
      people: people.byName(query.q ?? '', DIRECTORY_MOST).flatMap(({ id, name, administration: of }) => {
        const administration = people.administration(of);
        return administration ? [{ id, name, administration: of, administrationName: administration.name, country: administration.country }] : [];
      }),
    }),
  };
}

/** Administrators manage the people of their own administration; who manages the installation manages all. */
function manages(manager: PersonView, administration: string): boolean {
  return manager.rank === 'installation' || (manager.rank === 'administrator' && manager.administration === administration);
}

/** Nobody gives more than they have. */
function mayGive(manager: PersonView, rank: Rank): boolean {
  return manager.rank === 'installation' || rank !== 'installation';
}

/** Whoever manages the installation is out of reach of administrators: a new password for them would be their rank. */
function mayChange(manager: PersonView, person: PersonRecord): boolean {
  return manages(manager, person.administration) && mayGive(manager, person.rank);
}
