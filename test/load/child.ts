import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FromServer } from './programs/message.ts';

/** A measured server in a process of its own, so that its CPU and memory are its own. */
export class MeasuredServer {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  static async start(program: string, ...parameters: string[]): Promise<MeasuredServer> {
    const child = fork(fileURLToPath(new URL(`programs/${program}.ts`, import.meta.url)), parameters, { execArgv: ['--expose-gc'] });
    const [message] = await once(child, 'message') as [FromServer];
    if (!('ready' in message)) throw new Error(`${program} did not start`);
    return new MeasuredServer(child, message.ready);
  }

  /** CPU in microseconds since the last call, and resident memory in bytes. */
  async usage(): Promise<Extract<FromServer, { rssBytes: number }>> {
    const answer = once(this.#child, 'message') as Promise<[FromServer]>;
    this.#child.send('usage');
    const [message] = await answer;
    if (!('rssBytes' in message)) throw new Error('no figures');
    return message;
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.send('stop');
    await ended;
  }
}
