// Everything that the product needs before it runs, in order; what is there already costs nothing.
import { delimiter, dirname, join } from 'node:path';
import { ROOT } from './cache.mjs';
import { ensureClient } from './client.mjs';
import { explain } from './errors.mjs';
import { ensurePackages } from './packages.mjs';
import { ensureRuntime } from './runtime.mjs';
import { ensureWorker } from './worker.mjs';

/**
 * @typedef {object} Prepared
 * @property {string} node the Node that runs the product
 * @property {NodeJS.ProcessEnv} env the environment to run it with
 */

/**
 * @param {{ client: boolean, worker?: boolean }} options client: whether the client has to be built; worker: whether sound
 *   and video are needed, which they are unless said otherwise
 * @returns {Promise<Prepared>}
 */
export async function prepare({ client, worker = true }) {
  const node = await ensureRuntime();
  await ensurePackages(node);
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
  if (worker) env.MEDIASOUP_WORKER_BIN = await ensureWorker();
  if (client) await ensureClient(node);
  return { node, env };
}

/**
 * A command of ours as a program to launch.
 * @param {Prepared} prepared
 * @param {string[]} args the script below the root, and its arguments
 */
export function nodeProgram({ node, env }, [script = '', ...args]) {
  return { command: node, args: [join(ROOT, script), ...args], env, cwd: ROOT };
}

/**
 * The frame of every command: an error is told in words, and the exit code is the command's answer.
 * @param {() => Promise<number>} command
 */
export async function main(command) {
  try {
    process.exitCode = await command();
  } catch (error) {
    console.error(`\n${explain(error)}`);
    process.exitCode = 1;
  }
}
