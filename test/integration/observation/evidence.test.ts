import { get as httpGet } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Part } from '../../../protocol/observation/evidence.ts';
import { routeNames, routeRow } from '../../../protocol/routes/table.ts';
import { cookieOf } from '../../harness/api.ts';
import { tokenOf } from '../../harness/server.ts';
import { jpeg, roles, sha256, VisitHouse } from './scene.ts';
import type { Pictures, Visit, Who } from './scene.ts';

const pictures = (): Required<Pictures> => ({ content: jpeg(30_000), thumbnail: jpeg(3_000) });
const custody: readonly Who[] = ['hostLead', 'fieldCamera', 'operatorRepresentative'];
const observing: readonly Who[] = ['leadObserver', 'observer', 'secretariat'];
const without: readonly Who[] = ['operatorStaff', 'interpreter'];

let house: VisitHouse;
let visit: Visit;
/** Every file of the visit: whose version it is, and whether observers may have it. */
const files: { readonly name: string; readonly evidence: string; readonly version: string; readonly bytes: Required<Pictures>; readonly isOpen: boolean }[] = [];
let masked: string;
let mask: string;
let plain: string;
let withheld: string;

beforeAll(async () => {
  house = await VisitHouse.open();
  visit = await house.visit();
  const add = (name: string, evidence: string, version: string, bytes: Required<Pictures>, isOpen: boolean) => { files.push({ name, evidence, version, bytes, isOpen }); };

  const original = pictures();
  masked = await visit.captured(original);
  const burnt = pictures();
  mask = await visit.mask(masked, burnt);
  await visit.sendAll('operatorRepresentative', masked, mask, burnt);
  const other = pictures();
  const otherMask = await visit.mask(masked, other);
  await visit.sendAll('operatorRepresentative', masked, otherMask, other);
  await visit.run('operatorRepresentative', 'evidence.release', { evidence: masked, version: mask });
  add('the original of a masked picture', masked, masked, original, false);
  add('the mask that was released', masked, mask, burnt, true);
  add('a mask that was not', masked, otherMask, other, false);

  const seen = pictures();
  plain = await visit.captured(seen);
  await visit.run('operatorRepresentative', 'evidence.release', { evidence: plain, version: plain });
  add('a picture released as it is', plain, plain, seen, true);

  const hidden = pictures();
  withheld = await visit.captured(hidden);
  await visit.run('operatorRepresentative', 'evidence.withhold', { evidence: withheld, reason: 'Shows the alarm system' });
  add('a withheld picture', withheld, withheld, hidden, false);

  const waiting = pictures();
  const review = await visit.captured(waiting);
  add('a picture with the operator', review, review, waiting, false);
});
afterAll(() => house.close());

async function read(who: Who, evidence: string, version: string, part: Part) {
  const response = await house.people[who].api.raw('evidenceFile', { params: visit.params(evidence, version, part) });
  const body = Buffer.from(await response.arrayBuffer());
  return response.ok ? body : (JSON.parse(body.toString()) as { error: { code: string } }).error.code;
}

describe('the files of evidence', () => {
  it.each(custody)('are all given to %s', async (who) => {
    for (const { name, evidence, version, bytes } of files) {
      for (const part of ['content', 'thumbnail'] as const) expect([name, part, bytes[part].equals(await read(who, evidence, version, part) as Buffer)]).toEqual([name, part, true]);
    }
  });

  it.each(observing)('are given to %s as far as they were released, and the others do not exist', async (who) => {
    for (const { name, evidence, version, bytes, isOpen } of files) {
      for (const part of ['content', 'thumbnail'] as const) {
        const answer = await read(who, evidence, version, part);
        expect([name, part, typeof answer === 'string' ? answer : answer.equals(bytes[part])]).toEqual([name, part, isOpen ? true : 'evidence.absent']);
      }
    }
  });

  it.each([...without.map((who) => [who, 'permission.denied'] as const), ['outsider', 'session.absent'] as const])('are refused to %s: %s', async (who, code) => {
    for (const { evidence, version } of files) {
      for (const part of ['content', 'thumbnail'] as const) expect(await read(who, evidence, version, part)).toBe(code);
    }
  });

  it('are refused to who is not signed in, was sent away or was banned', async () => {
    const params = visit.params(plain, plain, 'content');
    expect(await house.server.api().refusal('evidenceFile', { params })).toBe('identity.required');
    const other = await house.visit();
    const bytes = pictures();
    const evidence = await other.captured(bytes);
    await other.run('operatorRepresentative', 'evidence.release', { evidence, version: evidence });
    const live = await other.live();
    const participant = Object.values(live.state.participants).find((one) => one.person === house.people.observer.id)!.id;
    const asked = () => house.people.observer.api.refusal('evidenceFile', { params: other.params(evidence, evidence, 'content') });
    await live.record({ type: 'participant.removed', data: { participant, ban: false } });
    expect(await asked()).toBe('participant.removed');
    await live.record({ type: 'participant.removed', data: { participant, ban: true } });
    expect(await asked()).toBe('participant.banned');
  });

  it('belong to their own visit', async () => {
    const other = await house.visit();
    expect(await house.people.hostLead.api.refusal('evidenceFile', { params: other.params(plain, plain, 'content') })).toBe('evidence.absent');
  });

  it.each(['__proto__', 'constructor', '..', '%2e%2e', 'incoming', ''])('are named by no path: %j', async (bad) => {
    for (const path of [{ evidence: bad }, { version: bad }, { part: bad as Part }]) {
      for (const who of ['hostLead', 'observer'] as const) {
        const code = await house.people[who].api.refusal('evidenceFile', { params: { ...visit.params(plain, plain, 'content'), ...path } });
        expect(code).toMatch(/^(evidence\.absent|name\.unknown|payload\.invalid)$/);
      }
    }
  });

  it('that have not arrived are told from those that do not exist, to custody', async () => {
    const evidence = await visit.capture('fieldCamera', pictures());
    expect(await read('hostLead', evidence, evidence, 'content')).toBe('evidence.notStored');
    expect(await read('observer', evidence, evidence, 'content')).toBe('evidence.absent');
  });

  it('come as what they are and nothing else, in parts where asked, and not again to who has them', async () => {
    const { bytes: { content } } = files.find((one) => one.version === plain)!;
    const get = (headers: Record<string, string>) => house.people.observer.api.raw('evidenceFile', { params: visit.params(plain, plain, 'content'), headers });
    const whole = await get({});
    expect(Object.fromEntries(['content-type', 'x-content-type-options', 'cache-control', 'etag', 'content-length'].map((name) => [name, whole.headers.get(name)]))).toEqual({
      'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-cache', etag: `"${sha256(content)}"`, 'content-length': String(content.length),
    });
    expect(whole.headers.get('content-security-policy')).toContain('sandbox');
    await whole.arrayBuffer();
    const part = await get({ Range: 'bytes=10-19' });
    expect([part.status, Buffer.from(await part.arrayBuffer())]).toEqual([206, content.subarray(10, 20)]);
    const path = `/api/sessions/${visit.session}/evidence/${plain}/${plain}/content`;
    const asking = httpGet(house.server.url + path, { headers: { Cookie: house.people.observer.cookie, 'If-None-Match': `"${sha256(content)}"` } });
    const [again] = await once(asking, 'response') as [IncomingMessage];
    again.resume();
    expect(again.statusCode).toBe(304);
  });
});

describe('what was not released', () => {
  it('is in no answer of any route to an observer, by whatever of it they name', async () => {
    const secrets = files.filter((one) => !one.isOpen);
    const reading = routeNames.filter((name) => routeRow(name).method === 'GET' && routeRow(name).path.includes(':session'));
    for (const { name, evidence, version, bytes } of secrets) {
      const names = [evidence, version, sha256(bytes.content), sha256(bytes.thumbnail)];
      for (const route of reading) {
        for (const one of names) {
          const params = { session: visit.session, evidence: one, version: one, part: 'content', deck: one, language: 'en', invitation: one, number: '1' };
          const query = route === 'reportPdf' ? { language: 'en' } : undefined;
          const response = await house.people.observer.api.raw(route, { params, ...(query ? { query } : {}) } as never);
          const body = Buffer.from(await response.arrayBuffer());
          expect([name, route, body.includes(bytes.content.subarray(0, 2_000)), body.includes(bytes.thumbnail.subarray(0, 2_000))]).toEqual([name, route, false, false]);
        }
      }
    }
  });

  it('is not even known by its hash, unless something was made of it that is', async () => {
    const view = JSON.stringify(await house.people.observer.api.call('visit', { params: { session: visit.session } }));
    for (const { name, evidence, version, bytes, isOpen } of files) {
      if (isOpen) continue;
      // The hash of an original is told with what was made of it, so that it can be proved one day.
      if (evidence !== masked || version !== masked) expect([name, view.includes(sha256(bytes.content))]).toEqual([name, false]);
      expect([name, view.includes(sha256(bytes.thumbnail))]).toEqual([name, false]);
    }
  });
});

describe('the file of a visit', () => {
  const viewOf = (who: Who, session = visit.session) => house.people[who].api.call('visit', { params: { session } });

  it('shows each what they would see inside', async () => {
    for (const who of roles) {
      if (who === 'operatorStaff') continue;
      const { observation, you } = await viewOf(who);
      const { items, released } = observation.evidence;
      const live = await visit.live();
      expect(live.state.participants[you]!.person).toBe(house.people[who].id);
      expect([who, Object.keys(items).length > 0]).toEqual([who, custody.includes(who)]);
      expect([who, Object.keys(released).length]).toEqual([who, who === 'interpreter' ? 0 : 2]);
      expect([who, Object.keys(observation.evidence.withheld)]).toEqual([who, who === 'interpreter' ? [] : [withheld]]);
    }
    expect(await house.people.operatorStaff.api.refusal('visit', { params: { session: visit.session } })).toBe('permission.denied');
    expect(await house.people.outsider.api.refusal('visit', { params: { session: visit.session } })).toBe('session.absent');
  });

  it('does not tell who is known by a link alone, nor who waits at the door', async () => {
    const { api } = house.people.hostLead;
    const { link } = await api.call('createInvitation', { params: { session: visit.session }, body: { label: 'A guest', role: 'operatorStaff', expiresAt: Date.now() + 3_600_000 } });
    const accepted = await house.server.api().raw('acceptInvitation', {
      params: { token: tokenOf(link!) }, body: { name: 'Gil Guest', administrationName: 'Broker', country: 'NO', language: 'en' },
    });
    const { participant } = await accepted.json() as { participant: string };
    cookieOf(accepted);
    await (await visit.live()).record({ type: 'participant.waiting', data: { participant }, audience: { permission: 'lobby.manage' } });
    expect((await viewOf('hostLead')).participants.find((one) => one.id === participant)?.lobby).toBe('waiting');
    for (const who of ['observer', 'fieldCamera', 'operatorRepresentative'] as const) {
      const { participants } = await viewOf(who);
      expect(participants.some((one) => one.id === participant || one.lobby !== undefined)).toBe(false);
    }
  });

  it('can be looked into after the session has ended', async () => {
    const other = await house.visit();
    await other.run('hostLead', 'session.start', {});
    await other.run('hostLead', 'session.end', {});
    expect((await viewOf('observer', other.session)).session.phase).toBe('ended');
  });
});
