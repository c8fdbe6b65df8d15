// Child processes of set-up: their output is kept back and shown when they fail.
import { spawn } from 'node:child_process';
import { SetupError } from './errors.mjs';

/** Of a long output the reason is mostly in the first lines or in the last ones. */
const KEPT_FIRST = 8;
const KEPT_LAST = 25;

/** Process groups under way, to be ended with this process. */
const groups = new Set();

for (const [signal, code] of /** @type {const} */ ([['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]])) {
  process.on(signal, () => {
    // Nothing of set-up under way: whoever launched the server or the tests passes the signal on.
    if (groups.size === 0 && process.listenerCount(signal) > 1) return;
    for (const group of groups) {
      try {
        process.kill(-group, 'SIGTERM');
      } catch {
        // It has just ended.
      }
    }
    process.exit(code);
  });
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [lock] an open lock file that the child holds too
 * @property {(line: string) => void} [onLine] called for each line that the child writes
 */

/**
 * Runs a command to its end without input.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} the exit code (127 when there is no such command) and the first
 *   and last lines written
 */
export function attempt(command, args, { cwd, env, lock, onLine } = {}) {
  return new Promise((resolve) => {
    // A group of its own, so that a shell's children can be ended with it.
    const child = spawn(command, args, {
      cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe', ...(lock === undefined ? [] : [lock])],
    });
    if (child.pid) groups.add(child.pid);
    /** @type {string[]} */
    const first = [];
    /** @type {string[]} */
    const last = [];
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      /** @param {string} line */
      const take = (line) => {
        if (line.trim() === '') return;
        if (first.length < KEPT_FIRST) first.push(line);
        else last.push(line);
        if (last.length > KEPT_LAST) last.shift();
        onLine?.(line);
      };
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        const lines = (rest + text).split(/[\r\n]+/);
        rest = lines.pop() ?? '';
        lines.forEach(take);
      });
      stream?.on('end', () => take(rest));
    }
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => {
      groups.delete(child.pid);
      resolve({ code: code ?? 1, output: [...first, ...last].join('\n') });
    });
  });
}

/**
 * Runs a command that has to succeed.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions & { failure: string, remedy?: string }} options what to say when it fails
 */
export async function run(command, args, { failure, remedy, ...options }) {
  const { code, output } = await attempt(command, args, options);
  if (code === 0) return;
  const diskFull = /ENOSPC|No space left on device/.test(output);
  throw new SetupError(
    `${output && `${output}\n\n`}${failure} (exit code ${code}).`,
    diskFull ? 'The disk is full: free some space and run the command again.' : remedy,
  );
}
