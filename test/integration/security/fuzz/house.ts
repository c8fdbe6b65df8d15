import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { KindName, Role } from '../../../../protocol/kinds.ts';
import { errorCodes } from '../../../../protocol/errors.ts';
import { ProcessServer } from '../../../harness/processServer.ts';
import type { TestPerson, TestServer } from '../../../harness/server.ts';

/** A server in a process of its own, so that a crash is seen as one, and what it logs can be read. */
export class FuzzHouse {
  readonly host: TestPerson;
  readonly actor: TestPerson;
  readonly #process: ProcessServer;

  private constructor(one: ProcessServer, host: TestPerson, actor: TestPerson) {
    this.#process = one;
    this.host = host;
    this.actor = actor;
  }

  static async open(): Promise<FuzzHouse> {
    const one = await ProcessServer.start({ LOG_LEVEL: 'warn' });
    return new FuzzHouse(one, await one.server.person('Hana Host'), await one.server.person('Ari Actor', { rank: 'installation' }));
  }

  get server(): TestServer {
    return this.#process.server;
  }

  /** A new session that is open, in which the actor has this role: one that may do everything, when nothing is said. */
  async session(kind: KindName = 'plain', role: Role = 'host'): Promise<string> {
    const session = await this.server.session(this.host, [[this.actor, role]], { kind, lobby: false });
    await this.host.api.call('command', { params: { session }, body: { id: randomUUID(), name: 'session.open', payload: {} } });
    return session;
  }

  /** Throws unless the process is the one that was started, serves, and has met no fault of its own. */
  async assertWell(): Promise<void> {
    const { status } = await this.server.api().call('health');
    if (status !== 'ok') throw new Error(`health: ${status}`);
    const faults = this.#process.output.split('\n').filter((line) => /"level":(?:50|60)/.test(line) || line.includes('Error'));
    if (faults.length > 0) throw new Error(`the server met faults:\n${faults.slice(0, 5).join('\n')}`);
  }

  close(): Promise<void> {
    return this.#process.close();
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
