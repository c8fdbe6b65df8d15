// One set-up at a time does a thing; the others wait and find it done.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDirectory } from './cache.mjs';

/**
 * Asks flock(1) for a lock on an open file. The lock belongs to the open file, which flock shares with this process,
 * so it stays after flock has ended. Without a flock command (not Debian) there is no lock: the work may be done twice.
 * @param {number} file
 * @param {string[]} options
 * @returns {Promise<boolean>} false when another process holds it
 */
function flock(file, options) {
  return new Promise((resolve) => {
    const child = spawn('flock', [...options, '3'], { stdio: ['ignore', 'ignore', 'ignore', file] });
    child.once('error', () => resolve(true));
    child.once('exit', (code) => resolve(code === 0));
  });
}

/**
 * Runs `work` while no other process runs one of the same name. `work` gets the open lock file: a child process that
 * is given it as well keeps the lock for as long as it lives, even when this process is killed.
 * @template T
 * @param {string} name
 * @param {(file: number) => Promise<T>} work
 * @param {{ onWait?: () => void, directory?: string }} [options] onWait is called when another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(name, work, { onWait, directory = join(cacheDirectory(), 'locks') } = {}) {
  mkdirSync(directory, { recursive: true });
  const file = openSync(join(directory, `${name}.lock`), 'a');
  try {
    if (!(await flock(file, ['--nonblock']))) {
      onWait?.();
      await flock(file, []);
    }
    return await work(file);
  } finally {
    closeSync(file);
  }
}
