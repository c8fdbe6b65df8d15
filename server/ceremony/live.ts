import { personOf, placeIds } from '../../protocol/ceremony/places.ts';
import type { LiveCapability } from '../live/capability.ts';

/** What a ceremony adds to the live core: nothing of it bears an id that a client chooses. */
export const ceremonyLive: LiveCapability = {
  signals: {
    'ceremony.tried': ({ ceremony }, { id }) => placeIds.some((place) => personOf(ceremony, place) === id),
  },
  isTaken: () => false,
};
