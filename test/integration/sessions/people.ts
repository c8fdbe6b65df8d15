import type { AdministrationView, PersonView } from '../../../protocol/routes/identity.ts';
import type { People } from '../../../server/sessions/ports.ts';

const administrations: AdministrationView[] = [
  { id: 'north', name: 'Customs of the North', country: 'NO', languages: ['en'] },
  { id: 'south', name: 'Douane du Sud', country: 'FR', languages: ['fr', 'en'] },
];
const names = ['anna', 'boris', 'chen', 'dora'];

/** Four people of two administrations; the last one is disabled. */
export const people: People = {
  person: (id): PersonView | undefined => names.includes(id) ? {
    id, name: id, email: `${id}@customs.example`, administration: names.indexOf(id) < 2 ? 'north' : 'south', language: 'en', zone: 'UTC', rank: 'member',
    state: id === 'dora' ? 'disabled' : 'active',
  } : undefined,
  administration: (id) => administrations.find((one) => one.id === id),
};
