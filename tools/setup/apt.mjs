// Debian packages: found, installed by root, or named for an administrator.
import { SetupError } from './errors.mjs';
import { attempt, run } from './run.mjs';
import { step } from './steps.mjs';

/** The environment for apt and dpkg: no questions, and messages in one language, since we read them. */
const QUIET = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };

/** Waits for another apt to end instead of failing at once. Recommended packages are not needed. */
const APT_OPTIONS = ['-o', 'DPkg::Lock::Timeout=300', '-y'];

/**
 * The commands with which an administrator installs packages.
 * @param {readonly string[]} names
 * @returns {string}
 */
export function installCommand(names) {
  return `apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}`;
}

/**
 * Which packages are not installed, from dpkg's own list.
 * @param {readonly string[]} names
 * @param {string} list what `dpkg-query -W -f '${Package} ${db:Status-Status}\n'` printed
 * @returns {string[]}
 */
export function notInstalled(names, list) {
  const installed = new Set();
  for (const line of list.split('\n')) {
    const [name, status] = line.trim().split(' ');
    if (status === 'installed') installed.add(name);
  }
  return names.filter((name) => !installed.has(name));
}

/**
 * @param {readonly string[]} names
 * @returns {Promise<string[] | undefined>} undefined where there is no dpkg
 */
async function missingPackages(names) {
  /** @type {string[]} */
  const lines = [];
  const args = ['-W', '-f', '${Package} ${db:Status-Status}\\n', ...names];
  // It answers 1 when it does not know one of them, which is an answer too.
  const { code } = await attempt('dpkg-query', args, { onLine: (line) => lines.push(line) });
  return code === 127 ? undefined : notInstalled(names, lines.join('\n'));
}

/**
 * Makes sure that Debian packages are there.
 * @param {string} purpose what needs them, as the start of a sentence
 * @param {readonly string[]} names
 * @param {{ include?: string }} [options] include: files, as a pattern, that are wanted even where the system is told to
 *   leave out documentation, as slim container images are
 */
export async function ensureDebianPackages(purpose, names, { include } = {}) {
  const missing = await missingPackages(names);
  if (missing?.length === 0) return;
  if (missing === undefined) {
    throw new SetupError(
      `${purpose} needs programs that set-up takes from Debian's packages, and this system has no dpkg.`,
      `Use Debian 12 or later. There they are: ${names.join(' ')}`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new SetupError(
      `${purpose} needs Debian packages that are not installed: ${missing.join(', ')}.`,
      `An administrator installs them with:\n\n  ${installCommand(missing)}\n\nThen run the command again.`,
    );
  }
  await step(`Debian packages: ${missing.join(' ')}`, () => install(missing, include ? ['-o', `Dpkg::Options::=--path-include=${include}`] : []));
}

/**
 * @param {string[]} names
 * @param {string[]} options for apt-get
 */
async function install(names, options) {
  const env = { ...process.env, ...QUIET };
  const remedy = `Check that this machine reaches its Debian mirror. The command to try by hand:\n\n  ${installCommand(names)}\n`;
  // Mends what an installation that was cut off left behind; does nothing otherwise.
  await run('dpkg', ['--configure', '-a'], { env, failure: 'dpkg could not finish an earlier installation', remedy });
  // A failing update may leave lists that are good enough: the installation decides.
  const update = await attempt('apt-get', [...APT_OPTIONS, 'update'], { env });
  await run('apt-get', [...APT_OPTIONS, ...options, 'install', '--no-install-recommends', ...names], {
    env, remedy,
    failure: `${update.code === 0 ? '' : `${update.output}\n\n`}apt-get could not install ${names.join(' ')}`,
  });
}
