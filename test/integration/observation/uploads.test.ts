import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../../protocol/limits.ts';
import type { SessionEvent } from '../../../protocol/live/event.ts';
import type { VisitView } from '../../../protocol/observation/routes.ts';
import { audiences } from '../../../protocol/observation/project.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open.ts';
import { jpeg, sha256, VisitHouse } from './scene.ts';
import type { Visit } from './scene.ts';

let house: VisitHouse;
let visit: Visit;
beforeAll(async () => { house = await VisitHouse.open(); });
afterAll(() => house.close());
beforeEach(async () => { visit = await house.visit(); });

const fileOf = (hash: string): Promise<Buffer> => readFile(join(house.server.directory, 'files', hash));
const halves = async (evidence: string) => (await house.stored()).uploads.filter((name) => name.includes(evidence));
const has = async (bytes: Uint8Array) => (await house.stored()).files.includes(sha256(bytes));

describe('the bytes of evidence', () => {
  it('arrive part by part, and bring the item before the operator when all are there', async () => {
    const content = jpeg(150_000);
    const thumbnail = jpeg(9_000);
    const evidence = await visit.capture('fieldCamera', { content, thumbnail });
    expect(await visit.send('fieldCamera', evidence, evidence, 'thumbnail', 0, thumbnail)).toEqual({ received: 9_000, stored: true });
    expect(await visit.send('fieldCamera', evidence, evidence, 'content', 0, content.subarray(0, 60_000))).toEqual({ received: 60_000, stored: false });
    expect(await visit.state('fieldCamera', evidence)).toEqual({ received: 60_000, stored: false });
    expect((await visit.item(evidence)).state).toBe('uploading');
    expect(await visit.send('fieldCamera', evidence, evidence, 'content', 60_000, content.subarray(60_000))).toEqual({ received: 150_000, stored: true });
    expect(await visit.item(evidence)).toMatchObject({ state: 'review', versions: [{ stored: ['thumbnail', 'content'] }] });
    expect(await fileOf(sha256(content))).toEqual(content);
    expect(await halves(evidence)).toEqual([]);
  });

  it('change nothing when a part comes twice, before the end and after it', async () => {
    const content = jpeg(80_000);
    const evidence = await visit.capture('fieldCamera', { content });
    const first = ['fieldCamera', evidence, evidence, 'content', 0, content.subarray(0, 50_000)] as const;
    const second = ['fieldCamera', evidence, evidence, 'content', 50_000, content.subarray(50_000)] as const;
    await visit.send(...first);
    expect(await visit.sendRefused(...first)).toEqual({ code: 'upload.offset', detail: '50000' });
    await visit.send(...second);
    const { seq } = (await visit.live()).state;
    expect(await visit.send(...second)).toEqual({ received: 80_000, stored: true });
    expect(await visit.send(...first)).toEqual({ received: 80_000, stored: true });
    expect((await visit.live()).state.seq).toBe(seq);
    expect(await fileOf(sha256(content))).toEqual(content);
  });

  it('go on where they ended, and nowhere else', async () => {
    const content = jpeg(80_000);
    const evidence = await visit.capture('fieldCamera', { content });
    await visit.send('fieldCamera', evidence, evidence, 'content', 0, content.subarray(0, 50_000));
    for (const offset of [1, 49_999, 50_001, 80_000]) {
      expect(await visit.sendRefused('fieldCamera', evidence, evidence, 'content', offset, content.subarray(offset))).toEqual({ code: 'upload.offset', detail: '50000' });
    }
    await visit.send('fieldCamera', evidence, evidence, 'content', 50_000, content.subarray(50_000));
    expect(await fileOf(sha256(content))).toEqual(content);
  });

  it('end in the same bytes wherever the line breaks and the server restarts', async () => {
    // Random points, their seed in the message of a failure; a cut beyond the end is none.
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 2, maxLength: 6 }), fc.nat(5), async (cuts, restartAfter) => {
      const content = jpeg(700_000);
      const evidence = await visit.capture('fieldCamera', { content });
      for (const [index, cut] of cuts.entries()) {
        const { received } = await visit.state('fieldCamera', evidence);
        const rest = content.subarray(received);
        const { request, answered } = visit.sending('fieldCamera', evidence, received, { 'Content-Length': String(rest.length) });
        await new Promise<void>((resolve) => { request.write(rest.subarray(0, cut), () => resolve()); });
        const restarting = index === restartAfter ? house.server.restart() : undefined;
        request.destroy();
        await restarting;
        await answered.catch(() => undefined);
      }
      for (let stored = false; !stored;) {
        const { received } = await visit.state('fieldCamera', evidence);
        // A part that was still being read from a dead connection is told apart by its place alone.
        const refused = await visit.sendRefused('fieldCamera', evidence, evidence, 'content', received, content.subarray(received, received + randomInt(100_000, 400_000)));
        expect(refused?.code ?? 'upload.offset').toBe('upload.offset');
        ({ stored } = await visit.state('fieldCamera', evidence));
      }
      expect(await fileOf(sha256(content))).toEqual(content);
      expect((await visit.item(evidence)).state).toBe('review');
      expect(await halves(evidence)).toEqual([]);
    }), { numRuns: 8 });
  });

  it('that are others than was announced are removed, and may begin again', async () => {
    const content = jpeg(50_000);
    const wrong = Buffer.from(content);
    wrong[40_000]! ^= 1;
    const evidence = await visit.capture('fieldCamera', { content });
    await visit.send('fieldCamera', evidence, evidence, 'content', 0, wrong.subarray(0, 45_000));
    expect(await visit.sendRefused('fieldCamera', evidence, evidence, 'content', 45_000, wrong.subarray(45_000))).toMatchObject({ code: 'file.hashDiffers' });
    expect(await visit.state('fieldCamera', evidence)).toEqual({ received: 0, stored: false });
    expect([await has(content), await has(wrong), await halves(evidence)]).toEqual([false, false, []]);
    expect((await visit.item(evidence)).state).toBe('uploading');
    expect(await visit.send('fieldCamera', evidence, evidence, 'content', 0, content)).toEqual({ received: 50_000, stored: true });
  });

  it.each([
    ['a picture that is a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'image/jpeg'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'image/png'],
    ['another kind of picture', jpeg(5_000), 'image/webp'],
    ['a PDF that is a picture', jpeg(5_000), 'application/pdf'],
    ['less than a signature', Buffer.from([0xff, 0xd8]), 'image/jpeg'],
  ])('are refused when they are not what they are said to be: %s', async (_what, content, mime) => {
    const evidence = await visit.capture('fieldCamera', { content }, {}, mime);
    expect(await visit.sendRefused('fieldCamera', evidence, evidence, 'content', 0, content)).toMatchObject({ code: 'file.broken' });
    expect([await has(content), await halves(evidence)]).toEqual([false, []]);
    expect((await visit.item(evidence)).versions[0]!.stored).toEqual([]);
  });

  it('are never more than was announced, nor more at once than a part may have', async () => {
    const content = jpeg(limits.uploadPartBytes + 10);
    const evidence = await visit.capture('fieldCamera', { content });
    expect(await visit.sendRefused('fieldCamera', evidence, evidence, 'content', 0, content)).toMatchObject({ code: 'file.tooLarge' });
    const { request, answered } = visit.sending('fieldCamera', evidence, 0, { 'Transfer-Encoding': 'chunked' });
    request.end(content);
    expect((await answered).body.error?.code).toBe('file.tooLarge');
    const { received } = await visit.state('fieldCamera', evidence);
    expect(received).toBeLessThanOrEqual(limits.uploadPartBytes);
    await visit.send('fieldCamera', evidence, evidence, 'content', received, content.subarray(received, -1));
    expect(await visit.sendRefused('fieldCamera', evidence, evidence, 'content', content.length - 1, Buffer.concat([content.subarray(-1), Buffer.from('x')])))
      .toMatchObject({ code: 'file.tooLarge' });
    expect(await visit.send('fieldCamera', evidence, evidence, 'content', content.length - 1, content.subarray(-1))).toEqual({ received: content.length, stored: true });
  });

  it('come from who made them and from nobody else', async () => {
    const content = jpeg(20_000);
    const evidence = await visit.capture('fieldCamera', { content });
    const expected = {
      hostLead: 'evidence.absent', operatorRepresentative: 'evidence.absent', operatorStaff: 'permission.denied', leadObserver: 'permission.denied',
      observer: 'permission.denied', interpreter: 'permission.denied', secretariat: 'permission.denied', outsider: 'session.absent',
    } as const;
    for (const [who, code] of Object.entries(expected) as [keyof typeof expected, string][]) {
      expect([who, await visit.sendRefused(who, evidence, evidence, 'content', 0, content)]).toEqual([who, expect.objectContaining({ code })]);
      expect([who, await house.people[who].api.refusal('uploadState', { params: visit.params(evidence, evidence, 'content') })]).toEqual([who, code]);
    }
    expect(await halves(evidence)).toEqual([]);
    const mine = (path: Partial<Record<'evidence' | 'version' | 'part', string>>) =>
      house.people.fieldCamera.api.refusal('uploadState', { params: { ...visit.params(evidence, evidence, 'content'), ...path } });
    for (const path of [{ part: 'thumbnail' }, { part: 'stored' }, { part: '__proto__' }, { version: 'x' }, { evidence: 'constructor' }, { evidence: '../x' }]) {
      expect(await mine(path)).toBe('evidence.absent');
    }
  });

  it('arrive during a pause, and after the session has ended', async () => {
    const content = jpeg(20_000);
    const evidence = await visit.capture('fieldCamera', { content });
    await visit.inside('hostLead', 'consent.pause', { paused: true });
    expect(await visit.send('fieldCamera', evidence, evidence, 'content', 0, content.subarray(0, 5_000))).toMatchObject({ received: 5_000 });
    await visit.run('hostLead', 'session.start', {});
    await visit.run('hostLead', 'session.end', {});
    expect(await visit.send('fieldCamera', evidence, evidence, 'content', 5_000, content.subarray(5_000))).toMatchObject({ stored: true });
    expect((await visit.item(evidence)).state).toBe('review');
  });

  it('are told to custody alone', async () => {
    await visit.captured({ content: jpeg(2_000) });
    const log: SessionEvent[] = [];
    for (const event of (await visit.live()).since(0) ?? []) if (event.type === 'evidence.stored') log.push(event);
    expect(log.map((event) => event.audience)).toEqual([audiences.custody]);
  });
});

describe('a consent that is withdrawn during an upload', () => {
  it.each([
    ['the zone', 'capture.noConsent', (one: Visit) => one.inside('hostLead', 'consent.zone', { zone: one.zone, state: 'withdrawn' })],
    ['a person', 'capture.personRefused', (one: Visit) => one.inside('hostLead', 'consent.person', { name: 'Ann', state: 'refused' })],
  ] as const)('ends it, and nothing of it is kept: %s', async (_what, code, withdraw) => {
    const content = jpeg(300_000);
    const thumbnail = jpeg(4_000);
    const evidence = await visit.capture('fieldCamera', { content, thumbnail });
    await visit.send('fieldCamera', evidence, evidence, 'thumbnail', 0, thumbnail);
    expect(await has(thumbnail)).toBe(true);
    const { request, answered } = visit.sending('fieldCamera', evidence, 0, { 'Content-Length': String(content.length) });
    request.write(content.subarray(0, 100_000));
    await expect.poll(() => visit.state('fieldCamera', evidence), { timeout: 20_000 }).toMatchObject({ received: 100_000 });
    await withdraw(visit);
    expect(await answered).toMatchObject({ status: 403, body: { error: { code } } });
    request.destroy();
    expect(await visit.item(evidence)).toMatchObject({ state: 'discarded', reason: 'consent' });
    await expect.poll(async () => [await halves(evidence), await has(thumbnail)], { timeout: 20_000 }).toEqual([[], false]);
    expect(await visit.sendRefused('fieldCamera', evidence, evidence, 'content', 0, content)).toMatchObject({ code });
    expect(await house.people.hostLead.api.refusal('evidenceFile', { params: visit.params(evidence, evidence, 'thumbnail') })).toBe('evidence.discarded');
  });

  it('takes no content along that another item has as well', async () => {
    const thumbnail = jpeg(4_000);
    const kept = await visit.captured({ content: jpeg(1_000), thumbnail });
    const evidence = await visit.capture('fieldCamera', { content: jpeg(1_000), thumbnail });
    await visit.send('fieldCamera', evidence, evidence, 'thumbnail', 0, thumbnail);
    await visit.run('fieldCamera', 'evidence.discard', { evidence });
    expect(await visit.sendRefused('fieldCamera', evidence, evidence, 'thumbnail', 0, thumbnail)).toMatchObject({ code: 'evidence.discarded' });
    const response = await house.people.hostLead.api.raw('evidenceFile', { params: visit.params(kept, kept, 'thumbnail') });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(thumbnail);
  });

  it('is honoured after a restart, when the server did not come to it before', async () => {
    const content = jpeg(1_000);
    const thumbnail = jpeg(4_000);
    const [evidence, going] = [await visit.capture('fieldCamera', { content, thumbnail }), await visit.capture('fieldCamera', { content })];
    await visit.send('fieldCamera', evidence, evidence, 'thumbnail', 0, thumbnail);
    for (const one of [evidence, going]) await visit.send('fieldCamera', one, one, 'content', 0, content.subarray(0, 500));
    const { seq } = (await visit.live()).state;
    await house.server.restart(async () => {
      const store = await openEmbeddedStore(house.server.directory);
      const log = await store.log<SessionEvent>(visit.session);
      await log.append([{
        seq: log.head.seq + 1, at: Date.now(), actor: 'system', room: 'floor', audience: audiences.custody, type: 'evidence.discarded', data: { evidence, reason: 'consent' },
      }]);
      await store.close();
    });
    expect((await visit.live()).state.seq).toBeGreaterThan(seq);
    expect(await has(thumbnail)).toBe(false);
    expect(await halves(evidence), 'nor is half of a picture').toEqual([]);
    expect(await visit.state('fieldCamera', going), 'what is still wanted goes on').toEqual({ received: 500, stored: false });
  });
});

describe('uploads at once', () => {
  it('of one part: the newer one takes the place of the older one', async () => {
    const content = jpeg(100_000);
    const evidence = await visit.capture('fieldCamera', { content });
    const stalled = visit.sending('fieldCamera', evidence, 0, { 'Content-Length': String(content.length) });
    stalled.request.write(content.subarray(0, 30_000));
    await expect.poll(() => visit.state('fieldCamera', evidence), { timeout: 20_000 }).toMatchObject({ received: 30_000 });
    expect(await visit.send('fieldCamera', evidence, evidence, 'content', 30_000, content.subarray(30_000))).toEqual({ received: 100_000, stored: true });
    await expect(stalled.answered).rejects.toThrow();
  });

  it('of one person are no more than a few, a refused one is answered, and the others have their places', async () => {
    const open = await Promise.all(Array.from({ length: 4 }, async () => {
      const content = jpeg(2_000);
      const evidence = await visit.capture('fieldCamera', { content });
      const { request } = visit.sending('fieldCamera', evidence, 0, { 'Content-Length': String(content.length) });
      request.write(content.subarray(0, 1_000));
      await expect.poll(() => visit.state('fieldCamera', evidence), { timeout: 20_000 }).toMatchObject({ received: 1_000 });
      return request;
    }));
    const content = jpeg(2_000);
    const evidence = await visit.capture('fieldCamera', { content });
    expect(await visit.sendRefused('fieldCamera', evidence, evidence, 'content', 0, content)).toMatchObject({ code: 'rate.limited' });
    const others = await visit.capture('hostLead', { content });
    expect(await visit.send('hostLead', others, others, 'content', 0, content)).toMatchObject({ stored: true });
    for (const request of open) request.destroy();
    await expect.poll(() => visit.sendRefused('fieldCamera', evidence, evidence, 'content', 0, content), { timeout: 20_000 }).toBeUndefined();
  });
});

it('the file of a visit is not sent again to who has it, until something happens', async () => {
  const { hostLead, leadObserver } = house.people;
  const options = { params: { session: visit.session } };
  const first = await hostLead.api.raw('visit', options);
  const etag = first.headers.get('etag')!;
  expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  const again = (api: typeof hostLead.api) => api.raw('visit', { ...options, headers: { 'If-None-Match': etag } });
  const same = await again(hostLead.api);
  expect([same.status, await same.text()]).toEqual([304, '']);
  expect((await again(leadObserver.api)).status, 'what others have is not theirs').toBe(200);
  expect((await again(house.people.outsider.api)).status).toBe(404);
  await visit.run('hostLead', 'visit.stage', { stage: 'onSite' });
  const after = await again(hostLead.api);
  expect([after.status, (await after.json() as VisitView).observation.plan.stage]).toEqual([200, 'onSite']);
});

it('a refused deck of the same content takes no evidence along', async () => {
  const content = Buffer.from('%PDF-1.7 and nothing that could be read');
  const evidence = await visit.capture('hostLead', { content }, { kind: 'file', zone: undefined }, 'application/pdf');
  await visit.send('hostLead', evidence, evidence, 'content', 0, content);
  const refused = await house.people.hostLead.api.refusal('createDeck', { params: { session: visit.session }, query: { title: 'Rules', language: 'en' }, file: content });
  expect(refused).toBe('file.broken');
  expect(await has(content)).toBe(true);
});
