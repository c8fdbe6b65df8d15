// The client's build, made again when something that goes into it has changed.
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, keyOf, readText } from './cache.mjs';
import { withLock } from './lock.mjs';
import { run } from './run.mjs';
import { remark, step } from './steps.mjs';

/** What goes into the build, besides the node packages that the lock file names. */
const SOURCES = ['client', 'protocol', 'content'];
const FILES = ['vite.config.ts', 'tsconfig.json', 'package-lock.json'];

const DIST = join(ROOT, 'dist');
const OUTPUT = join(DIST, 'client');
const STAMP = join(DIST, 'client.stamp');

/**
 * The key of a set of sources: it changes with any name or content.
 * @param {string} root
 * @param {readonly string[]} directories
 * @param {readonly string[]} files
 * @returns {string}
 */
export function sourcesKey(root, directories, files) {
  /** @type {(string | Buffer)[]} */
  const parts = [];
  for (const file of files) parts.push(file, readText(join(root, file)) ?? '');
  for (const directory of directories) {
    for (const path of filesUnder(join(root, directory))) parts.push(path.slice(root.length), readFileSync(path));
  }
  return keyOf(...parts);
}

/**
 * @param {string} directory
 * @returns {string[]} every file in it, in a stable order; none when there is no such directory
 */
function filesUnder(directory) {
  try {
    const entries = readdirSync(directory, { withFileTypes: true });
    return entries
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const path = join(directory, entry.name);
        if (entry.isDirectory()) return filesUnder(path);
        return entry.isFile() ? [path] : [];
      });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Builds the client into dist/client when its sources changed.
 * @param {string} node
 */
export async function ensureClient(node) {
  const isBuilt = () => readText(STAMP) === key && readText(join(OUTPUT, 'index.html')) !== undefined;
  const key = sourcesKey(ROOT, SOURCES, FILES);
  if (isBuilt()) return;
  await withLock(`client-${keyOf(ROOT)}`, async (lock) => {
    if (isBuilt()) return;
    const next = join(DIST, 'client.next');
    rmSync(STAMP, { force: true });
    // Built beside and then exchanged: a server that is running keeps a whole client until the new one is there.
    await step('Client', () => run(node, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', next, '--emptyOutDir'], {
      cwd: ROOT, lock, failure: 'The client could not be built',
    }));
    rmSync(OUTPUT, { recursive: true, force: true });
    renameSync(next, OUTPUT);
    writeFileSync(STAMP, key);
  }, { onWait: () => remark('Another set-up is building the client; waiting for it …') });
}
