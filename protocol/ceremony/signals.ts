import { z } from 'zod';
import { id } from '../fields.ts';
import { limits } from '../limits.ts';
import { signal } from '../rows.ts';
import { sides } from './ceremony.ts';
import { placeIds } from './places.ts';

const tried = z.strictObject({ copy: z.enum(sides), place: z.enum(placeIds) });

/**
 * A rehearsal is played in signals alone: they pass and are not remembered, so that neither the log nor a copy can ever hold something
 * that was only tried, and nobody has to trust a flag that says so.
 */
export const ceremonySignals = {
  'ceremony.rehearsal': signal({
    payload: z.strictObject({ on: z.boolean(), step: id.optional(), tried: z.array(tried).max(limits.ceremonyTried) }),
    permission: 'ceremony.lead', rate: 'chat', doc: 'The rehearsal as it stands, from who leads it; told anew every few seconds, and over when it is not.',
  }),
  'ceremony.tried': signal({ payload: tried, permission: 'ceremony.sign', rate: 'chat', doc: 'A signatory or witness signs in the rehearsal, in their own place: nothing is signed.' }),
};
