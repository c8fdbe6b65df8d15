import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { RefusalError } from '../../../protocol/errors.ts';
import type { ErrorCode } from '../../../protocol/errors.ts';
import type { Evidence, Part } from '../../../protocol/observation/evidence.ts';
import { limits } from '../../../protocol/limits.ts';
import { routePaths } from '../../../protocol/routes/paths.ts';
import type { CommandInput, CommandName } from '../../../protocol/table.ts';
import type { LiveSession } from '../../../server/live/session.ts';
import { startTestServer } from '../../harness/server.ts';
import type { TestPerson, TestServer } from '../../harness/server.ts';

export const roles = ['hostLead', 'fieldCamera', 'operatorRepresentative', 'operatorStaff', 'leadObserver', 'observer', 'interpreter', 'secretariat'] as const;
export type Who = (typeof roles)[number] | 'outsider';

/** A server and somebody for every role of a visit, the observers of another administration; sessions are made one a test. */
export class VisitHouse {
  readonly server: TestServer;
  readonly people: Readonly<Record<Who, TestPerson>>;

  private constructor(server: TestServer, people: VisitHouse['people']) {
    this.server = server;
    this.people = people;
  }

  static async open(): Promise<VisitHouse> {
    const server = await startTestServer();
    const partner = await server.administration('Customs of the South', 'CH');
    const people: Partial<Record<Who, TestPerson>> = {};
    for (const who of [...roles, 'outsider'] as const) {
      people[who] = await server.person(who, who === 'leadObserver' || who === 'observer' ? { administration: partner } : {});
    }
    return new VisitHouse(server, people as VisitHouse['people']);
  }

  /** A visit under way, with one zone whose capture is consented to. */
  async visit(): Promise<Visit> {
    const others = roles.slice(1).map((role) => [this.people[role], role] as const);
    const session = await this.server.session(this.people.hostLead, others, { kind: 'observation', lobby: false });
    const visit = new Visit(this, session, randomUUID());
    await visit.run('hostLead', 'session.open', {});
    await visit.run('hostLead', 'visit.zone', { kind: 'gate', name: 'Gate', noRecord: false, remark: '' }, visit.zone);
    await visit.inside('hostLead', 'consent.zone', { zone: visit.zone, state: 'given' });
    return visit;
  }

  /** Every content in the store, and every half of one. */
  async stored(): Promise<{ readonly files: readonly string[]; readonly uploads: readonly string[] }> {
    const files = await readdir(join(this.server.directory, 'files'));
    return { files: files.filter((name) => name !== 'incoming'), uploads: await readdir(join(this.server.directory, 'uploads')) };
  }

  close(): Promise<void> {
    return this.server.close();
  }
}

export interface Pictures {
  readonly content: Buffer;
  readonly thumbnail?: Buffer;
}

/** Bytes that begin as a JPEG does. */
export function jpeg(bytes = 100_000): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(bytes - 4)]);
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const contentOf = (bytes: Buffer, mime: string) => ({ hash: sha256(bytes), bytes: bytes.length, mime: mime as 'image/jpeg' });

export class Visit {
  readonly house: VisitHouse;
  readonly session: string;
  readonly zone: string;

  constructor(house: VisitHouse, session: string, zone: string) {
    this.house = house;
    this.session = session;
    this.zone = zone;
  }

  live(): Promise<LiveSession> {
    return this.house.server.host.get(this.session);
  }

  async item(id: string): Promise<Evidence> {
    return (await this.live()).state.observation.evidence.items[id]!;
  }

  /** A command through the gate; throws what refuses it. Answers its id. */
  async run<N extends CommandName>(who: Who, name: N, payload: CommandInput<N>, id: string = randomUUID()): Promise<string> {
    const live = await this.live();
    const done = await live.run(this.participant(live, who), id, name, payload);
    if (!done.ok) throw new RefusalError(done.error.code, done.error.detail);
    return id;
  }

  /** The same for what is done from inside alone: they come in for it. */
  async inside<N extends CommandName>(who: Who, name: N, payload: CommandInput<N>): Promise<string> {
    const live = await this.live();
    const participant = this.participant(live, who);
    const { presence, connected: _connected, room: _room, ...seat } = live.state.participants[participant]!;
    if (presence !== 'in') await live.record({ type: 'participant.joined', data: { participant, who: seat } });
    return this.run(who, name, payload);
  }

  /** Registers a picture; its bytes do not follow yet. */
  capture(who: Who, { content, thumbnail }: Pictures, more: Partial<CommandInput<'evidence.capture'>> = {}, mime = 'image/jpeg'): Promise<string> {
    return this.run(who, 'evidence.capture', {
      kind: 'still', title: 'The gate', capturedAt: Date.now(), zone: this.zone,
      pictured: { content: contentOf(content, mime), ...(thumbnail ? { thumbnail: contentOf(thumbnail, mime) } : {}) }, ...more,
    });
  }

  async mask(evidence: string, { content, thumbnail }: Pictures): Promise<string> {
    return this.run('operatorRepresentative', 'evidence.mask', {
      evidence, of: evidence, regions: [{ x: 0.1, y: 0.1, width: 0.2, height: 0.2, hides: 'person' }],
      pictured: { content: contentOf(content, 'image/jpeg'), ...(thumbnail ? { thumbnail: contentOf(thumbnail, 'image/jpeg') } : {}) },
    });
  }

  /** Registers a picture and sends all of it. */
  async captured(pictures: Pictures, more?: Partial<CommandInput<'evidence.capture'>>): Promise<string> {
    const evidence = await this.capture('fieldCamera', pictures, more);
    await this.sendAll('fieldCamera', evidence, evidence, pictures);
    return evidence;
  }

  async sendAll(who: Who, evidence: string, version: string, { content, thumbnail }: Pictures): Promise<void> {
    for (const [part, bytes] of [['thumbnail', thumbnail], ['content', content]] as const) {
      for (let at = 0; bytes && at < bytes.length; at += limits.uploadPartBytes) {
        await this.send(who, evidence, version, part, at, bytes.subarray(at, at + limits.uploadPartBytes));
      }
    }
  }

  params(evidence: string, version: string, part: Part) {
    return { session: this.session, evidence, version, part };
  }

  send(who: Who, evidence: string, version: string, part: Part, offset: number, file: Uint8Array) {
    return this.house.people[who].api.call('uploadPart', { params: this.params(evidence, version, part), query: { offset: String(offset) }, file });
  }

  /** The refusal of a part, with its detail. */
  async sendRefused(...args: Parameters<Visit['send']>): Promise<{ code: ErrorCode; detail?: string } | undefined> {
    try {
      await this.send(...args);
      return undefined;
    } catch (error) {
      if (error instanceof RefusalError) return error.refusal;
      throw error;
    }
  }

  state(who: Who, evidence: string, version = evidence, part: Part = 'content') {
    return this.house.people[who].api.call('uploadState', { params: this.params(evidence, version, part) });
  }

  /** A part that the test writes byte by byte; `answered` rejects when the connection ends without an answer. */
  sending(who: Who, evidence: string, offset: number, headers: Readonly<Record<string, string>>, part: Part = 'content') {
    const { server, people } = this.house;
    const path = Object.entries(this.params(evidence, evidence, part)).reduce((all, [key, value]) => all.replace(`:${key}`, value), routePaths.uploadPart.path as string);
    const request = httpRequest(`${server.url}${path}?offset=${offset}`, {
      method: 'POST', agent: false, headers: { Origin: server.url, Cookie: people[who].cookie, 'Content-Type': 'application/octet-stream', ...headers },
    });
    const answered = new Promise<{ status: number | undefined; body: Answer }>((resolve, reject) => {
      request.on('error', reject).on('response', (response: IncomingMessage) => {
        json(response).then((body) => resolve({ status: response.statusCode, body: body as Answer }), reject);
      });
    });
    answered.catch(() => undefined);
    return { request, answered } satisfies { request: ClientRequest; answered: Promise<unknown> };
  }

  private participant(live: LiveSession, who: Who): string {
    const { id } = this.house.people[who];
    return Object.values(live.state.participants).find((one) => one.person === id)?.id ?? id;
  }
}

interface Answer {
  readonly error?: { readonly code: ErrorCode; readonly detail?: string };
  readonly received?: number;
  readonly stored?: boolean;
}
