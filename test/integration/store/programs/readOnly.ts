import { openEmbeddedStore } from '../../../../server/store/embedded/open.ts';
import { codeOf } from '../codes.ts';
import { slotSchema, takeStep } from '../history.ts';

/** Takes three steps in a store and closes it (`write`), or tries to open it (`open`) and says how that ended. Arguments: that, and the directory. */
const [what = '', directory = ''] = process.argv.slice(2);

if (what === 'write') {
  const store = await openEmbeddedStore(directory);
  const slots = await store.collection('slots', slotSchema);
  for (const n of [1, 2, 3]) await takeStep(slots, n);
  await store.close();
} else {
  process.stdout.write(JSON.stringify(await codeOf(openEmbeddedStore(directory))));
}
