// Programs that run in the foreground in our place: the server, the tests, the benchmarks.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** A signal that comes again this soon is the same one: a terminal and npm both pass it on. */
const SAME_SIGNAL_MS = 2_000;

/**
 * @typedef {object} Program
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {string} cwd
 */

/**
 * The exit code by which a shell would name the end of a process.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 * @returns {number}
 */
export function exitCode(code, signal) {
  if (code !== null) return code;
  return 128 + (signal ? constants.signals[signal] : 0);
}

/**
 * What to do with a signal: pass the first one on, ignore its echoes, and be firm when somebody insists.
 * @param {number | undefined} first when the first one came, in milliseconds
 * @param {number} now
 * @returns {'pass' | 'ignore' | 'kill'}
 */
export function onSignal(first, now) {
  if (first === undefined) return 'pass';
  return now - first < SAME_SIGNAL_MS ? 'ignore' : 'kill';
}

/**
 * Runs programs together until one ends, then stops the others. Signals are passed on once, for an orderly end.
 * @param {Program[]} programs
 * @returns {Promise<number>} the exit code of the one that ended first
 */
export async function runTogether(programs) {
  // Groups of their own, so that Ctrl-C reaches them once and through us. Their input is a pipe that stays open and
  // empty: a terminal is not theirs to read, and Vite takes the end of its input for the end of its parent.
  const children = programs.map(({ command, args, env, cwd }) => spawn(command, args, { env, cwd, detached: true, stdio: ['pipe', 'inherit', 'inherit'] }));
  /** @type {number | undefined} */
  let first;
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    const now = Date.now();
    const action = onSignal(first, now);
    first ??= now;
    if (action === 'ignore') return;
    // A terminal that closes is a reason to stop, which programs know as SIGTERM.
    const asked = signal === 'SIGHUP' ? 'SIGTERM' : signal;
    for (const child of children) child.kill(action === 'kill' ? 'SIGKILL' : asked);
  };
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, pass);
  const ends = children.map((child) => new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.once('exit', (code, signal) => resolve(exitCode(code, signal)));
  }));
  const code = await Promise.race(ends);
  for (const child of children) child.kill('SIGTERM');
  await Promise.all(ends);
  for (const signal of signals) process.off(signal, pass);
  return code;
}
