import type { Role } from '../../../protocol/kinds.ts';

const home = { administration: 'north', administrationName: 'Customs of the North', country: 'NO' };
const away = { administration: 'south', administrationName: 'Customs of the South', country: 'ZA' };

/** Somebody as the first events of a session name them. */
export const who = (id: string, role: Role, isGuest = false, hosting = home.administration) => ({
  id, name: `Person ${id}`, language: 'en', role,
  // A lead observer confirms for the administration that observes.
  ...(role === 'leadObserver' ? away : { ...home, administration: hosting }),
  ...(isGuest ? { administration: `guest-${id}`, invitation: 'invitation-1' } : { person: id }),
});
