// Names the place of the mediasoup-worker binary in the cache.
import { constants, accessSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, cacheDirectory, readText } from './cache.mjs';

/** Raised when tools/mediasoup-worker/ changes in a way that asks for a new build. */
const RECIPE = 1;

/**
 * The version of mediasoup that the lock file names.
 * @param {string} [lock] the text of package-lock.json
 * @returns {string}
 */
export function mediasoupVersion(lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) {
  return JSON.parse(lock).packages['node_modules/mediasoup'].version;
}

/**
 * The distribution in one word, such as debian12; a binary for one may lack its libraries on another.
 * @param {string | undefined} [release] the text of /etc/os-release
 * @returns {string}
 */
export function distribution(release = readText('/etc/os-release')) {
  /** @param {string} key */
  const value = (key) => release?.match(new RegExp(`^${key}="?([^"\\n]*)"?$`, 'm'))?.[1] ?? '';
  return `${value('ID')}${value('VERSION_ID')}`.replace(/[^a-z0-9.]/gi, '') || process.platform;
}

/**
 * The directory that holds, or will hold, the worker for this machine.
 * @returns {string}
 */
export function workerDirectory() {
  const name = [mediasoupVersion(), process.platform, process.arch, distribution(), `r${RECIPE}`].join('-');
  return join(cacheDirectory(), 'mediasoup-worker', name);
}

/**
 * The binary in the cache, whether it is there yet or not.
 * @returns {string}
 */
export function workerBinary() {
  return join(workerDirectory(), 'mediasoup-worker');
}

/**
 * @param {string} path
 * @returns {boolean} whether it is there and may be run
 */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
