// Where set-up keeps what is slow to get (a Node runtime, a built mediasoup-worker), outside the work tree, so that
// another clone on the same machine does not wait again.
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, statfsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupError } from './errors.mjs';

/** The root of the work tree. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');

const LEFTOVER_AGE_MS = 3_600_000;

/**
 * The cache directory: GANGWAY_CACHE, else gangway in XDG_CACHE_HOME, else in ~/.cache.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string}
 */
export function cacheDirectory(env = process.env) {
  if (env.GANGWAY_CACHE) return env.GANGWAY_CACHE;
  return join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'gangway');
}

/**
 * Runs `fill` on an empty temporary directory beside `target` and then renames it to `target`, so that nobody ever
 * sees a half-filled one.
 * @param {string} target
 * @param {(directory: string) => Promise<void>} fill
 */
export async function fillDirectory(target, fill) {
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    mkdirSync(temporary, { recursive: true });
    removeLeftovers(target);
    await fill(temporary);
    rmSync(target, { recursive: true, force: true });
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * Removes what earlier runs that were killed left beside a target. A run that is still filling one is younger.
 * @param {string} target
 */
function removeLeftovers(target) {
  for (const name of readdirSync(dirname(target))) {
    if (!name.startsWith(`${basename(target)}.`) || !name.endsWith('.tmp')) continue;
    const path = join(dirname(target), name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > LEFTOVER_AGE_MS) rmSync(path, { recursive: true, force: true });
  }
}

/**
 * Refuses early when a disk has less room than a step needs.
 * @param {string} directory where the step will write; made when missing
 * @param {number} megabytes
 * @param {string} purpose for the message
 */
export function requireSpace(directory, megabytes, purpose) {
  mkdirSync(directory, { recursive: true });
  const { bavail, bsize } = statfsSync(directory);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free >= megabytes) return;
  throw new SetupError(
    `${purpose} needs ${megabytes} MB of free disk space in ${directory}; there are ${free} MB.`,
    'Free some space, or set GANGWAY_CACHE to a directory on a larger disk, and run the command again.',
  );
}

/**
 * A short key of what a step depends on.
 * @param {...(string | Buffer)} parts
 * @returns {string} 16 hexadecimal digits
 */
export function keyOf(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest('hex').slice(0, 16);
}

/**
 * The text of a small file, or nothing when it cannot be read.
 * @param {string} path
 * @returns {string | undefined}
 */
export function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
