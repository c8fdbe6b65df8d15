// The node packages that the lock file names.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, keyOf, readText, requireSpace } from './cache.mjs';
import { SetupError } from './errors.mjs';
import { withLock } from './lock.mjs';
import { npmCommand, runNpm } from './npm.mjs';
import { remark, step } from './steps.mjs';

const MODULES = join(ROOT, 'node_modules');

/** Says for which lock file node_modules was filled. It goes with node_modules, so a broken run leaves none. */
const STAMP = join(MODULES, '.gangway-stamp');

/** npm's own record of what it installed. */
const RECORD = join(MODULES, '.package-lock.json');

/**
 * @typedef {object} Lock
 * @property {Record<string, { version?: string, optional?: boolean }>} packages by path
 */

/**
 * @typedef {object} Manifest
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 */

/**
 * Whether what npm recorded as installed is what the lock file asks for. Optional packages may be missing: most are for
 * other platforms.
 * @param {Lock} wanted package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json
 * @returns {boolean}
 */
export function isInstalled(wanted, installed) {
  return Object.entries(wanted.packages).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    return found ? found.version === version : optional === true;
  });
}

/**
 * Whether a lock file was made for a package.json.
 * @param {Manifest} manifest package.json
 * @param {{ packages: Record<string, Manifest> }} lock package-lock.json
 * @returns {boolean}
 */
export function isLockFor(manifest, lock) {
  const root = lock.packages[''] ?? {};
  return /** @type {const} */ (['dependencies', 'devDependencies']).every((kind) => {
    const [ours, theirs] = [manifest[kind] ?? {}, root[kind] ?? {}];
    return Object.keys({ ...ours, ...theirs }).every((name) => ours[name] === theirs[name]);
  });
}

/**
 * @param {string} lockText
 * @param {string} key
 * @returns {boolean}
 */
function upToDate(lockText, key) {
  if (readText(STAMP) === key) return true;
  const recorded = readText(RECORD);
  if (recorded === undefined || !isInstalled(JSON.parse(lockText), JSON.parse(recorded))) return false;
  // Somebody ran npm by hand: fine.
  writeFileSync(STAMP, key);
  return true;
}

/**
 * Fills node_modules when it is missing or older than the lock file.
 * @param {string} node the Node to run npm with, so that npm picks packages for the Node that will run them
 */
export async function ensurePackages(node) {
  const lockText = readText(join(ROOT, 'package-lock.json'));
  if (lockText === undefined) throw new SetupError('package-lock.json is missing.', 'Restore it: git checkout package-lock.json');
  const key = keyOf(lockText, process.platform, process.arch);
  if (upToDate(lockText, key)) return;
  await withLock(`tree-${keyOf(ROOT)}`, async (lock) => {
    if (upToDate(lockText, key)) return;
    if (!isLockFor(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')), JSON.parse(lockText))) {
      throw new SetupError('package.json and package-lock.json do not name the same packages.', 'Run npm install once by hand and look at what it changes.');
    }
    requireSpace(ROOT, 1000, 'The node packages');
    await step('Node packages', () => install(npmCommand(node), lock));
    if (!upToDate(lockText, key)) {
      throw new SetupError('npm did not install what package-lock.json names.', 'Remove node_modules and run the command again.');
    }
  }, { onWait: () => remark('Another set-up is installing the node packages; waiting for it …') });
}

/**
 * Installs what the lock file names, as `npm ci` does. `npm ci` itself refuses a lock file when the registry
 * lacks an optional package for some other platform, as mirrors do; what it would check is checked here before and after.
 * @param {import('./npm.mjs').Npm} npm
 * @param {number} lock
 */
async function install(npm, lock) {
  // npm changes what a whole installation has too few or too many of. One without npm's record was cut off, and a package
  // in it may be half there: away with it. The record goes first, so that being cut off now is seen next time.
  const isWhole = readText(RECORD) !== undefined;
  for (const path of [STAMP, RECORD]) rmSync(path, { force: true });
  if (!isWhole) rmSync(MODULES, { recursive: true, force: true });
  // Lifecycle scripts stay off: mediasoup's own would fail wherever GitHub is out of reach. Tools such as Vite are
  // development packages, wanted even where NODE_ENV says production.
  const args = ['install', '--no-save', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  await runNpm(npm, args, { cwd: ROOT, lock, failure: 'npm could not install the node packages' });
}
