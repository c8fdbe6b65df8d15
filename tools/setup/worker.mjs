// mediasoup-worker, the program that carries sound and video: published upstream, or built here.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ensureDebianPackages } from './apt.mjs';
import { ROOT, cacheDirectory, fillDirectory, requireSpace } from './cache.mjs';
import { SetupError } from './errors.mjs';
import { withLock } from './lock.mjs';
import { fetchPrebuilt, runsHere } from './prebuilt.mjs';
import { run } from './run.mjs';
import { remark, step } from './steps.mjs';
import { isExecutable, mediasoupVersion, workerBinary, workerDirectory } from './worker-place.mjs';

/** What the build in tools/mediasoup-worker/ uses. */
const BUILD_PACKAGES = [
  'g++', 'meson', 'ninja-build', 'pkg-config', 'libuv1-dev', 'libssl-dev', 'libsrtp2-dev', 'libabsl-dev',
  'libflatbuffers-dev', 'flatbuffers-compiler', 'flatbuffers-compiler-dev',
];

/**
 * How far a build is, from one line of ninja's output.
 * @param {string} line
 * @returns {{ done: number, total: number } | undefined}
 */
export function buildProgress(line) {
  const [, done, total] = line.match(/^\[(\d+)\/(\d+)\] /) ?? [];
  return done === undefined ? undefined : { done: Number(done), total: Number(total) };
}

/**
 * The worker for this machine: MEDIASOUP_WORKER_BIN when set, else the cached one, which is fetched or built first.
 * @returns {Promise<string>} the path of the binary
 */
export async function ensureWorker() {
  const chosen = process.env.MEDIASOUP_WORKER_BIN;
  if (chosen) {
    if (await runsHere(chosen)) return chosen;
    throw new SetupError(`MEDIASOUP_WORKER_BIN is ${chosen}, which is not a mediasoup-worker that runs on this machine.`, 'Correct it, or unset it to let set-up provide one.');
  }
  const binary = workerBinary();
  if (await isReady(binary)) return binary;
  await withLock('mediasoup-worker', async (lock) => {
    if (await isReady(binary)) return;
    const version = mediasoupVersion();
    requireSpace(cacheDirectory(), 50, 'mediasoup-worker');
    await fillDirectory(workerDirectory(), async (into) => {
      const name = `mediasoup-worker ${version}`;
      const fetched = await step(
        `${name}: looking for the published binary`,
        () => fetchPrebuilt(version, into),
        (found) => (found ? `${name}: published binary` : `${name}: no published binary for this machine within reach`),
      );
      rmSync(join(into, 'prebuilt.tgz'), { force: true });
      if (!fetched) await build(version, join(into, 'mediasoup-worker'), lock);
    });
  }, { onWait: () => remark('Another set-up is preparing mediasoup-worker; waiting for it …') });
  return binary;
}

/** @param {string} binary */
async function isReady(binary) {
  return isExecutable(binary) && (await runsHere(binary));
}

/**
 * Compiles the worker; a build that was cut off goes on where it stopped.
 * @param {string} version of mediasoup
 * @param {string} output
 * @param {number} lock
 */
async function build(version, output, lock) {
  await ensureDebianPackages('There is no published mediasoup-worker within reach; building it', BUILD_PACKAGES);
  const work = join(cacheDirectory(), 'build', basename(workerDirectory()));
  mkdirSync(work, { recursive: true });
  requireSpace(work, 600, 'Building mediasoup-worker');
  const built = join(work, 'output', 'mediasoup-worker');
  const title = `mediasoup-worker ${version}: building it (5 to 10 minutes with 2 cores)`;
  await step(title, (progress) => run(join(ROOT, 'tools', 'mediasoup-worker', 'build.sh'), [join(ROOT, 'node_modules', 'mediasoup'), work, built], {
    lock,
    failure: 'mediasoup-worker could not be built',
    remedy: 'See tools/mediasoup-worker/README.md. A worker built elsewhere can be named in MEDIASOUP_WORKER_BIN.',
    onLine: (line) => {
      const at = buildProgress(line);
      if (at) progress(at.done, at.total);
    },
  }));
  if (!(await runsHere(built))) throw new SetupError('mediasoup-worker was built but does not run on this machine.', 'See tools/mediasoup-worker/README.md.');
  copyFileSync(built, output);
  rmSync(work, { recursive: true, force: true });
}
