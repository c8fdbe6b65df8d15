import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CHROMIUM = process.env['CHROMIUM_BIN'] ?? '/usr/bin/chromium';

/** A network of its own for a browser, with one line to this machine that can be cut: every packet, both ways, in the kernel. */
export class Network {
  /** This machine, as the browser in the network reaches it. */
  readonly host: string;
  /** Starts Chromium inside. */
  readonly chromium: string;
  readonly #name: string;
  readonly #directory: string;

  private constructor(name: string, host: string, directory: string) {
    this.#name = name;
    this.host = host;
    this.#directory = directory;
    this.chromium = join(directory, 'chromium');
  }

  /** Needs root and the tools ip and tc; rejects where they are not. */
  static async open(): Promise<Network> {
    const name = `gw${process.pid % 100_000}`;
    const subnet = `10.231.${process.pid % 250}`;
    const network = new Network(name, `${subnet}.1`, await mkdtemp(join(tmpdir(), 'gangway-network-')));
    await run('ip', ['netns', 'add', name]);
    try {
      await run('ip', ['link', 'add', `${name}a`, 'type', 'veth', 'peer', 'name', `${name}b`]);
      await run('ip', ['link', 'set', `${name}b`, 'netns', name]);
      await run('ip', ['addr', 'add', `${subnet}.1/30`, 'dev', `${name}a`]);
      await run('ip', ['link', 'set', `${name}a`, 'up']);
      for (const command of [['addr', 'add', `${subnet}.2/30`, 'dev', `${name}b`], ['link', 'set', `${name}b`, 'up'], ['link', 'set', 'lo', 'up'], ['route', 'add', 'default', 'via', `${subnet}.1`]]) {
        await run('ip', ['-n', name, ...command]);
      }
      await writeFile(network.chromium, `#!/bin/sh\nexec ip netns exec ${name} ${CHROMIUM} "$@"\n`);
      await chmod(network.chromium, 0o755);
      return network;
    } catch (error) {
      await network.close();
      throw error;
    }
  }

  /** Nothing comes through any more; nobody is told. A rate at which no packet ever fits drops them all. */
  async cut(): Promise<void> {
    const nothing = ['root', 'tbf', 'rate', '8bit', 'burst', '1', 'latency', '1ms'];
    await Promise.all([
      run('tc', ['qdisc', 'replace', 'dev', `${this.#name}a`, ...nothing]), run('tc', ['-n', this.#name, 'qdisc', 'replace', 'dev', `${this.#name}b`, ...nothing]),
    ]);
  }

  async mend(): Promise<void> {
    await Promise.all([
      run('tc', ['qdisc', 'del', 'dev', `${this.#name}a`, 'root']), run('tc', ['-n', this.#name, 'qdisc', 'del', 'dev', `${this.#name}b`, 'root']),
    ]);
  }

  async close(): Promise<void> {
    await run('ip', ['link', 'del', `${this.#name}a`]).catch(() => undefined);
    await run('ip', ['netns', 'del', this.#name]).catch(() => undefined);
    await rm(this.#directory, { recursive: true, force: true });
  }
}
