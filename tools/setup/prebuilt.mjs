// The worker binary that mediasoup's own project publishes for a release, where its host can be reached.
import { chmodSync, createWriteStream } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { attempt } from './run.mjs';

/** Networks that filter drop packets instead of refusing: the first answer decides quickly, the rest may take longer. */
const ANSWER_TIMEOUT_MS = 5_000;
const DOWNLOAD_TIMEOUT_MS = 60_000;

/**
 * The address of the published binary, named as mediasoup's own installation names it.
 * @param {{ version: string, platform: string, arch: string, kernel: string, base?: string | undefined }} machine kernel is
 *   the version of the kernel; base replaces the project's release address, for a mirror
 * @returns {string}
 */
export function prebuiltAddress({ version, platform, arch, kernel, base }) {
  const suffix = platform === 'linux' ? `-kernel${Number(kernel.split('.')[0])}` : '';
  const root = base || 'https://github.com/versatica/mediasoup/releases/download';
  return `${root}/${version}/mediasoup-worker-${version}-${platform}-${arch}${suffix}.tgz`;
}

/**
 * Whether a worker can run here: without its version it ends at once with code 41; lacking a library, with another one.
 * @param {string} binary
 * @returns {Promise<boolean>}
 */
export async function runsHere(binary) {
  const { code } = await attempt(binary, [], { env: {} });
  return code === 41;
}

/**
 * Tries to put the published binary into a directory.
 * @param {string} version of mediasoup
 * @param {string} into
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string | undefined>} the binary, or nothing when there is none for this machine or no way to it
 */
export async function fetchPrebuilt(version, into, env = process.env) {
  if (env.MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD) return undefined;
  const base = env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL;
  const address = prebuiltAddress({ version, platform: process.platform, arch: process.arch, kernel: release(), base });
  const archive = join(into, 'prebuilt.tgz');
  if (!(await download(address, archive))) return undefined;
  const { code } = await attempt('tar', ['-xzf', archive, '-C', into, 'mediasoup-worker']);
  const binary = join(into, 'mediasoup-worker');
  if (code !== 0) return undefined;
  chmodSync(binary, 0o755);
  return (await runsHere(binary)) ? binary : undefined;
}

/**
 * @param {string} address
 * @param {string} file
 * @returns {Promise<boolean>} whether the file is there in full
 */
async function download(address, file) {
  const abort = new AbortController();
  const answer = setTimeout(() => abort.abort(), ANSWER_TIMEOUT_MS);
  const end = setTimeout(() => abort.abort(), DOWNLOAD_TIMEOUT_MS);
  try {
    const response = await fetch(address, { signal: abort.signal });
    clearTimeout(answer);
    if (!response.ok || !response.body) return false;
    await pipeline(Readable.fromWeb(/** @type {import('node:stream/web').ReadableStream} */ (response.body)), createWriteStream(file));
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(answer);
    clearTimeout(end);
  }
}
