import { readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { StoreError } from '../errors.ts';
import { cutDurably, keepAside, syncDirectory, temporaryOf } from './durable.ts';
import { scanFrames } from './frame.ts';
import type { Health } from './health.ts';
import { SnapshotFile, type SnapshotData } from './snapshot.ts';

/** What one line of a collection's journal says. Saying it twice changes nothing. */
export type Operation =
  | { readonly put: readonly { readonly id: string }[] }
  | { readonly remove: readonly string[] };

export interface Recovered {
  /** As on disk, in the order in which the ids were first put; not checked by the schema yet. */
  readonly records: ReadonlyMap<string, unknown>;
  readonly snapshot: Low<SnapshotData>;
  readonly file: SnapshotFile;
  /** The journal to go on in, and the bytes in those before it that the snapshot does not hold. */
  readonly journal: number;
  readonly earlierBytes: number;
}

export function journalPath(directory: string, number: number): string {
  return join(directory, `journal.${number}`);
}

/**
 * Reads a collection's directory: the snapshot, then the journals from the one that its header names, up to the first bad line.
 * What follows a bad line is cut off and reported, and kept aside unless it is a write that a crash cut short. Missing files are
 * refused: going on without them would forget in silence.
 */
export async function recover(directory: string, health: Health): Promise<Recovered> {
  const path = join(directory, 'snapshot.json');
  const file = new SnapshotFile(path);
  const snapshot = new Low<SnapshotData>(file, { journal: 1, records: [] });
  await snapshot.read();
  const first = snapshot.data.journal;
  const numbers = await journalNumbers(directory);
  // What a crash left between writing a snapshot and tidying up. Should they come back after a power cut, they go again.
  await rm(temporaryOf(path), { force: true });
  for (const number of numbers) if (number < first) await rm(journalPath(directory, number));

  const current = numbers.filter((number) => number >= first);
  const last = current.at(-1) ?? first;
  const isNew = current.length === 0 && file.bytes === 0;
  if (!isNew && current.length !== last - first + 1) {
    throw new StoreError('store.damaged', `${directory} has journals ${current.join(', ') || 'none'} where ${first} to ${last} belong`);
  }

  const records = new Map<string, unknown>();
  for (const record of snapshot.data.records) apply(records, { put: [record as { id: string }] });
  let earlierBytes = 0;
  for (const number of current) {
    const journal = journalPath(directory, number);
    const bytes = await readFile(journal);
    const scan = scanFrames(bytes);
    for (const payload of scan.payloads) apply(records, JSON.parse(payload.toString()) as Operation);
    const later = current.filter((other) => other > number);
    if (scan.rest !== 'nothing') {
      const laterHaveBytes = await setAside(directory, later, health);
      // A journal is only followed by another when all of it was durable: a cut end there is no unfinished write.
      const torn = scan.rest === 'torn' && !laterHaveBytes;
      const keptAs = torn ? undefined : await keepAside(journal, scan.length);
      await cutDurably(journal, scan.length);
      health.repaired(journal, { kind: torn ? 'torn' : 'damaged', bytes: bytes.length - scan.length, keptAs });
      return { records, snapshot, file, journal: number, earlierBytes };
    }
    if (later.length > 0) earlierBytes += bytes.length;
  }
  return { records, snapshot, file, journal: last, earlierBytes };
}

function apply(records: Map<string, unknown>, operation: Operation): void {
  if ('put' in operation) for (const record of operation.put) records.set(record.id, record);
  else for (const id of operation.remove) records.delete(id);
}

async function journalNumbers(directory: string): Promise<number[]> {
  const names = await readdir(directory);
  return names.flatMap((name) => {
    const match = /^journal\.([1-9]\d*)$/.exec(name);
    return match ? [Number(match[1])] : [];
  }).sort((a, b) => a - b);
}

/** Moves the journals that follow a damaged one out of the way; answers whether any of them held something. */
async function setAside(directory: string, numbers: readonly number[], health: Health): Promise<boolean> {
  let anyBytes = false;
  for (const number of numbers) {
    const path = journalPath(directory, number);
    const bytes = (await readFile(path)).length;
    if (bytes === 0) {
      await rm(path);
      continue;
    }
    anyBytes = true;
    const keptAs = `${path}.damaged-${new Date().toISOString().replace(/[-:.]/g, '')}`;
    await rename(path, keptAs);
    health.repaired(path, { kind: 'damaged', bytes, keptAs });
  }
  if (numbers.length > 0) await syncDirectory(directory);
  return anyBytes;
}
