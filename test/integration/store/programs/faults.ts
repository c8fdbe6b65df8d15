import { openEmbeddedStore } from '../../../../server/store/embedded/open.ts';
import { codeOf } from '../codes.ts';
import { line, slotSchema, stepOf, takeStep, type Line } from '../history.ts';
import { collect } from '../place.ts';

/**
 * Takes eleven steps and appends eleven lines, one after the other, on a disk that fails at places of the caller's choosing; then opens
 * the store again. A step or line that is refused is tried again until it is taken. Argument: the directory, and how large the
 * journal may grow before a snapshot.
 */
const [directory = '', snapshotAfterBytes = '4000000'] = process.argv.slice(2);
// After the eleventh step the records are as after no other; after the tenth they are as after the eighth.
const COUNT = 11;

let store = await openEmbeddedStore(directory, { snapshotAfterBytes: Number(snapshotAfterBytes) });
let slots = await store.collection('slots', slotSchema);
let log = await store.log<Line>('s1');
const refusals: { what: string; code: string; state: string; unchanged: boolean }[] = [];
const places = new Set<string>();

for (let n = 1; n <= COUNT; n += 1) {
  await untilTaken(`step ${n}`, () => takeStep(slots, n), () => stepOf(new Map([...slots.all()].map((one) => [one.id, one])), n - 1, n - 1) === n - 1);
  await untilTaken(`line ${n}`, () => log.append([line(n)]), () => log.head.seq === n - 1);
  for (const { place } of store.status().failing) places.add(place);
}
const state = store.status().state;
await store.close();

store = await openEmbeddedStore(directory);
slots = await store.collection('slots', slotSchema);
log = await store.log<Line>('s1');
const answer = {
  refusals,
  places: [...places],
  state,
  step: stepOf(new Map([...slots.all()].map((one) => [one.id, one])), 0, COUNT),
  lines: (await collect(log.read())).length,
  repairs: store.status().repairs,
};
await store.close();
export type FaultsAnswer = typeof answer;
process.stdout.write(JSON.stringify(answer));

async function untilTaken(what: string, write: () => Promise<void>, isUnchanged: () => boolean): Promise<void> {
  for (let times = 0; times < 20; times += 1) {
    const code = await codeOf(write());
    if (code === 'resolved') return;
    refusals.push({ what, code, state: store.status().state, unchanged: isUnchanged() });
  }
  throw new Error(`${what} was never taken`);
}
