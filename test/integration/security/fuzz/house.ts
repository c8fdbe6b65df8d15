import { z } from 'zod';
import { errorCodes } from '../../../../protocol/errors.ts';
import { ServerProcess } from '../../../harness/process.ts';
import { temporaryDirectory, TestServer } from '../../../harness/server.ts';
import type { TestPerson } from '../../../harness/server.ts';
import type { RunningServer } from '../../../../server/server.ts';

/** A server in a process of its own, so that a crash is seen as one, and what it logs can be read. */
export class FuzzHouse {
  readonly server: TestServer;
  readonly host: TestPerson;
  readonly actor: TestPerson;
  readonly #process: ServerProcess;

  private constructor(server: TestServer, child: ServerProcess, host: TestPerson, actor: TestPerson) {
    this.server = server;
    this.#process = child;
    this.host = host;
    this.actor = actor;
  }

  static async open(): Promise<FuzzHouse> {
    const directory = await temporaryDirectory();
    const child = new ServerProcess(directory, { LOG_LEVEL: 'warn' });
    const url = await child.ready();
    const running: Omit<RunningServer, 'host'> = {
      url, addresses: [url], port: Number(new URL(url).port), firstSteps: { kind: 'first', link: child.link }, close: () => child.end(),
    };
    const server = new TestServer(directory, {}, running as RunningServer);
    return new FuzzHouse(server, child, await server.person('Hana Host'), await server.person('Ari Actor', { rank: 'installation' }));
  }

  /** A new session in which the actor may do everything. */
  session(): Promise<string> {
    return this.server.session(this.host, [[this.actor, 'host']], { lobby: false });
  }

  /** Throws unless the process is the one that was started, serves, and has met no fault of its own. */
  async assertWell(): Promise<void> {
    const { status } = await this.server.api().call('health');
    if (status !== 'ok') throw new Error(`health: ${status}`);
    const faults = this.#process.output.split('\n').filter((line) => /"level":(?:50|60)/.test(line) || line.includes('Error'));
    if (faults.length > 0) throw new Error(`the server met faults:\n${faults.slice(0, 5).join('\n')}`);
  }

  /** Resident memory, bytes. */
  async memory(): Promise<number> {
    const figures = await (await this.server.api().raw('metrics')).text();
    return Number(/^gangway_memory_bytes (\S+)$/m.exec(figures)?.[1]);
  }

  close(): Promise<void> {
    return this.server.close();
  }
}

const codes = z.enum(Object.keys(errorCodes) as [keyof typeof errorCodes]).exclude(['server.fault']);
const refusal = z.strictObject({ code: codes, detail: z.string().optional() });
const acknowledgement = z.union([z.strictObject({ ok: z.literal(true), value: z.unknown() }), z.strictObject({ ok: z.literal(false), error: refusal })]);

/** The code of an acknowledgement, which has to have its form and must not be a fault of the server. */
export function codeOf(answer: unknown): string {
  const parsed = acknowledgement.parse(answer);
  return parsed.ok ? 'ok' : parsed.error.code;
}

export const httpRefusal = z.strictObject({ error: refusal });
