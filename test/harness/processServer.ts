import type { RunningServer } from '../../server/server.ts';
import { ServerProcess } from './process.ts';
import { temporaryDirectory, TestServer } from './server.ts';
import type { Environment } from './server.ts';

/** A server in a process of its own, with everything that a test does with one; it can be killed and started again. */
export class ProcessServer {
  readonly server: TestServer;
  readonly directory: string;
  readonly #overrides: Environment;
  #child: ServerProcess;

  private constructor(directory: string, overrides: Environment, child: ServerProcess, url: string) {
    this.directory = directory;
    this.#overrides = { ...overrides, PORT: new URL(url).port };
    this.#child = child;
    // The host lives in the other process: a test that asks for it does not compile to sense, and fails.
    const running: Omit<RunningServer, 'host'> = {
      url, addresses: [url], port: Number(new URL(url).port), firstSteps: { kind: 'first', link: child.link }, close: () => this.#child.end(),
    };
    this.server = new TestServer(directory, overrides, running as RunningServer);
  }

  static async start(overrides: Environment = {}): Promise<ProcessServer> {
    const directory = await temporaryDirectory();
    const child = new ServerProcess(directory, overrides);
    return new ProcessServer(directory, overrides, child, await child.ready());
  }

  /** Everything that the present process printed. */
  get output(): string {
    return this.#child.output;
  }

  get pid(): number {
    return this.#child.pid;
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#child.exited;
  }

  /** Another process on the same directory and port; resolves when it answers. */
  async again(): Promise<void> {
    this.#child = new ServerProcess(this.directory, this.#overrides);
    await this.#child.ready();
  }

  close(): Promise<void> {
    return this.server.close();
  }
}
