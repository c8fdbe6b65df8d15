import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KindName, Role } from '../../../protocol/kinds.ts';
import { routeNames, routeRow } from '../../../protocol/routes/table.ts';
import type { RouteName } from '../../../protocol/routes/table.ts';
import { cookieOf } from '../../harness/api.ts';
import type { Api, CallOptions } from '../../harness/api.ts';
import { startTestServer, tokenOf } from '../../harness/server.ts';
import type { TestPerson, TestServer } from '../../harness/server.ts';
import { makePdf } from '../decks/pdfs.ts';
import { ranks, routesExpected, walksIn } from './expected.ts';
import type { Rank, RouteRule, Seat } from './expected.ts';
import { commandSamples } from './samples.ts';
import { ids } from './ids.ts';
import { happened, placesOf, seats } from './scene.ts';
import type { ScenePhase, Standing } from './scene.ts';

let server: TestServer;
let host: TestPerson;
/** One for each role of the richest kind; in other kinds they have other roles. */
const people: TestPerson[] = [];
let file = '';
let bytes = 0;
const HOUR = 3_600_000;
let addresses = 0;
/** Some routes count calls by address. */
const elsewhere = (): string => `127.9.${Math.floor(++addresses / 250)}.${(addresses % 250) + 2}`;

beforeAll(async () => {
  server = await startTestServer();
  host = await server.person('Hana Host');
  for (let count = 0; count < 8; count += 1) people.push(await server.person(`Person ${'ABCDEFGH'[count]}`));
  const kept = await server.session(host);
  const pdf = makePdf({ pages: 5 });
  bytes = pdf.length;
  file = (await host.api.call('createDeck', { params: { session: kept }, query: { title: 'Rules', language: 'en' }, file: pdf })).file;
});
afterAll(() => server.close());

type SessionRule = Extract<RouteRule, { readonly beforeDoor: boolean }>;
const rules: readonly (readonly [RouteName, RouteRule])[] = Object.entries(routesExpected) as [RouteName, RouteRule][];
const aboutSessions = rules.filter((entry): entry is [RouteName, SessionRule] => 'beforeDoor' in entry[1]);
const aboutNone = rules.filter((entry): entry is [RouteName, Extract<RouteRule, { readonly ranks: readonly Rank[] }>] => 'ranks' in entry[1]);

/** What is refused for this has passed the gate: a deck, a print, a whole upload every time would take minutes. */
const behindTheDoor: Partial<Record<RouteName, string>> = {
  createDeck: 'file.notPdf', addDeckVersion: 'file.notPdf', uploadState: 'evidence.absent', uploadPart: 'evidence.absent', reportPdf: 'report.absent', reportJson: 'report.absent', calendar: 'record.absent',
  linkSession: 'record.absent', unlinkSession: 'case.absent', fileDocument: 'file.notAccepted', comparisonPdf: 'case.absent', minutesPdf: 'minutes.absent', minutesJson: 'minutes.absent',
  ceremonyText: 'file.notPdf', ceremonyCopies: 'ceremony.incomplete', ceremonyCopy: 'ceremony.noCopy', ceremonySign: 'ceremony.noCopy', ceremonySeal: 'ceremony.unsigned', ceremonyRecord: 'record.absent',
};

/** ok, or the code of the refusal. */
async function ask(api: Api, name: RouteName, options: CallOptions<RouteName>): Promise<string> {
  const isCounted = routeRow(name).perMinute !== undefined;
  const answer = await api.raw(name, isCounted ? { ...options, from: elsewhere() } : options);
  if (answer.ok) {
    await answer.body?.cancel();
    return 'ok';
  }
  const { error } = await answer.json() as { error: { code: string } };
  return error.code === behindTheDoor[name] ? 'ok' : error.code;
}

describe('the table has', () => {
  test.each(routeNames)('%s', (name) => expect(rules.filter(([one]) => one === name)).toHaveLength(1));
  test('nothing that is no route', () => expect(rules.map(([name]) => name).filter((name) => !routeNames.includes(name))).toEqual([]));
});

/** Everybody with a role of this kind, at the same place of one session. */
async function gather(kind: KindName, phase: ScenePhase, standing: Standing) {
  const session = await server.session(host, [], { kind });
  const live = await server.host.get(session);
  const { api } = host;
  const invite = (role: Role) => api.call('createInvitation', { params: { session }, body: { label: 'For a test', role, expiresAt: Date.now() + HOUR } });
  const roles = seats.filter((one) => one.kind === kind);
  const apis: { seat: Seat; api: Api; who: string }[] = [];
  for (const [index, { seat, role }] of roles.entries()) {
    if (!standing.startsWith('guest')) {
      apis.push({ seat, api: people[index]!.api, who: people[index]!.id });
      continue;
    }
    const { link } = await invite(role);
    const accepted = await server.api().raw('acceptInvitation', {
      params: { token: tokenOf(link!) }, body: { name: 'A Guest', administrationName: 'Broker', country: 'NO', language: 'en' }, from: elsewhere(),
    });
    apis.push({ seat, api: server.api(cookieOf(accepted)), who: ((await accepted.json()) as { participant: string }).participant });
  }
  // What stands open has no links.
  const { id: invitation } = kind === 'case' ? { id: 'none' } : await invite(roles[0]!.role);
  for (const { seat, who } of apis) {
    const [, role] = seat.split('/') as [string, Role];
    // The first brings the scene along; for the others only what concerns themselves is left to happen.
    const scene = happened({ kind, role, phase: phase === 'ended' ? 'live' : phase, standing, isPresenting: false, actor: who, session, host: host.id, file, bytes })
      // Each package would print it.
      .filter((draft) => draft.type !== 'report.built');
    await live.record(...(who === apis[0]!.who ? scene : scene.filter((draft) => JSON.stringify(draft.data).includes(`"${who}"`) && !draft.type.startsWith('room.'))));
  }
  if (phase === 'ended') await live.record({ type: 'session.ended', data: {} });
  return { session, invitation, apis };
}

describe('routes about a session', () => {
  const kinds = ['plain', 'observation', 'assessment', 'class', 'case', 'ceremony'] as const;
  const cells = kinds.flatMap((kind) => placesOf(kind).map((place) => ({ kind, ...place })));

  function reasons(rule: SessionRule, name: RouteName, seat: Seat, standing: Standing, phase: ScenePhase): string[] {
    if (standing === 'absent') return ['session.absent'];
    // The cookie of a guest is for as long as the session.
    if (phase === 'ended' && standing.startsWith('guest')) return ['identity.required'];
    if (standing === 'banned') return ['participant.banned'];
    const found: string[] = [];
    const manages = rule.inside?.unless.includes(seat) ?? true;
    const isInside = (standing === 'inside' || standing === 'aside') && phase !== 'ended';
    if (phase === 'ended' && !rule.ended) found.push('session.ended');
    if (phase === 'scheduled' && rule.opened) found.push('session.notOpen');
    if (rule.inside && !isInside && !manages) found.push('lobby.waiting');
    if (!isInside && !rule.beforeDoor) {
      if (standing === 'removed') found.push('participant.removed');
      if (standing.toLowerCase().endsWith('declined')) found.push('participant.declined');
      if (standing.startsWith('guest') && !walksIn.includes(seat)) found.push('lobby.waiting');
    }
    if (!rule.seats.includes(seat)) found.push('permission.denied');
    if (name === 'command' && phase === 'ended') found.push('session.ended');
    return found;
  }

  // Several at once: most of the time goes into waiting for the disk.
  test.concurrent.each(cells)('$kind, $standing, $phase', async ({ kind, phase, standing }) => {
    const { session, invitation, apis } = await gather(kind, phase, standing);
    const wrong: string[] = [];
    await Promise.all(apis.map(async ({ seat, api }) => {
      const calls: Readonly<Record<string, CallOptions<RouteName>>> = {
        session: {},
        command: { body: { id: randomUUID(), name: 'readiness.report', payload: commandSamples['readiness.report'].any } },
        addParticipants: { body: { people: [{ person: people[0]!.id, role: kind === 'case' ? 'officer' : 'interpreter' }] } },
        invitations: {},
        ceremony: {}, ceremonyText: { query: { copy: 'a', language: 'en' } }, ceremonyCopies: { body: {} }, ceremonyCopy: { params: { session, copy: 'a' } },
        ceremonySign: { params: { session, copy: 'a' }, body: { place: 'signatory-a', file: 'f'.repeat(64), key: { kind: 'issued' } } }, ceremonySeal: { body: {} }, ceremonyRecord: {},
        createInvitation: { body: { label: 'Another', role: 'interpreter', expiresAt: Date.now() + HOUR } },
        revokeInvitation: { params: { invitation } },
        calendar: {},
        createDeck: { query: { title: 'New', language: 'en' }, file: Buffer.from('no PDF') },
        addDeckVersion: { params: { deck: ids.deck }, query: { language: 'zh' }, file: Buffer.from('no PDF') },
        deckFile: { params: { deck: ids.deck, language: 'en' } },
        visit: {},
        uploadState: { params: { evidence: ids.visit.otherCapture, version: ids.visit.otherCapture, part: 'content' } },
        uploadPart: { params: { evidence: ids.visit.otherCapture, version: ids.visit.otherCapture, part: 'content' }, query: { offset: '0' }, file: Buffer.from('x') },
        evidenceFile: { params: { evidence: ids.visit.released, version: ids.visit.released, part: 'content' } },
        reportPdf: { params: { number: '1' }, query: { language: 'en' } },
        reportJson: { params: { number: '1' } },
        evidencePackage: {},
        classPlan: {}, meeting: {}, minutesPdf: { params: { number: '9' }, query: { language: 'en' } }, minutesJson: { params: { number: '9' } },
        caseFile: {},
        linkSession: { body: { session: randomUUID(), stage: 'comparison' } },
        unlinkSession: { params: { linked: randomUUID() } },
        fileDocument: { query: { title: 'Plan', name: 'plan.exe', stage: 'comparison', private: 'no' }, file: Buffer.from('no PDF') },
        caseDocument: { params: { document: ids.file.jointDocument } },
        comparisonPdf: { params: { comparison: 'none' }, query: { language: 'en' } },
      };
      for (const [name, rule] of aboutSessions) {
        const options = calls[name];
        if (!options) {
          wrong.push(`${name}: no call in this test`);
          continue;
        }
        const code = await ask(api, name, { ...options, params: { session, ...options.params } });
        const why = reasons(rule, name, seat, standing, phase);
        if (why.length === 0 ? code !== 'ok' : !why.includes(code)) wrong.push(`${seat} ${name}: ${code}, expected ${why.join(' or ') || 'ok'}`);
      }
    }));
    expect(wrong).toEqual([]);
  });

  test('without a sign-in, and for a guest of another session, none of them exists', async () => {
    const { session, invitation } = await gather('plain', 'live', 'inside');
    const { apis: guests } = await gather('plain', 'live', 'guest');
    for (const [name] of aboutSessions) {
      const params = { session, invitation, deck: ids.deck, language: 'en', evidence: ids.visit.released, version: ids.visit.released, part: 'content', number: '1', copy: 'a', linked: 'none', document: 'none', comparison: 'none' };
      expect([name, await ask(server.api(), name, { params })]).toEqual([name, 'identity.required']);
      expect([name, await ask(server.api('gangway=x; gangway_guest_x=y'), name, { params })]).toEqual([name, 'identity.required']);
      for (const { api } of guests) expect([name, await ask(api, name, { params })]).toEqual([name, 'identity.required']);
      for (const made of ['x', '__proto__', 'constructor', randomUUID()]) {
        expect([name, made, await ask(host.api, name, { params: { ...params, session: made } })]).toEqual([name, made, 'session.absent']);
      }
    }
  });

  test('what belongs to another session is not to be had through the own one', async () => {
    const mine = await server.session(host);
    const theirs = await gather('plain', 'live', 'inside');
    const params = { session: mine, deck: ids.deck, language: 'en', invitation: theirs.invitation };
    expect(await ask(host.api, 'deckFile', { params })).toBe('deck.absent');
    expect(await ask(host.api, 'deckFile', { params: { ...params, deck: file } })).toBe('deck.absent');
    expect(await ask(host.api, 'addDeckVersion', { params, query: { language: 'zh' }, file: Buffer.from('no PDF') })).toBe('deck.absent');
    expect(await ask(host.api, 'revokeInvitation', { params })).toBe('record.absent');
    expect((await host.api.call('invitations', { params: { session: mine } })).invitations).toEqual([]);
  });
});

describe('the bytes of evidence', () => {
  const { review, released, otherCapture } = ids.visit;
  /** What each gets of an item that is not decided, as it is and after it was withheld. */
  const holders: readonly Seat[] = ['observation/hostLead', 'observation/fieldCamera', 'observation/operatorRepresentative'];
  const strangers: readonly Seat[] = ['observation/operatorStaff', 'observation/interpreter'];

  test('of what is not released, and of what was withheld, come by no route to who has no custody', async () => {
    const { session, apis } = await gather('observation', 'live', 'inside');
    const live = await server.host.get(session);
    for (const state of ['undecided', 'withheld']) {
      if (state === 'withheld') {
        await live.record({ type: 'evidence.withheld', data: { evidence: review, number: 1, kind: 'still', capturedAt: 1, reason: 'Customers' }, audience: { permission: 'evidence.see' } });
      }
      for (const { seat, api } of apis) {
        const refusal = holders.includes(seat) ? 'ok' : strangers.includes(seat) ? 'permission.denied' : 'evidence.absent';
        for (const [evidence, version, expected] of [
          [review, review, refusal], [released, review, refusal === 'ok' ? 'evidence.absent' : refusal], [review, released, refusal === 'ok' ? 'evidence.absent' : refusal],
          [released, released, strangers.includes(seat) ? refusal : 'ok'], [otherCapture, otherCapture, refusal === 'ok' ? 'evidence.notStored' : refusal],
        ] as const) {
          for (const part of ['content', 'thumbnail']) {
            const code = await ask(api, 'evidenceFile', { params: { session, evidence, version, part } });
            const none = strangers.includes(seat) ? 'permission.denied' : 'evidence.absent';
            expect([state, seat, evidence, version, part, code]).toEqual([state, seat, evidence, version, part, part === 'content' ? expected : none]);
          }
        }
        // The file of the visit, and the deck's address with the hash, are no other doors.
        const view = await api.raw('visit', { params: { session } });
        if (view.ok && !holders.includes(seat)) expect(Object.keys((await view.json() as { observation: { evidence: { items: object } } }).observation.evidence.items)).toEqual([]);
        expect(await ask(api, 'deckFile', { params: { session, deck: review, language: 'en' } })).toBe('deck.absent');
      }
    }
  });

  test('of another session are not to be had through the own one', async () => {
    const mine = await server.session(host, [], { kind: 'observation' });
    await gather('observation', 'live', 'inside');
    for (const evidence of [review, released, '__proto__', 'constructor']) {
      const params = { session: mine, evidence, version: evidence, part: 'content' };
      expect(await ask(host.api, 'evidenceFile', { params })).toBe('evidence.absent');
    }
  });
});

describe('routes about no session', () => {
  let cookies: Record<Rank, string | undefined>;
  let signOuts: Record<string, string> = {};
  beforeAll(async () => {
    const administrator = await server.administrator();
    const signedOut = await server.person('Sia Signedout');
    await signedOut.api.call('signOut');
    const disabled = await server.person('Dan Disabled', { rank: 'installation' });
    await administrator.api.call('changePerson', { params: { person: disabled.id }, body: { disabled: true } });
    const session = await server.session(host);
    const { link } = await host.api.call('createInvitation', { params: { session }, body: { label: 'x', role: 'attendee', expiresAt: Date.now() + HOUR } });
    const seat = () => server.api().raw('acceptInvitation', {
      params: { token: tokenOf(link!) }, body: { name: 'A Guest', administrationName: 'Broker', country: 'NO', language: 'en' }, from: elsewhere(),
    });
    cookies = {
      nobody: undefined, signedOut: signedOut.cookie, disabled: disabled.cookie, guest: cookieOf(await seat()), member: people[0]!.cookie,
      administrator: (await server.person('Addy Administrator', { rank: 'administrator' })).cookie,
      installation: (await server.person('Ida Installation', { rank: 'installation' })).cookie,
    };
    // These end the sign-in that asks, so each has one for itself.
    signOuts = {
      guest: cookieOf(await seat()), member: (await server.person('Member Two')).cookie,
      administrator: (await server.person('Administrator Two', { rank: 'administrator' })).cookie,
      installation: (await server.person('Installation Two', { rank: 'installation' })).cookie,
    };
  });

  /** What is refused for another reason than who asks has passed the gate. */
  const behindTheGate: Partial<Record<RouteName, string>> = {
    verify: 'file.notPdf', authorityCertificate: 'record.absent',
    signIn: 'identity.wrong', changePassword: 'identity.wrong', setup: 'link.invalid', completeSetup: 'link.invalid', demoSignIn: 'record.absent',
    changePerson: 'record.absent', createPerson: 'email.taken', createAdministration: 'ok', readInvitation: 'link.invalid', acceptInvitation: 'link.invalid',
    coursePicture: 'file.absent', enrolMyself: 'edition.absent', leaveEdition: 'edition.absent', publicCertificate: 'certificate.absent', setTrainingRoles: 'record.absent',
  };

  test.each(aboutNone)('%s', async (name, rule) => {
    const administrator = await server.administrator();
    const token = 'x'.repeat(40);
    const person = { name: 'New Person', email: administrator.email, administration: administrator.administration, language: 'en', zone: 'UTC', rank: 'member' };
    const calls: Partial<Record<RouteName, CallOptions<RouteName>>> = {
      signIn: { body: { email: 'nobody@customs.example', password: 'x' } },
      changeMe: { body: { language: 'en' } },
      tellEntry: { body: { name: 'Programme', kind: 'operational', legalBasis: '', eligible: '', criteria: '', validity: '', benefits: '', contact: '' } },
      compendiumExport: { params: { part: 'programmes.csv' }, query: { language: 'en' } },
      changePassword: { body: { current: 'x', next: 'nine patient herons' } },
      setup: { params: { token } },
      completeSetup: { params: { token }, body: { password: 'nine patient herons' } },
      demoSignIn: { body: { person: 'x' } },
      createAdministration: { body: { name: 'Customs of the East', country: 'PL', languages: ['en'] } },
      changeAdministration: { params: { administration: administrator.administration }, body: { languages: ['en', 'fr'] } },
      createPerson: { body: person as never },
      changePerson: { params: { person: randomUUID() }, body: { name: 'x' } },
      createSession: { body: { kind: 'plain', title: 'x', languages: ['en'], startsAt: Date.now(), endsAt: Date.now() + HOUR, zone: 'UTC', lobby: true, participants: [] } },
      readInvitation: { params: { token } },
      coursePicture: { params: { course: 'none', module: 'none', name: 'none.svg' } },
      enrolMyself: { params: { edition: 'none' } },
      leaveEdition: { params: { edition: 'none' } },
      publicCertificate: { params: { certificate: 'none' } },
      certificateOfFile: { params: { hash: 'f'.repeat(64) } },
      setTrainingRoles: { params: { person: randomUUID() }, body: { roles: [] } },
      acceptInvitation: { params: { token }, body: { name: 'x', administrationName: 'x', country: 'NO', language: 'en' } },
    };
    for (const rank of ranks) {
      const ends = name === 'signOut' || (name === 'signOutEverywhere' && rank !== 'guest');
      const code = await ask(server.api(ends ? signOuts[rank] ?? cookies[rank] : cookies[rank]), name, calls[name] ?? {});
      const isKnown = rank === 'guest' || rank === 'member' || rank === 'administrator' || rank === 'installation';
      const refused = isKnown ? 'permission.denied' : 'identity.required';
      expect([rank, code]).toEqual([rank, rule.ranks.includes(rank) ? behindTheGate[name] ?? 'ok' : refused]);
      if (name === 'signOut' && signOuts[rank] !== undefined && rank !== 'guest') {
        signOuts[rank] = (await server.person('Once More', { rank: rank as 'member' })).cookie;
      }
    }
  });

  test('an administrator manages nobody of another administration, and nobody who manages the installation', async () => {
    const east = await server.administration('Customs of the East', 'PL');
    const eastern = await server.person('Ewa East', { administration: east });
    const head = await server.administrator();
    const api = server.api(cookies.administrator);
    for (const body of [{ name: 'x' }, { disabled: true }, { resetPassword: true as const }, { signOut: true as const }, { rank: 'member' as const }]) {
      expect([body, await ask(api, 'changePerson', { params: { person: eastern.id }, body })]).toEqual([body, 'permission.denied']);
      expect([body, await ask(api, 'changePerson', { params: { person: head.id }, body })]).toEqual([body, 'permission.denied']);
    }
    const person = { name: 'x', email: `${randomUUID()}@customs.example`, language: 'en', zone: 'UTC' };
    expect(await ask(api, 'createPerson', { body: { ...person, administration: east, rank: 'member' } })).toBe('permission.denied');
    expect(await ask(api, 'createPerson', { body: { ...person, administration: head.administration, rank: 'installation' } })).toBe('permission.denied');
    expect(await ask(api, 'changePerson', { params: { person: people[0]!.id }, body: { rank: 'installation' } })).toBe('permission.denied');
    expect(await ask(api, 'changeAdministration', { params: { administration: east }, body: { name: 'Mine' } })).toBe('permission.denied');
    const { people: seen } = await api.call('people');
    expect(seen.some((one) => one.administration !== head.administration)).toBe(false);
    // A member has a directory of names, and nothing else of anybody.
    const [entry] = (await people[0]!.api.call('directory', { query: { q: 'Ewa' } })).people;
    expect(Object.keys(entry!).toSorted()).toEqual(['administration', 'administrationName', 'country', 'id', 'name']);
  });

  test('the seats of one are not the sessions of another', async () => {
    const session = await server.session(people[1]!);
    const listOf = async (cookie: string | undefined) => (await server.api(cookie).call('sessions')).sessions.map((one) => one.info.id);
    expect(await listOf(people[1]!.cookie)).toContain(session);
    for (const rank of ['guest', 'member', 'administrator', 'installation'] as const) expect([rank, (await listOf(cookies[rank])).includes(session)]).toEqual([rank, false]);
  });
});

