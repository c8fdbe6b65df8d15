import { z } from 'zod';
import type { Collection, LogEntry } from '../../../server/store/store.ts';

/** A history whose every step follows from its number, so that what is found on disk tells how far it got. */
export const slotSchema = z.strictObject({ id: z.string(), n: z.number().int(), text: z.string() });
export type Slot = z.infer<typeof slotSchema>;

const SLOTS = 23;

export type Step = { readonly put: Slot } | { readonly remove: string };

/** Step `n`, counted from 1: four put a record, the fifth removes the one that was put last. */
export function step(n: number): Step {
  return n % 5 === 0 ? { remove: slotOf(n - 1) } : { put: { id: slotOf(n), n, text: 'x'.repeat(n % 4) } };
}

function slotOf(n: number): string {
  return `slot-${(n * 7) % SLOTS}`;
}

export function takeStep(slots: Collection<Slot>, n: number): Promise<void> {
  const one = step(n);
  return 'put' in one ? slots.put(one.put) : slots.remove(one.remove);
}

/** The records after `n` steps, by id. */
export function stateAfter(n: number): Map<string, Slot> {
  const records = new Map<string, Slot>();
  for (let at = 1; at <= n; at += 1) {
    const one = step(at);
    if ('put' in one) records.set(one.put.id, one.put);
    else records.delete(one.remove);
  }
  return records;
}

/** Up to which step the records are exactly the history; between `least` and `most`, or undefined when they are nowhere on it. */
export function stepOf(found: ReadonlyMap<string, unknown>, least: number, most: number): number | undefined {
  const text = sorted(found);
  for (let n = least; n <= most; n += 1) if (sorted(stateAfter(n)) === text) return n;
  return undefined;
}

function sorted(records: ReadonlyMap<string, unknown>): string {
  return JSON.stringify([...records.entries()].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export interface Line extends LogEntry {
  readonly type: string;
  readonly data: { readonly text: string };
}

export function line(seq: number): Line {
  return { seq, type: 'said', data: { text: `é${'y'.repeat(seq % 30)}` } };
}

/** How many entries the append has that begins at `seq`. */
function groupSize(seq: number): number {
  return (seq % 3) + 1;
}

export function group(seq: number): Line[] {
  return Array.from({ length: groupSize(seq) }, (_, index) => line(seq + index));
}

/** Where appends end when each begins where the last one ended. */
export function groupEnds(upTo: number): Set<number> {
  const ends = new Set([0]);
  for (let seq = 1; seq <= upTo;) {
    seq += groupSize(seq);
    ends.add(seq - 1);
  }
  return ends;
}
