import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32, deflateSync } from 'node:zlib';
import { RefusalError } from '../../../protocol/errors.ts';
import type { Role } from '../../../protocol/kinds.ts';
import type { Draft } from '../../../protocol/live/event.ts';
import type { Content, Part, Pictured } from '../../../protocol/observation/evidence.ts';
import { audiences } from '../../../protocol/observation/project.ts';
import type { PersonView } from '../../../protocol/routes/identity.ts';
import type { CommandName } from '../../../protocol/table.ts';
import { createApp } from '../../../server/http/app.ts';
import type { RouteHandlers } from '../../../server/http/call.ts';
import { nobody } from '../../../server/identity/caller.ts';
import type { Caller } from '../../../server/identity/caller.ts';
import { LiveHost } from '../../../server/live/host.ts';
import type { LiveSession } from '../../../server/live/session.ts';
import { openLog } from '../../../server/log.ts';
import { packageHandlers } from '../../../server/observation/package/handlers.ts';
import { reportHandlers } from '../../../server/observation/report/handlers.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open.ts';
import type { Store } from '../../../server/store/store.ts';
import { chunks, temporaryPlace } from '../store/place.ts';
import type { Place } from '../store/place.ts';

export const VISIT = 'visit';
const NORTH = { administration: 'north', administrationName: 'Customs of the North', country: 'BE' };
const EAST = { administration: 'east', administrationName: '东方海关', country: 'CN' };
const OPERATOR = { administration: 'operator', administrationName: 'Port Logistics', country: 'BE' };

const people: Readonly<Record<string, typeof NORTH & { readonly role: Role; readonly name: string; readonly language: string }>> = {
  lead: { ...NORTH, role: 'hostLead', name: 'Zoé Lefèvre', language: 'fr' },
  camera: { ...NORTH, role: 'fieldCamera', name: 'Karim محمد', language: 'en' },
  rep: { ...OPERATOR, role: 'operatorRepresentative', name: 'Rosa Ortiz', language: 'en' },
  wu: { ...EAST, role: 'leadObserver', name: '吴敏', language: 'zh' },
  li: { ...EAST, role: 'observer', name: '李强', language: 'zh' },
};

/** What may never reach an observer, as it stands in originals and in words. */
export const secrets = {
  withheld: 'the withheld recipe', beforeMask: 'a face before it was masked', discarded: 'given up and gone', title: 'Title of what was withheld', worker: 'Worker Who Is Not Named',
  hostNote: 'a note for the North alone', chat: 'a word between two alone',
};
/** What the observers say among themselves reaches nobody else. */
export const BACK_CHANNEL = 'said in the back channel';
/** Names and texts that would be more than text if anything took them for source. */
export const hostile = '#eval("1+1") *bold* $x^2$ @label <tag> \\ "quoted" `raw` // \u2028 {fill}';

/** A visit with its report, evidence of every kind, and the routes that export it: real store, real gates, real HTTP. */
export class ExportHouse {
  readonly place: Place;
  readonly store: Store;
  readonly live: LiveSession;
  readonly url: string;
  readonly #stop: () => Promise<void>;

  private constructor(place: Place, store: Store, live: LiveSession, url: string, stop: () => Promise<void>) {
    this.place = place;
    this.store = store;
    this.live = live;
    this.url = url;
    this.#stop = stop;
  }

  static async open(place?: Place): Promise<ExportHouse> {
    place ??= await temporaryPlace();
    const store = await openEmbeddedStore(place.path);
    const log = openLog('silent');
    const host = new LiveHost(store, (id) => id === VISIT);
    const live = await host.get(VISIT);
    if (live.state.seq === 0) await new Visit(store, live).play();
    const handlers = { ...reportHandlers({ store, log }), ...packageHandlers({ store, log }) };
    const app = createApp({
      handlers: new Proxy(handlers as unknown as RouteHandlers, { get: (mine, name: keyof RouteHandlers) => mine[name] ?? absent }),
      host, callerOf: (cookie) => Promise.resolve(callerOf(cookie)), originAllowed: () => true, mayReadMetrics: () => false, trustedProxies: 1, secure: false, log,
    });
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new ExportHouse(place, store, live, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await live.close();
      await store.close();
    });
  }

  /** Each call comes from an address of its own: the package is limited by address. */
  get(who: string, path: string): Promise<Response> {
    const address = Array.from({ length: 3 }, () => Math.floor(Math.random() * 250) + 1).join('.');
    return fetch(`${this.url}/api/sessions/${VISIT}/${path}`, { headers: { cookie: `who=${who}`, 'x-forwarded-for': `10.${address}` } });
  }

  /** Stops the server and keeps its data. */
  close(): Promise<void> {
    return this.#stop();
  }

  async remove(): Promise<void> {
    await this.#stop();
    await this.place.remove();
  }
}

/** What happens in the visit, by the same commands as in the room. */
class Visit {
  readonly #store: Store;
  readonly #live: LiveSession;

  constructor(store: Store, live: LiveSession) {
    this.#store = store;
    this.#live = live;
  }

  async play(): Promise<void> {
    const startsAt = Date.UTC(2026, 2, 3, 9);
    await this.#record({
      type: 'session.scheduled',
      data: {
        id: VISIT, kind: 'observation', administration: 'north', createdBy: 'lead', title: `Visit ${hostile}`.slice(0, 120), languages: ['en', 'zh'],
        startsAt, endsAt: startsAt + 3 * 3_600_000, zone: 'Europe/Brussels', lobby: false,
      },
    }, ...Object.entries(people).map(([id, one]): Draft => ({ type: 'participant.invited', data: { id, person: id, ...one } })));
    await this.#record(
      { type: 'room.created', data: { id: 'backChannel', name: 'backChannel', mode: 'alongside', members: [], roles: ['leadObserver', 'observer'] } },
      { type: 'session.opened', data: {} },
    );
    for (const [order, [id, one]] of Object.entries(people).entries()) {
      await this.#record({ type: 'participant.joined', data: { participant: id, who: { id, person: id, ...one, order } } });
    }
    await this.#plan(startsAt);
    await this.#do('lead', 'session.start', {});
    await this.#talk();
    const shown = await this.#evidence(startsAt);
    await this.#inspect();
    await this.#write(shown);
    await this.#do('lead', 'visit.stage', { stage: 'postValidation' });
    await this.#do('lead', 'session.end', {});
    await this.#do('lead', 'report.build', {});
    await this.#do('lead', 'report.edit', {
      base: 1,
      texts: {
        summary: `The dock and the yard were shown.\nCe qui a été montré : l’entrepôt.\n\n码头和堆场均已展示。 ${hostile}`, jointConclusions: 'Both sides agree.', hostView: 'We are satisfied.',
        criteria: { G: 'Seals are kept in a locked cabinet.' },
      },
    });
    await this.#do('wu', 'report.edit', { base: 2, texts: { partnerView: '我方认为管理有序。' } });
    await this.#do('lead', 'report.confirm', { number: 3 });
    await this.#do('wu', 'report.confirm', { number: 3 });
  }

  async #plan(startsAt: number): Promise<void> {
    await this.#do('lead', 'visit.describe', {
      operator: { name: `Port Logistics ${hostile}`.slice(0, 150), identifier: 'BE-AEO-0042', country: 'BE', business: 'Warehouse keeper' }, premises: { name: 'Terminal 4', address: 'Quay 17, Antwerp' },
    });
    for (const [id, kind, name, noRecord] of [['dock', 'dock', 'Dock 3', false], ['yard', 'containerYard', 'Yard east', false], ['it', 'itRoom', 'Server room', true]] as const) {
      await this.#do('lead', 'visit.zone', { kind, name, noRecord, remark: noRecord ? '' : 'High-visibility vest' }, id);
    }
    await this.#do('lead', 'visit.slot', { title: 'Arrival and dock', startsAt, minutes: 45, zone: 'dock', owner: 'lead' }, 's1');
    await this.#do('lead', 'visit.slot', { title: 'Container yard', startsAt: startsAt + 45 * 60_000, minutes: 30, zone: 'yard' }, 's2');
    await this.#do('lead', 'visit.criterion', { title: 'Own criterion: pallets', questions: ['How are pallets stored?'] }, 'own1');
    await this.#do('lead', 'visit.scope', { criteria: ['G', 'H', 'own1'] });
    await this.#do('lead', 'visit.document', { criterion: 'G', title: 'Procedure for seals' });
    await this.#do('camera', 'visit.rehearse', { zone: 'dock', verdict: 'go', upKbps: 4_200, downKbps: 18_000, roundTripMs: 48, transport: 'udp', remark: '' });
    await this.#do('camera', 'visit.rehearse', { zone: 'yard', verdict: 'noGo', upKbps: 310, remark: 'Poor reception behind the crane' });
    await this.#do('lead', 'consent.zone', { zone: 'dock', state: 'given' });
    for (const zone of ['dock', 'yard']) await this.#do('rep', 'consent.zone', { zone, state: 'given' });
    await this.#do('lead', 'consent.person', { name: secrets.worker, zone: 'yard', state: 'given' }, 'p1');
    await this.#do('lead', 'consent.person', { consent: 'p1', name: secrets.worker, zone: 'yard', state: 'withdrawn' });
    await this.#do('lead', 'consent.removePerson', { consent: 'p1' });
    await this.#do('lead', 'visit.beginSlot', { slot: 's1' });
    await this.#do('lead', 'visit.beginSlot', { slot: null });
  }

  async #talk(): Promise<void> {
    await this.#do('wu', 'chat.send', { text: BACK_CHANNEL, room: 'backChannel' });
    await this.#do('lead', 'chat.send', { text: secrets.chat, to: 'camera' });
    await this.#do('lead', 'note.write', { text: secrets.hostNote, shared: false });
    await this.#do('li', 'note.write', { text: 'Lighting at the dock is good.', shared: true, criterion: 'H' });
  }

  /** Answers the items that were released. */
  async #evidence(at: number): Promise<readonly string[]> {
    const still = { kind: 'still', zone: 'dock', criterion: 'G' } as const;
    await this.#capture('e1', { ...still, title: `Seal ${hostile}`.slice(0, 120), capturedAt: at + 61_000, place: { latitude: 51.2601, longitude: 4.3995, accuracy: 8 } }, 'the first original');
    await this.#do('rep', 'evidence.release', { evidence: 'e1', version: 'e1' });
    await this.#do('wu', 'evidence.markUp', {
      evidence: 'e1', of: 'e1',
      marks: [
        { id: 'm1', shape: 'arrow', ink: 'red', number: 1, from: { x: 0.1, y: 0.2 }, to: { x: 0.5, y: 0.5 } },
        { id: 'm2', shape: 'circle', ink: 'blue', number: 2, centre: { x: 0.7, y: 0.5 }, radiusX: 0.1, radiusY: 0.2 },
        { id: 'm3', shape: 'text', ink: 'green', at: { x: 0.1, y: 0.85 }, text: 'seal' },
      ],
    }, 'e1m');
    await this.#capture('e2', { ...still, title: 'Dock door', capturedAt: at + 122_000 }, secrets.beforeMask);
    const masked = this.#pictured('the masked version', 90);
    await this.#do('rep', 'evidence.mask', { evidence: 'e2', of: 'e2', regions: [{ x: 0.1, y: 0.1, width: 0.2, height: 0.2, hides: 'person' }], pictured: masked.pictured }, 'e2v');
    await this.#keep('e2', 'e2v', masked);
    await this.#do('rep', 'evidence.release', { evidence: 'e2', version: 'e2v' });
    await this.#capture('e3', { ...still, title: secrets.title, capturedAt: at + 183_000 }, secrets.withheld);
    await this.#do('rep', 'evidence.withhold', { evidence: 'e3', reason: 'Commercial secret of a client' });
    await this.#capture('e4', { kind: 'file', title: 'Procedure', capturedAt: at + 244_000 }, '%PDF-1.7 the procedure', false);
    await this.#do('rep', 'evidence.release', { evidence: 'e4', version: 'e4' });
    const gone = this.#pictured(secrets.discarded, 30);
    await this.#do('camera', 'evidence.capture', { ...still, title: 'Given up', capturedAt: at + 305_000, pictured: gone.pictured }, 'e5');
    await this.#do('camera', 'evidence.discard', { evidence: 'e5' });
    const coming = this.#pictured('still on its way', 40);
    await this.#do('camera', 'evidence.capture', { ...still, title: 'On its way', capturedAt: at + 366_000, pictured: coming.pictured }, 'e6');
    return ['e1', 'e2', 'e4'];
  }

  async #inspect(): Promise<void> {
    await this.#do('camera', 'inspection.begin', { container: 'CSQU3054383', asRead: false, zone: 'yard' }, 'i1');
    for (const point of ['undercarriage', 'doors', 'rightSide', 'leftSide', 'frontWall', 'ceiling'] as const) {
      await this.#do('camera', 'inspection.point', { inspection: 'i1', point, result: point === 'ceiling' ? 'notConform' : 'conform', remark: point === 'ceiling' ? 'A patch near the front' : '' });
    }
    const checks = { affixed: 'conform', standard: 'conform', intact: 'conform', matches: 'notChecked' };
    await this.#do('camera', 'inspection.seal', { inspection: 'i1', number: 'ML-CN 0012345', documentNumber: 'MLCN0012346', checks });
    await this.#do('camera', 'inspection.close', { inspection: 'i1' });
  }

  async #write(shown: readonly string[]): Promise<void> {
    await this.#do('wu', 'finding.write', { grade: 'gap', criterion: 'G', text: `Seal numbers differ. ${hostile}`, evidence: shown.slice(0, 2), owner: 'Head of the yard', due: Date.UTC(2026, 5, 1) });
    await this.#do('lead', 'finding.write', { grade: 'conform', criterion: 'H', text: 'Conveyances are inspected at the gate.', evidence: [], owner: '' });
    await this.#do('li', 'question.ask', { text: '封条由谁保管？', slot: 's1', criterion: 'G' }, 'q1');
    await this.#do('lead', 'question.answer', { question: 'q1', text: 'By the shift leader.', inWriting: false });
    await this.#do('wu', 'question.ask', { text: 'Who may open the cabinet?' }, 'q2');
    await this.#do('lead', 'question.move', { question: 'q2', state: 'deferred' });
    await this.#do('wu', 'question.ask', { text: 'Is there a night shift?' }, 'q3');
  }

  async #capture(id: string, origin: object, content: string, isPicture = true): Promise<void> {
    const made = this.#pictured(content, 100 + id.charCodeAt(1), isPicture);
    await this.#do('camera', 'evidence.capture', { ...origin, pictured: made.pictured }, id);
    await this.#keep(id, id, made);
  }

  #pictured(content: string, shade: number, isPicture = true): { readonly pictured: Pictured; readonly bytes: readonly (readonly [Part, Buffer])[] } {
    const bytes = Buffer.from(content);
    if (!isPicture) return { pictured: { content: described(bytes, 'application/pdf') }, bytes: [['content', bytes]] };
    const small = png(160, 120, shade);
    return { pictured: { content: described(bytes, 'image/jpeg', 4_000, 3_000), thumbnail: described(small, 'image/png', 160, 120) }, bytes: [['content', bytes], ['thumbnail', small]] };
  }

  /** The bytes reach the store, as after an upload. */
  async #keep(evidence: string, version: string, made: { readonly bytes: readonly (readonly [Part, Buffer])[] }): Promise<void> {
    for (const [part, bytes] of made.bytes) {
      await this.#store.files.put(chunks(bytes), { maxBytes: 1e6 });
      await this.#record({ type: 'evidence.stored', data: { evidence, version, part }, audience: audiences.custody });
    }
  }

  async #do(who: string, name: CommandName, payload: unknown, id: string = randomUUID()): Promise<void> {
    const done = await this.#live.run(who, id, name, payload);
    if (!done.ok) throw new Error(`${who} ${name}: ${done.error.code} ${done.error.detail ?? ''}`);
  }

  async #record(...drafts: readonly Draft[]): Promise<void> {
    const done = await this.#live.record(...drafts);
    if (!done.ok) throw new Error(done.error.code);
  }
}

function described(bytes: Buffer, mime: string, width?: number, height?: number): Content {
  return { hash: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, mime, ...(width === undefined ? {} : { width, height }) };
}

/** A picture that can be told from another by its shade. */
export function png(width: number, height: number, shade: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Array.from({ length: height }, (_, y) => Buffer.from([0, ...Array.from({ length: width }, (__, x) => [shade, (x * 255) / width, (y * 255) / height]).flat()]));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

function callerOf(cookie: string | undefined): Caller {
  const id = cookie?.match(/^who=(\w+)$/)?.[1];
  if (id === undefined) return nobody;
  const { name, administration, administrationName, country, language } = people[id]!;
  const person: PersonView = { id, name, email: `${id}@example.org`, administration, language, zone: 'UTC', rank: 'member', state: 'active' };
  return { kind: 'person', signIn: id, person, administration: { id: administration, name: administrationName, country, languages: ['en'] } };
}

function absent(): never {
  throw new RefusalError('name.unknown');
}
