import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreError } from '../../../server/store/errors.ts';
import { Health } from '../../../server/store/embedded/health.ts';
import { Journal, type JournalFile, type OpenFile } from '../../../server/store/embedded/journal.ts';

type Step = 'open' | 'write' | 'datasync' | 'truncate' | 'sync' | 'close';

/** A disk that fails where it is told to, and writes down what it was asked for. */
class Disk {
  readonly steps: string[] = [];
  readonly #failures = new Map<Step, string[]>();

  /** The next calls of a step fail, one with each of these names. */
  fail(step: Step, ...errnos: string[]): void {
    this.#failures.set(step, [...(this.#failures.get(step) ?? []), ...errnos]);
  }

  /** Waits until a step has been asked for. */
  async reaches(step: string): Promise<void> {
    while (!this.steps.includes(step)) await new Promise((resolve) => setImmediate(resolve));
  }

  readonly openFile: OpenFile = async (path, flags) => {
    this.#take('open');
    const handle = await open(path, flags);
    const file: JournalFile = {
      read: handle.read.bind(handle),
      stat: handle.stat.bind(handle),
      write: (async (bytes: Uint8Array, offset: number, length: number, position: number) => {
        const errno = this.#failures.get('write')?.shift();
        this.steps.push(errno ? `write ${errno}` : `write ${length}`);
        if (errno) {
          // As a disk that fills up does: part of it is written.
          await handle.write(bytes, offset, Math.ceil(length / 2), position);
          throw Object.assign(new Error(errno), { code: errno });
        }
        return handle.write(bytes, offset, length, position);
      }) as JournalFile['write'],
      datasync: async () => { this.#take('datasync'); await handle.datasync(); },
      sync: async () => { this.#take('sync'); await handle.sync(); },
      truncate: async (length) => { this.#take('truncate'); await handle.truncate(length); },
      close: async () => { await handle.close(); this.#take('close'); },
    };
    return file;
  };

  #take(step: Step): void {
    const errno = this.#failures.get(step)?.shift();
    this.steps.push(errno ? `${step} ${errno}` : step);
    if (errno) throw Object.assign(new Error(errno), { code: errno });
  }
}

describe('a journal', () => {
  let directory: string;
  let path: string;
  let disk: Disk;
  let health: Health;
  let rollbacks: number;
  let journal: Journal;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'gangway-journal-'));
    path = join(directory, 'journal');
    disk = new Disk();
    health = new Health(directory);
    rollbacks = 0;
    journal = await Journal.open(path, { health, place: path, openFile: disk.openFile, onRollback: () => { rollbacks += 1; } });
    disk.steps.length = 0;
  });
  afterEach(async () => {
    await journal.close().catch(() => undefined);
    await rm(directory, { recursive: true });
  });
  const content = async (): Promise<string> => (await readFile(path)).toString();
  const append = (text: string, onDurable?: () => void): Promise<void> => journal.append(Buffer.from(text), onDurable);
  const codes = async (...appends: Promise<void>[]): Promise<string[]> => (await Promise.allSettled(appends))
    .map((result) => (result.status === 'fulfilled' ? 'ok' : (result.reason as StoreError).code));

  it('shares one write and one sync among the appends of a turn', async () => {
    await Promise.all(['a', 'b', 'c'].map((text) => append(text)));
    expect(disk.steps).toEqual(['write 3', 'datasync']);
    expect(await content()).toBe('abc');
    expect(journal.length).toBe(3);
  });

  it('shares the next write among all that come while a sync is under way', async () => {
    const first = append('a');
    await disk.reaches('datasync');
    await Promise.all([first, append('b'), append('c')]);
    expect(disk.steps).toEqual(['write 1', 'datasync', 'write 2', 'datasync']);
    expect(await content()).toBe('abc');
  });

  it('tells of durability in the order of the appends, and before any resolves', async () => {
    const order: string[] = [];
    await Promise.all(['a', 'b'].map((text) => append(text, () => order.push(`${text} durable`)).then(() => order.push(text))));
    expect(order).toEqual(['a durable', 'b durable', 'a', 'b']);
  });

  it.each([
    ['ENOSPC', 'store.full'], ['EDQUOT', 'store.full'], ['EFBIG', 'store.full'],
    ['EROFS', 'store.readonly'], ['EIO', 'store.io'],
  ])('on %s says %s, cuts back what was half written, and goes on', async (errno, code) => {
    await append('good ');
    disk.fail('write', errno);
    let durable = false;
    expect(await codes(append('lost', () => { durable = true; }))).toEqual([code]);
    expect(durable).toBe(false);
    expect(rollbacks).toBe(1);
    expect(await content()).toBe('good ');
    expect(health.status()).toMatchObject({ state: code === 'store.io' ? 'failed' : code.replace('store.', ''), failing: [{ place: 'journal', code }] });
    await append('again');
    expect(await content()).toBe('good again');
    expect(health.status().state).toBe('ok');
  });

  it('after a failed sync opens the file anew and cuts it before it writes again', async () => {
    await append('good ');
    disk.steps.length = 0;
    disk.fail('datasync', 'EIO');
    expect(await codes(append('lost'))).toEqual(['store.io']);
    expect(await content()).toBe('good ');
    await append('again');
    expect(disk.steps).toEqual(['write 4', 'datasync EIO', 'close', 'open', 'truncate', 'sync', 'write 5', 'datasync']);
    expect(await content()).toBe('good again');
  });

  it('rejects what was queued behind a failed write, since it may build on it', async () => {
    disk.fail('datasync', 'EIO');
    const behind: Promise<string[]>[] = [];
    const first = append('a').catch(() => { behind.push(codes(append('c'))); });
    await disk.reaches('datasync EIO');
    const second = codes(append('b'));
    await first;
    expect(await second).toEqual(['store.io']);
    expect(rollbacks).toBe(1);
    expect(await Promise.all(behind)).toEqual([['ok']]);
    expect(await content()).toBe('c');
  });

  it('writes nothing while it cannot cut back, and works again when it can', async () => {
    await append('good ');
    disk.fail('write', 'EIO');
    disk.fail('open', 'EIO', 'EROFS');
    disk.fail('truncate', 'EROFS');
    // The cut after the failed write fails at opening; so does the one before the next append and, after it, the one after.
    expect(await codes(append('lost'))).toEqual(['store.io']);
    expect(await content()).toBe('good lo');
    expect(await codes(append('lost too'))).toEqual(['store.readonly']);
    expect(await content()).toBe('good lo');
    await append('again');
    expect(await content()).toBe('good again');
  });

  it('refuses to go on when durable bytes are no longer there', async () => {
    await append('good ');
    disk.fail('datasync', 'EIO', 'EIO');
    await (await open(path, 'r+').then(async (other) => { await other.write('evil', 0); return other; })).close();
    expect(await codes(append('a'))).toEqual(['store.io']);
    expect(await codes(append('b'))).toEqual(['store.damaged']);
  });

  it('goes on in a new file between two syncs', async () => {
    const next = join(directory, 'next');
    const appends = [append('a'), append('b')];
    let finalLength: number | undefined;
    const switched = journal.switchTo(next, (length) => { finalLength = length; });
    appends.push(append('c'));
    await Promise.all([switched, ...appends]);
    expect(finalLength).toBe(0);
    await append('d');
    expect(await content()).toBe('');
    expect((await readFile(next)).toString()).toBe('abcd');
    expect(journal.length).toBe(4);
  });

  it('stays in its file when the new one cannot be made', async () => {
    await append('a');
    const next = join(directory, 'next');
    disk.fail('open', 'ENOSPC');
    await expect(journal.switchTo(next, () => expect.unreachable())).rejects.toMatchObject({ code: 'store.full' });
    await append('b');
    expect(await content()).toBe('ab');
  });

  it('finishes what waits when it is closed, and refuses the rest', async () => {
    const waiting = append('a');
    const closed = journal.close();
    expect(await codes(append('b'))).toEqual(['store.closed']);
    await expect(journal.switchTo(path, () => undefined)).rejects.toMatchObject({ code: 'store.closed' });
    await Promise.all([waiting, closed]);
    expect(await content()).toBe('a');
  });

  it('keeps a whole history in step with the disk, whatever fails', async () => {
    // Every third write, every fifth sync and every second cut fail, for 200 appends: what is in the file is what was acknowledged.
    let acknowledged = '';
    for (let index = 0; index < 200; index += 1) {
      if (index % 3 === 0) disk.fail('write', 'ENOSPC');
      if (index % 5 === 0) disk.fail('datasync', 'EIO');
      if (index % 2 === 0) disk.fail('truncate', 'EIO');
      const text = `${index};`;
      await append(text, () => { acknowledged += text; }).catch((error: unknown) => expect(error).toBeInstanceOf(StoreError));
    }
    await append('end', () => { acknowledged += 'end'; }).catch(() => append('end', () => { acknowledged += 'end'; }));
    expect(await content()).toBe(acknowledged);
    expect(acknowledged.length).toBeGreaterThan(100);
  });
});
