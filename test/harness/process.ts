import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { testEnvironment } from './server.ts';
import type { Environment } from './server.ts';

const MAIN = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

/** A server as a process of its own, for what only a process shows: signals, exit codes, its death. */
export class ServerProcess {
  readonly #child: ChildProcess;
  #output = '';
  readonly #waiting = new Set<() => void>();
  readonly exited: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;

  constructor(directory: string, overrides: Environment = {}) {
    const { PATH, HOME } = process.env;
    this.#child = spawn(process.execPath, [MAIN], {
      env: { PATH, HOME, ...testEnvironment(directory, overrides) }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout!, this.#child.stderr!]) {
      stream.on('data', (chunk: Buffer) => {
        this.#output += chunk.toString();
        this.#wake();
      });
    }
    this.exited = once(this.#child, 'exit').then(([code, signal]) => ({ code: code as number | null, signal: signal as NodeJS.Signals | null }));
    void this.exited.then(() => this.#wake());
  }

  /** Everything that it printed. */
  get output(): string {
    return this.#output;
  }

  get pid(): number {
    return this.#child.pid!;
  }

  /** The address that it prints when it is ready; rejects when it ends before. */
  async ready(): Promise<string> {
    await this.until(() => this.#output.includes('Gangway is ready') && this.#output.endsWith('\n'));
    const address = /Gangway is ready: (\S+)/.exec(this.#output)?.[1];
    if (address === undefined) throw new Error(`the server did not start:\n${this.#output}`);
    return address.replace('localhost', '127.0.0.1');
  }

  /** The one-time link that it prints on its first run. */
  get link(): string {
    const link = /https?:\/\/\S+\/setup\/\S+/.exec(this.#output)?.[0];
    if (link === undefined) throw new Error(`no one-time link was printed:\n${this.#output}`);
    return link;
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Waits for what it prints, or for its end. */
  async until(condition: () => boolean): Promise<void> {
    if (condition() || this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      const check = (): void => {
        if (!condition() && this.#child.exitCode === null && this.#child.signalCode === null) return;
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
    });
  }

  /** For afterEach: whatever a test left running. */
  async end(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.exited;
  }

  #wake(): void {
    for (const check of this.#waiting) check();
  }
}
