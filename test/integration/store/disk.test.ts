import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryPlace, type Place } from './place.ts';
import type { FaultsAnswer } from './programs/faults.ts';
import type { FullDiskAnswer } from './programs/fullDisk.ts';
import { answerOf, privateMounts, program, run, traced } from './run.ts';

let place: Place;
beforeEach(async () => { place = await temporaryPlace(); });
afterEach(() => place.remove());

/** Runs shell commands on a tmpfs of 1 MB at the directory; where nothing may be mounted, on the directory as it is. */
async function onSmallDisk(directory: string, ...commands: string[]): Promise<string[] | undefined> {
  const mounts = await privateMounts();
  return mounts && [...mounts, 'sh', '-ec', [`mount -t tmpfs -o size=1m tmpfs ${directory}`, ...commands].join('\n')];
}

describe('on a full disk', () => {
  const check = ({ full, stateAfter, puts, lines, reopened }: FullDiskAnswer): void => {
    expect([full.put, full.update, full.append, full.file, full.upload]).toEqual(Array.from({ length: 5 }, () => 'store.full'));
    expect(full.status.state).toBe('full');
    expect(full.status.failing.map((one) => one.place)).toEqual(expect.arrayContaining(['records/slots', 'logs/s1.jsonl', 'files', 'uploads']));
    expect(full.uploaded).toBe(100);
    expect(full.slots.shown).toBe(full.slots.acknowledged);
    expect(full.updated).toBe(0);
    expect(full.lines.shown).toBe(full.lines.acknowledged);
    expect(full.incoming).toEqual([]);
    expect(stateAfter).toBe('ok');
    expect(reopened).toEqual({
      slots: Array.from({ length: puts }, (_, n) => n), lines, chain: true, files: [true, true, true],
      status: { state: 'ok', failing: [], repairs: [], damagedLogs: [] },
    });
  };

  it('refuses what it cannot keep, shows what it has, and goes on when there is space again', async () => {
    const disk = join(place.path, 'disk');
    await mkdir(disk);
    const command = await onSmallDisk(disk, `exec ${[...program('fullDisk'), disk].join(' ')} tmpfs`);
    check(await answerOf<FullDiskAnswer>(command ?? [...program('fullDisk'), place.path, 'limit']));
  });

  it('does the same where a file may not grow', async () => {
    check(await answerOf<FullDiskAnswer>([...program('fullDisk'), place.path, 'limit']));
  });
});

describe('on a disk that takes no writes', () => {
  it('is not opened, and says why', async () => {
    const disk = join(place.path, 'disk');
    const node = (what: string): string => [...program('readOnly'), what, join(disk, 'data')].join(' ');
    await mkdir(disk);
    const command = await onSmallDisk(disk, node('write'), `mount -o remount,ro ${disk}`, node('open'))
      ?? await traced(['-o', '/dev/null', '-e', 'trace=openat', '-e', 'inject=openat:error=EROFS', '-P', join(disk, 'data', 'lock')], [...program('readOnly'), 'open', join(disk, 'data')]);
    expect(await answerOf<string>(command)).toBe('store.readonly');
  });
});

describe('on a disk that fails now and then', () => {
  /** Runs the program with system calls made to fail, those on a path under the data directory alone. */
  const faults = async (path: string, inject: string, snapshotAfterBytes?: number): Promise<FaultsAnswer> => {
    const call = inject.split(':')[0] ?? '';
    const command = await traced(
      ['-o', join(place.path, 'trace'), '-e', `trace=${call}`, '-e', `inject=${inject}`, '-P', join(place.path, 'data', path)],
      [...program('faults'), join(place.path, 'data'), ...(snapshotAfterBytes === undefined ? [] : [String(snapshotAfterBytes)])],
    );
    return answerOf<FaultsAnswer>(command);
  };
  const whole = { state: 'ok', step: 11, lines: 11, repairs: [] };

  it.each([
    ['EROFS', 'store.readonly', 'readonly'], ['ENOSPC', 'store.full', 'full'], ['EDQUOT', 'store.full', 'full'], ['EIO', 'store.io', 'failed'],
  ])('a write that ends with %s is refused with %s, changes nothing, and can be tried again', async (errno, code, state) => {
    const answer = await faults('records/slots/journal.1', `pwrite64:error=${errno}:when=3..4`);
    expect(answer).toMatchObject({ ...whole, places: [] });
    expect(answer.refusals).toEqual(Array.from({ length: 2 }, () => ({ what: 'step 3', code, state, unchanged: true })));
  });

  it.each([['records/slots/journal.1', 'step'], ['logs/s1.jsonl', 'line']])('a failed sync of %s counts as not written', async (path, what) => {
    // The first sync is the one at opening.
    const answer = await faults(path, 'fdatasync:error=EIO:when=4..5');
    expect(answer).toMatchObject(whole);
    expect(answer.refusals).toEqual([3, 3].map((n) => ({ what: `${what} ${n}`, code: 'store.io', state: 'failed', unchanged: true })));
  });

  it('a file that cannot be cut back takes nothing until it can', async () => {
    const trace = join(place.path, 'trace');
    const path = join(place.path, 'data', 'records/slots/journal.1');
    const command = await traced(
      ['-o', trace, '-e', 'trace=fdatasync,ftruncate', '-e', 'inject=fdatasync:error=EIO:when=3', '-e', 'inject=ftruncate:error=EIO:when=1..3', '-P', path],
      [...program('faults'), join(place.path, 'data')],
    );
    const answer = await answerOf<FaultsAnswer>(command);
    expect(answer).toMatchObject(whole);
    expect(answer.refusals.length).toBeGreaterThanOrEqual(2);
    expect(answer.refusals.every((one) => one.what === 'step 2' && one.unchanged && one.code === 'store.io')).toBe(true);
  });

  it.each([
    ['a temporary file that cannot be synced', 'records/slots/snapshot.json.tmp', 'fsync:error=EIO:when=1'],
    ['a temporary file that cannot be written', 'records/slots/snapshot.json.tmp', 'pwrite64:error=ENOSPC:when=1'],
    ['a rename that fails', 'records/slots/snapshot.json.tmp', 'rename:error=EROFS:when=1'],
    ['a directory that cannot be synced', 'records/slots', 'fsync:error=EIO:when=3'],
  ])('a snapshot with %s loses nothing', async (_what, path, inject) => {
    const answer = await faults(path, inject, 1);
    expect(answer).toMatchObject({ step: 11, lines: 11, repairs: [], refusals: [] });
    expect(await readFile(join(place.path, 'trace'), 'utf8')).toContain('INJECTED');
  });

  it('a collection whose directory cannot be made durable is not opened', async () => {
    const { stderr } = await run(await traced(
      ['-o', join(place.path, 'trace'), '-e', 'trace=fsync', '-e', 'inject=fsync:error=EIO', '-P', join(place.path, 'data', 'records', 'slots')],
      [...program('faults'), join(place.path, 'data')],
    ));
    expect(stderr).toContain("code: 'store.io'");
  });
});
