import { openEmbeddedStore } from '../../../../server/store/embedded/open.ts';
import { codeOf } from '../codes.ts';

/** Opens a store and says how that went; when it has it, holds it until standard input ends. Argument: the directory. */
const [directory = ''] = process.argv.slice(2);
const opening = openEmbeddedStore(directory);
process.stdout.write(`${await codeOf(opening)}\n`);
const store = await opening.catch(() => undefined);
if (store) {
  process.stdin.resume();
  await new Promise((resolve) => process.stdin.once('end', resolve));
  await store.close();
}
