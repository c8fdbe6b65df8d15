import { writeSync } from 'node:fs';
import { openEmbeddedStore } from '../../../../server/store/embedded/open.ts';
import { line, slotSchema, takeStep, type Line } from '../history.ts';
import { chunks } from '../place.ts';

/** Writes to a store, one thing after the other, and says on standard output when each was acknowledged; to be watched by strace. */
const [directory = ''] = process.argv.slice(2);
const say = (text: string): void => void writeSync(1, `${text}\n`);

const store = await openEmbeddedStore(directory, { snapshotAfterBytes: 400 });
const slots = await store.collection('slots', slotSchema);
const log = await store.log<Line>('s1');
for (let n = 1; n <= 60; n += 1) {
  await takeStep(slots, n);
  say(`step ${n}`);
  await log.append([line(n)]);
  say(`line ${n}`);
}
for (let n = 1; n <= 5; n += 1) {
  const { hash } = await store.files.put(chunks(`file ${n}`), { maxBytes: 100 });
  say(`file ${hash}`);
}
await store.close();
say('closed');
