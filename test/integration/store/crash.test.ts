import { cpSync, readFileSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openEmbeddedStore } from '../../../server/store/embedded/open.ts';
import type { Collection, LogEntry } from '../../../server/store/store.ts';
import { collect, quickPlace, type Place } from './place.ts';

/**
 * How a phase of a history ends: in order, or by a crash after so many answers. The crash leaves the directory as it is at that
 * moment, with the file cut anywhere behind what had been answered (`cut`: 0 right there, 1 at its end).
 */
type Ending = { readonly kind: 'close' } | { readonly kind: 'crash'; readonly afterAnswers: number; readonly cut: number };

const ending: fc.Arbitrary<Ending> = fc.oneof(
  fc.constant({ kind: 'close' as const }),
  fc.record({ kind: fc.constant('crash' as const), afterAnswers: fc.nat(20), cut: fc.integer({ min: 0, max: 1_000 }).map((thousandths) => thousandths / 1_000) }),
);

/** Copies the directory as it stands, cuts the file, and lets go of the lock, whose holder (this process) would be found alive. */
function picture(from: Place, to: Place, file: string, linesAnswered: number, linesBefore: number, cut: number): void {
  cpSync(from.path, to.path, { recursive: true });
  rmSync(join(to.path, 'lock'));
  const path = join(to.path, file);
  const bytes = readFileSync(path);
  let durable = 0;
  for (let lines = linesBefore + linesAnswered; lines > 0; lines -= 1) durable = bytes.indexOf(10, durable) + 1;
  truncateSync(path, durable + Math.round(cut * (bytes.length - durable)));
}

function linesIn(path: string): number {
  return readFileSync(path, 'latin1').split('\n').length - 1;
}

const tallySchema = z.strictObject({ id: z.string(), count: z.number().int(), text: z.string() });
type Tally = z.infer<typeof tallySchema>;
type State = ReadonlyMap<string, Tally>;

type Operation =
  | { readonly kind: 'put'; readonly records: readonly Tally[] }
  | { readonly kind: 'remove'; readonly ids: readonly string[] }
  | { readonly kind: 'update'; readonly id: string; readonly by: number };

const id = fc.constantFrom('a', 'b', 'c', '__proto__', 'é\n');
const tally = fc.record({ id, count: fc.nat(99), text: fc.string({ maxLength: 12 }) }, { noNullPrototype: true });
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), records: fc.array(tally, { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constant('remove' as const), ids: fc.array(id, { minLength: 1, maxLength: 2 }) }),
  fc.record({ kind: fc.constant('update' as const), id, by: fc.nat(9) }),
);
/** The operations of a burst are asked for at once, without waiting for an answer. */
const phase = fc.record({
  bursts: fc.array(fc.array(operation, { maxLength: 6 }), { maxLength: 6 }),
  snapshotAfterBytes: fc.constantFrom(1, 150),
  ending,
});

function after(state: State, one: Operation): State {
  const next = new Map(state);
  if (one.kind === 'put') for (const record of one.records) next.set(record.id, record);
  else if (one.kind === 'remove') for (const gone of one.ids) next.delete(gone);
  else {
    const before = next.get(one.id);
    if (before) next.set(one.id, { ...before, count: before.count + one.by });
  }
  return next;
}

async function take(tallies: Collection<Tally>, one: Operation): Promise<unknown> {
  if (one.kind === 'put') return tallies.put(...one.records);
  if (one.kind === 'remove') return tallies.remove(...one.ids);
  return tallies.update(one.id, (record) => ({ ...record, count: record.count + one.by }));
}

const asText = (records: Iterable<Tally>): string => JSON.stringify([...records]);

/** What a failed run leaves behind would stay in memory. */
const places: Place[] = [];
afterEach(async () => {
  for (const place of places.splice(0)) await place.remove();
});
async function newPlace(): Promise<Place> {
  const place = await quickPlace();
  places.push(place);
  return place;
}

describe('a crash at any moment and at any byte', () => {
  it('leaves a collection in a state that it once had, with everything answered', async () => {
    let torn = 0;
    await fc.assert(fc.asyncProperty(fc.array(phase, { minLength: 1, maxLength: 4 }), async (phases) => {
      let place = await newPlace();
      /** Every state since the phase began, in the order of the asking; and how many of them had been answered when it ended. */
      let states: State[] = [new Map()];
      let answered = 0;
      for (const { bursts, snapshotAfterBytes, ending: end } of phases) {
        // A copy is a true picture of a crash only while no snapshot is being made; the kill loop crashes in those.
        const store = await openEmbeddedStore(place.path, end.kind === 'close' ? { snapshotAfterBytes } : {});
        const tallies = await store.collection('tallies', tallySchema);
        const found = asText(tallies.all());
        torn += store.status().repairs.length;
        const stood = states.findIndex((state, index) => index >= answered && asText(state.values()) === found);
        expect(stood, `${found} is one of the states ${JSON.stringify(states.slice(answered).map((state) => asText(state.values())))}`).not.toBe(-1);
        states = [states[stood] ?? new Map()];
        answered = 0;

        const directory = join(place.path, 'records', 'tallies');
        const journal = join('records', 'tallies', readdirSync(directory).filter((name) => name.startsWith('journal.')).sort().at(-1) ?? '');
        const before = end.kind === 'crash' ? linesIn(join(place.path, journal)) : 0;
        const image = await newPlace();
        let answersAtCrash: number | undefined;
        const crash = (cut: number): void => {
          answersAtCrash = answered;
          picture(place, image, journal, answered, before, cut);
        };
        for (const burst of bursts) {
          const begun = states.at(-1) ?? new Map();
          const touched = new Set<string>();
          await Promise.all(burst.map(async (one) => {
            const latest = states.at(-1) ?? new Map();
            // What is there, or was a moment ago with the removal not durable yet, is removed (again); the rest is passed over.
            const ids = one.kind === 'put' ? one.records.map((record) => record.id)
              : one.kind === 'update' ? [one.id].filter((each) => latest.has(each))
                : one.ids.filter((each) => begun.has(each) || touched.has(each));
            const writes = ids.length > 0;
            if (writes) {
              states.push(after(latest, one));
              for (const each of ids) touched.add(each);
            }
            const index = states.length - 1;
            const result = take(tallies, one);
            if (!writes) return one.kind === 'update' ? expect(result).rejects.toMatchObject({ code: 'record.absent' }) : result;
            await result;
            answered = Math.max(answered, index);
            if (end.kind === 'crash' && answersAtCrash === undefined && answered > end.afterAnswers) crash(end.cut);
          }));
        }
        if (end.kind === 'crash' && answersAtCrash === undefined) crash(end.cut);
        await store.close();
        if (answersAtCrash === undefined) {
          await image.remove();
        } else {
          answered = answersAtCrash;
          await place.remove();
          place = image;
        }
      }
      await place.remove();
    }), { numRuns: 200 });
    // Crashes did fall into the middle of writes: about 27 times in 200 histories, and by chance seldom under 15.
    expect(torn).toBeGreaterThan(5);
  });

  it('leaves a log with whole appends only, all that were answered, and a chain that goes on', async () => {
    const appends = fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 6 }), { maxLength: 5 });
    const entry = (seq: number): LogEntry & { text: string } => ({ seq, text: 'é'.repeat(seq % 9) });
    let torn = 0;
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ appends, ending }), { minLength: 1, maxLength: 4 }), async (phases) => {
      let place = await newPlace();
      let ends = new Set([0]);
      let answered = 0;
      for (const { appends: bursts, ending: end } of phases) {
        const store = await openEmbeddedStore(place.path);
        const log = await store.log<ReturnType<typeof entry>>('s1');
        expect(log.damaged).toBeUndefined();
        torn += store.status().repairs.length;
        expect(log.head.seq).toBeGreaterThanOrEqual(answered);
        expect(ends).toContain(log.head.seq);
        expect(await collect(log.read())).toEqual(Array.from({ length: log.head.seq }, (_, index) => entry(index + 1)));
        answered = log.head.seq;
        ends = new Set([answered]);
        let next = answered;
        const image = await newPlace();
        let answeredAtCrash: number | undefined;
        const crash = (cut: number): void => {
          answeredAtCrash = answered;
          picture(place, image, join('logs', 's1.jsonl'), answered, 0, cut);
        };
        for (const burst of bursts) {
          await Promise.all(burst.map(async (count) => {
            const entries = Array.from({ length: count }, () => entry(next += 1));
            const last = next;
            ends.add(last);
            await log.append(entries);
            answered = last;
            if (end.kind === 'crash' && answeredAtCrash === undefined && answered > end.afterAnswers) crash(end.cut);
          }));
        }
        if (end.kind === 'crash' && answeredAtCrash === undefined) crash(end.cut);
        await store.close();
        if (answeredAtCrash === undefined) {
          await image.remove();
        } else {
          answered = answeredAtCrash;
          await place.remove();
          place = image;
        }
      }
      await place.remove();
    }), { numRuns: 150 });
    expect(torn).toBeGreaterThan(20);
  });
});
