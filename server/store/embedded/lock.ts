import { closeSync, openSync, readFileSync, readlinkSync, rmSync, writeSync } from 'node:fs';
import { readFile, readdir, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StoreError, errnoOf, toStoreError } from '../errors.ts';
import { FILE_MODE } from './durable.ts';

/** The holder touches its lock this often. Only who cannot see the holder's process, being in another container, goes by it. */
const HEARTBEAT_MS = 2_000;
/** A holder that cannot be seen and has been silent this long is gone. */
const SILENCE_MS = 5 * HEARTBEAT_MS;
/** The name is written in the same breath as the file is made: a file still without one was left by a kill in between. */
const NAMELESS_SILENCE_MS = 1_000;
const POLL_MS = 250;

/** A process, so described that no later one with the same number is taken for it. */
interface Holder {
  readonly pid: number;
  /** Start time in clock ticks since boot, as the kernel tells it; empty where it does not. */
  readonly start: string;
  /** Machine, boot and process namespace: within one of these `pid` and `start` mean something. */
  readonly space: string;
}

interface Found {
  readonly text: string;
  readonly touched: number;
}

/** One process a data directory: the lock file names it, and is made so that only one can make it. */
export class DirectoryLock {
  readonly #path: string;
  readonly #text: string;
  readonly #heartbeat: NodeJS.Timeout;

  private constructor(path: string, text: string) {
    this.#path = path;
    this.#text = text;
    this.#heartbeat = setInterval(() => {
      const now = new Date();
      // On a disk that takes no writes there is nothing to be done about it, and the writes themselves report it.
      void utimes(path, now, now).catch(() => undefined);
    }, HEARTBEAT_MS).unref();
  }

  /** Rejects with `store.locked` while the holder lives; removes what a dead one left. */
  static async acquire(directory: string): Promise<DirectoryLock> {
    const path = join(directory, 'lock');
    const text = `${JSON.stringify(thisProcess())}\n`;
    try {
      while (!create(path, text)) {
        const found = await look(path);
        if (!found) continue;
        if (!(await isGone(path, found))) throw new StoreError('store.locked', `${directory} is in use by ${describe(found)}`);
        await removeStale(directory, path, found, text);
      }
      for (const name of await readdir(directory)) {
        if (name.startsWith(LEFT_PREFIX)) await rm(join(directory, name), { force: true });
      }
    } catch (error) {
      throw toStoreError(error, `Locking ${directory}`);
    }
    return new DirectoryLock(path, text);
  }

  async release(): Promise<void> {
    clearInterval(this.#heartbeat);
    if ((await look(this.#path))?.text === this.#text) await rm(this.#path, { force: true });
  }
}

/** Whoever is removing a stale lock; and what died while doing so, in this form or an earlier one. */
const GUARD = 'lock.taking';
const LEFT_PREFIX = 'lock.';

/** Synchronous, so that next to no time passes between making the file and writing the name. */
function create(path: string, text: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx', FILE_MODE);
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    writeSync(file, text);
    return true;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

async function look(path: string): Promise<Found | undefined> {
  try {
    return { text: await readFile(path, 'utf8'), touched: (await stat(path)).mtimeMs };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function isGone(path: string, found: Found): Promise<boolean> {
  const holder = parseHolder(found.text);
  if (holder && holder.space === thisProcess().space) return startOf(holder.pid) !== holder.start;
  // Not visible from here, or killed before it had written its name: whoever lives touches the lock.
  const silence = holder ? SILENCE_MS : NAMELESS_SILENCE_MS;
  const deadline = Math.min(Date.now(), found.touched) + silence;
  while (Date.now() < deadline) {
    await delay(POLL_MS);
    const again = await look(path);
    if (again?.text !== found.text || again.touched !== found.touched) return false;
  }
  return true;
}

/**
 * Removes what a dead holder left. One at a time does it, and looks again first: of several that found it stale none can remove
 * the lock that another has made meanwhile.
 */
async function removeStale(directory: string, path: string, found: Found, text: string): Promise<void> {
  const guard = join(directory, GUARD);
  if (!create(guard, text)) {
    const other = await look(guard);
    if (other && !(await isGone(guard, other))) throw new StoreError('store.locked', `${directory} is in use by ${describe(other)}`);
    // It was left by one that died while it did this; the next try finds the way free.
    await rm(guard, { force: true });
    return;
  }
  try {
    const again = await look(path);
    if (again?.text === found.text && again.touched === found.touched) await rm(path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isHolder(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null && 'pid' in value && Number.isSafeInteger(value.pid)
    && 'start' in value && typeof value.start === 'string' && 'space' in value && typeof value.space === 'string';
}

function describe(found: Found): string {
  const holder = parseHolder(found.text);
  return holder ? `process ${holder.pid}` : 'another process';
}

function thisProcess(): Holder {
  return { pid: process.pid, start: startOf(process.pid) ?? '', space: space() };
}

/** When a process started; undefined when there is none of this number. */
function startOf(pid: number): string | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may hold spaces; the start time is the 22nd field.
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    if (isLinux()) return undefined;
  }
  try {
    process.kill(pid, 0);
    return '';
  } catch (error) {
    return errnoOf(error) === 'EPERM' ? '' : undefined;
  }
}

function space(): string {
  if (!isLinux()) return hostname();
  return [hostname(), attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()), attempt(() => readlinkSync('/proc/self/ns/pid'))].join(' ');
}

/** Some sandboxes hide these; then the rest has to tell machines apart. */
function attempt(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

function isLinux(): boolean {
  return process.platform === 'linux';
}
