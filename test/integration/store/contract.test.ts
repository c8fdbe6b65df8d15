import { openEmbeddedStore } from '../../../server/store/embedded/open.ts';
import { storeContract } from './contract.ts';

storeContract('embedded', openEmbeddedStore);
// A snapshot after nearly every write: the same promises, kept by the other half of the mechanism.
storeContract('embedded, always taking snapshots', (place) => openEmbeddedStore(place, { snapshotAfterBytes: 1 }));
