import type { Part } from '../live/parts.ts';
import { initialCeremony, reduceCeremony } from './ceremony.ts';

/** The ceremony in the state of a session of its kind. Whoever is in the room sees all of it; its files are for those alone who may read them. */
export const ceremonyPart: Part<'ceremony'> = {
  name: 'ceremony', initial: initialCeremony, reduce: reduceCeremony, project: (ceremony) => ceremony,
};
