import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fillDirectory, requireSpace } from '../../../tools/setup/cache.mjs';
import { withLock } from '../../../tools/setup/lock.mjs';
import { attempt, run } from '../../../tools/setup/run.mjs';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'gangway-run-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

test('a directory appears whole or not at all', async () => {
  const target = join(directory, 'thing');
  await expect(fillDirectory(target, async (into) => {
    writeFileSync(join(into, 'half'), '');
    throw new Error('cut off');
  })).rejects.toThrow('cut off');
  expect(readdirSync(directory)).toEqual([]);

  await fillDirectory(target, async (into) => writeFileSync(join(into, 'whole'), 'first'));
  await fillDirectory(target, async (into) => {
    expect(readFileSync(join(target, 'whole'), 'utf8')).toBe('first');
    writeFileSync(join(into, 'whole'), 'second');
  });
  expect(readFileSync(join(target, 'whole'), 'utf8')).toBe('second');
  expect(readdirSync(directory)).toEqual(['thing']);
});

test('a step that cannot fit on the disk is refused before it starts', () => {
  expect(() => requireSpace(directory, 1e12, 'A very large step')).toThrow(/A very large step needs 1000000000000 MB .*there are \d+ MB/);
  expect(() => requireSpace(directory, 0, 'A small step')).not.toThrow();
});

test('a command\'s code and last lines come back, and a missing command is 127', async () => {
  const lines: string[] = [];
  const result = await attempt('sh', ['-c', 'echo one; echo two >&2; exit 3'], { onLine: (line) => lines.push(line) });
  expect(result.code).toBe(3);
  expect(lines.toSorted()).toEqual(['one', 'two']);
  expect((await attempt(join(directory, 'nothing'), [])).code).toBe(127);
});

test('a failing command is told with its words, and a full disk by name', async () => {
  const options = { failure: 'It could not be built', remedy: 'Look there.' };
  await expect(run('sh', ['-c', 'echo reason; exit 2'], options)).rejects.toThrow('reason\n\nIt could not be built (exit code 2).\nLook there.');
  await expect(run('sh', ['-c', 'echo No space left on device; exit 1'], options)).rejects.toThrow('The disk is full');
});

test('of two that want the same, the second waits for the first', async () => {
  const order: string[] = [];
  let waited = false;
  const release = Promise.withResolvers<void>();
  const first = withLock('thing', async () => {
    order.push('first starts');
    await release.promise;
    order.push('first ends');
  }, { directory });
  await expect.poll(() => order).toEqual(['first starts']);
  const second = withLock('thing', async () => order.push('second'), {
    directory,
    onWait: () => {
      waited = true;
      release.resolve();
    },
  });
  await Promise.all([first, second]);
  expect(waited).toBe(true);
  expect(order).toEqual(['first starts', 'first ends', 'second']);
});

test('a child that holds the lock keeps it after us', async () => {
  const gone = join(directory, 'gone');
  const fifo = join(directory, 'fifo');
  await attempt('mkfifo', [fifo]);
  // The child is left running on purpose: it ends when somebody opens the fifo.
  const child = await withLock('thing', async (lock) => ({ end: attempt('sh', ['-c', `cat ${fifo}; touch ${gone}`], { lock }) }), { directory });
  const second = withLock('thing', async () => existsSync(gone), { directory, onWait: () => writeFileSync(fifo, '') });
  expect(await second).toBe(true);
  await child.end;
});
