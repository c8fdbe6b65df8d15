// How set-up calls npm.
import { basename } from 'node:path';
import { attempt, run } from './run.mjs';

/**
 * @typedef {object} Npm
 * @property {string} command
 * @property {string[]} prefix arguments that come first
 */

/**
 * How to call npm with a given Node: the npm that started us, else the one on the PATH.
 * @param {string} node
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Npm}
 */
export function npmCommand(node, env = process.env) {
  const script = env.npm_execpath;
  return script && basename(script) === 'npm-cli.js' ? { command: node, prefix: [script] } : { command: 'npm', prefix: [] };
}

/**
 * Runs npm for something that comes from the registry or from npm's own cache. Without a network npm would ask for one
 * package after the other, minutes long; so one question with a short time-out decides whether it shall ask at all.
 * @param {Npm} npm
 * @param {string[]} args
 * @param {{ cwd: string, lock: number, failure: string }} options
 */
export async function runNpm({ command, prefix }, args, { failure, ...options }) {
  const question = ['view', 'mediasoup', 'name', '--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=15000'];
  const reached = (await attempt(command, [...prefix, ...question], options)).code === 0;
  // Versions are exact, so that lists of versions in the cache are as good as fresh ones.
  // Errors are wanted even when whoever called us told npm to be silent: we show them.
  await run(command, [...prefix, ...args, '--loglevel=error', reached ? '--prefer-offline' : '--offline'], {
    ...options,
    failure: reached ? failure : `${failure}: it does not reach the registry, and its cache does not hold everything`,
    remedy: `${reached ? 'See above what npm says' : 'Check that this machine reaches the npm registry (npm ping)'}, and run the command again.`,
  });
}
