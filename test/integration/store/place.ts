import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Place {
  readonly path: string;
  remove(): Promise<void>;
}

/** An empty directory of this test's own, removed by `remove`. */
export async function temporaryPlace(parent = tmpdir()): Promise<Place> {
  const path = await mkdtemp(join(parent, 'gangway-store-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** The same in memory where there is such a place: for thousands of openings whose durability is not the question. */
export function quickPlace(): Promise<Place> {
  return temporaryPlace(existsSync('/dev/shm') ? '/dev/shm' : tmpdir());
}

export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of source) all.push(item);
  return all;
}

export async function* chunks(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}
