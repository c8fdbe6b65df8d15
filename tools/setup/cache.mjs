// Where set-up keeps what is slow to get (a Node runtime, a built mediasoup-worker), outside the work tree, so that
// another clone on the same machine does not wait again.
import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SetupError } from './errors.mjs'

/** The root of the work tree. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '')

/**
 * The cache directory: GANGWAY_CACHE, else gangway in XDG_CACHE_HOME, else in ~/.cache.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string}
 */
export function cacheDirectory(env = process.env) {
  if (env.GANGWAY_CACHE) return env.GANGWAY_CACHE
  return join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'gangway')
}

/**
 * Runs `fill` on an empty temporary directory beside `target` and then renames it to `target`, so that nobody ever
 * sees a half-filled one.
 * @param {string} target
 * @param {(directory: string) => Promise<void>} fill
 */
export async function fillDirectory(target, fill) {
  const temporary = `${target}.${randomUUID()}.tmp`
  try {
    mkdirSync(temporary, { recursive: true })
    await fill(temporary)
    rmSync(target, { recursive: true, force: true })
    renameSync(temporary, target)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

/**
 * Refuses early when a disk has less room than a step needs.
 * @param {string} directory where the step will write; made when missing
 * @param {number} megabytes
 * @param {string} purpose for the message
 */
export function requireSpace(directory, megabytes, purpose) {
  mkdirSync(directory, { recursive: true })
  const { bavail, bsize } = statfsSync(directory)
  const free = Math.floor((bavail * bsize) / 1e6)
  if (free >= megabytes) return
  throw new SetupError(
    `${purpose} needs ${megabytes} MB of free disk space in ${directory}; there are ${free} MB.`,
    'Free some space, or set GANGWAY_CACHE to a directory on a larger disk.',
  )
}

/**
 * Runs `work` while no other process runs one of the same name. The kernel lets go of the lock when this process
 * ends, however it ends. Where there is no flock (not Debian), two runs may do the same work twice, harmlessly.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once when another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(name, work, onWait) {
  const path = join(cacheDirectory(), 'locks', `${name}.lock`)
  mkdirSync(dirname(path), { recursive: true })
  // The holder lives as long as its standard input, which ends with this process.
  const holder = spawn('flock', [path, 'sh', '-c', 'echo held; exec cat'], { stdio: ['pipe', 'pipe', 'ignore'], detached: true })
  const waiting = setTimeout(() => onWait?.(), 300)
  await new Promise((resolve) => {
    holder.once('error', resolve)
    holder.stdout.once('data', resolve)
    holder.once('exit', resolve)
  })
  clearTimeout(waiting)
  try {
    return await work()
  } finally {
    holder.stdin.end()
  }
}

/**
 * A short key of what a step depends on.
 * @param {...(string | Buffer)} parts
 * @returns {string} 16 hexadecimal digits
 */
export function keyOf(...parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex').slice(0, 16)
}

/**
 * The text of a small file, or nothing when there is none.
 * @param {string} path
 * @returns {string | undefined}
 */
export function readText(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
