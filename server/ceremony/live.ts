import { personOf } from '../../protocol/ceremony/places.ts';
import type { LiveCapability } from '../live/capability.ts';

/** What a ceremony adds to the live core: nothing of it bears an id that a client chooses. */
export const ceremonyLive: LiveCapability = {
  signals: {
    // Also what is only tried is tried by whoever the place belongs to.
    'ceremony.tried': ({ ceremony }, { id }, { place }) => personOf(ceremony, place) === id,
  },
  isTaken: () => false,
};
