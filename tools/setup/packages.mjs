// The node packages that the lock file names.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, keyOf, readText, requireSpace } from './cache.mjs';
import { SetupError } from './errors.mjs';
import { withLock } from './lock.mjs';
import { run } from './run.mjs';
import { npmCommand } from './runtime.mjs';
import { remark, step } from './steps.mjs';

/** Says for which lock file node_modules was filled. npm empties node_modules first, so a broken run leaves none. */
const STAMP = join(ROOT, 'node_modules', '.gangway-stamp');

/**
 * @typedef {object} Lock
 * @property {Record<string, { version?: string, optional?: boolean }>} packages by path
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
 * @param {string} lockText
 * @param {string} key
 * @returns {boolean}
 */
function upToDate(lockText, key) {
  if (readText(STAMP) === key) return true;
  const recorded = readText(join(ROOT, 'node_modules', '.package-lock.json'));
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
    requireSpace(ROOT, 1000, 'The node packages');
    rmSync(STAMP, { force: true });
    const npm = npmCommand(node);
    // Lifecycle scripts stay off: mediasoup's own would fail wherever GitHub is out of reach. Tools such as Vite are
    // development packages, wanted even where NODE_ENV says production.
    const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
    await step('Node packages', () => run(npm.command, [...npm.prefix, ...args], {
      cwd: ROOT, lock,
      failure: 'npm could not install the node packages',
      remedy: 'Check that this machine reaches the npm registry (npm ping) and run the command again.',
    }));
    writeFileSync(STAMP, key);
  }, { onWait: () => remark('Another set-up is installing the node packages; waiting for it …') });
}
