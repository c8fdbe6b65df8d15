import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DirectoryLock } from '../../../server/store/embedded/lock.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open.ts';
import { codeOf } from './codes.ts';
import { temporaryPlace, type Place } from './place.ts';
import { program } from './run.ts';

type Holder = ChildProcessByStdio<Writable, Readable, null>;

let place: Place;
let lock: string;
const holders: Holder[] = [];
beforeEach(async () => {
  place = await temporaryPlace();
  lock = join(place.path, 'lock');
});
afterEach(async () => {
  for (const holder of holders.splice(0)) {
    holder.kill('SIGKILL');
    await ended(holder);
  }
  await place.remove();
});

function ended(child: Holder): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('close', () => resolve()));
}

/** Starts a process that opens the directory, and answers how that went for it. */
async function hold(): Promise<{ child: Holder; said: string }> {
  const [node = '', ...rest] = program('holder');
  const child = spawn(node, [...rest, place.path], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_NO_WARNINGS: '1' } });
  holders.push(child);
  const said = await new Promise<string>((resolve) => child.stdout.once('data', (text: Buffer) => resolve(text.toString().trim())));
  return { child, said };
}

/** A lock that another process left: this one's own, changed. */
async function leave(change: Partial<{ pid: number; start: string; space: string }>, touched = new Date()): Promise<string> {
  const mine = await DirectoryLock.acquire(place.path);
  const text = JSON.stringify({ ...JSON.parse(await readFile(lock, 'utf8')) as object, ...change });
  await mine.release();
  await writeFile(lock, text);
  await utimes(lock, touched, touched);
  return text;
}

const longAgo = new Date(Date.now() - 3_600_000);

describe('the lock of a data directory', () => {
  it('keeps a second process out while the first lives, and names both', async () => {
    const { child, said } = await hold();
    expect(said).toBe('resolved');
    await expect(openEmbeddedStore(place.path)).rejects.toMatchObject({
      code: 'store.locked', message: `${place.path} is in use by process ${child.pid}`,
    });
    child.stdin.end();
    await ended(child);
    const store = await openEmbeddedStore(place.path);
    await store.close();
    expect(await readdir(place.path)).not.toContain('lock');
  });

  it('keeps a second opening in the same process out', async () => {
    const store = await openEmbeddedStore(place.path);
    await expect(openEmbeddedStore(place.path)).rejects.toMatchObject({ code: 'store.locked', message: expect.stringContaining(String(process.pid)) as string });
    await store.close();
    await (await openEmbeddedStore(place.path)).close();
  });

  it('is taken from a process that was killed', async () => {
    const { child } = await hold();
    child.kill('SIGKILL');
    await ended(child);
    expect(await readdir(place.path)).toContain('lock');
    await (await openEmbeddedStore(place.path)).close();
  });

  it.each([
    ['a later process with the same number', { start: '1' }],
    ['no process at all', { pid: 4_194_305, start: '1' }],
  ])('is taken when its number belongs to %s', async (_what, change) => {
    await leave(change);
    const taken = await DirectoryLock.acquire(place.path);
    expect(JSON.parse(await readFile(lock, 'utf8'))).toMatchObject({ pid: process.pid });
    await taken.release();
  });

  it('is taken from a holder out of sight that has been silent for long', async () => {
    await leave({ space: 'another machine' }, longAgo);
    await (await DirectoryLock.acquire(place.path)).release();
  });

  it('is not taken from a holder out of sight that shows that it lives', async () => {
    await leave({ space: 'another machine' });
    const beat = setInterval(() => void utimes(lock, new Date(), new Date()), 100);
    try {
      expect(await codeOf(DirectoryLock.acquire(place.path))).toBe('store.locked');
    } finally {
      clearInterval(beat);
    }
  });

  it.each(['', '{"pid":', '[]', '{"pid":"x"}'])('is taken when it was left without a name: %j', async (text) => {
    await writeFile(lock, text);
    await utimes(lock, longAgo, longAgo);
    await (await DirectoryLock.acquire(place.path)).release();
  });

  it('goes to exactly one of many that find it stale', async () => {
    for (let round = 0; round < 20; round += 1) {
      await leave({ start: '1' });
      const results = await Promise.allSettled(Array.from({ length: 8 }, () => DirectoryLock.acquire(place.path)));
      const won = results.filter((result) => result.status === 'fulfilled');
      expect(won).toHaveLength(1);
      for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'store.locked' });
      await won[0]?.value.release();
      expect(await readdir(place.path)).toEqual([]);
    }
  });

  it('goes to exactly one of many processes', async () => {
    await leave({ start: '1' });
    const said = (await Promise.all(Array.from({ length: 4 }, hold))).map((one) => one.said).sort();
    expect(said).toEqual(['resolved', 'store.locked', 'store.locked', 'store.locked']);
  });

  it('is not removed by one that no longer holds it', async () => {
    const mine = await DirectoryLock.acquire(place.path);
    const other = JSON.stringify({ pid: 1, start: '1', space: 'another machine' });
    await writeFile(lock, other);
    await mine.release();
    expect(await readFile(lock, 'utf8')).toBe(other);
  });

  it('tidies up after a process that died while taking it', async () => {
    await writeFile(join(place.path, 'lock.stale-1'), 'x');
    await (await DirectoryLock.acquire(place.path)).release();
    expect(await readdir(place.path)).toEqual([]);
  });
});
