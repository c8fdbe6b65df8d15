import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaptureCode } from '../../../client/observation/capture/item.ts';
import { bytesOf, Device, ME, SESSION, still } from './captureScene.ts';
import type { Fate } from './captureScene.ts';

const fates: readonly Fate[] = ['through', 'lost', 'unheard', 'cut', 'reload'];

test('cut at any point, loaded anew at any point, the disk failing now and then: each is registered once, with the same bytes', async () => {
  await fc.assert(fc.asyncProperty(
    fc.array(fc.record({ size: fc.integer({ min: 1, max: 3_000 }), seed: fc.integer({ min: 0, max: 200 }) }), { minLength: 1, maxLength: 3 }),
    fc.array(fc.constantFrom(...fates), { maxLength: 24 }),
    fc.array(fc.constantFrom('get', 'change', 'remove', 'blob'), { maxLength: 3 }),
    async (sizes, script, faults) => {
      const device = new Device();
      device.server.fates = [...script];
      const taken = await Promise.all(sizes.map(({ size, seed }) => still(size, seed)));
      const ids: string[] = [];
      for (const { payload, blobs } of taken) {
        const kept = await device.queue.capture(payload, blobs);
        if (kept.ok) ids.push(kept.id);
      }
      device.faults.push(...faults);
      await device.settled();
      expect(ids).toHaveLength(taken.length);
      expect(device.server.registrations).toBe(taken.length);
      for (const [index, id] of ids.entries()) {
        const { payload, blobs } = taken[index]!;
        expect(device.server.registered.get(id)).toEqual(payload);
        expect([...device.server.stored.get(`${id}/content`)!]).toEqual(await bytesOf(blobs.content));
        expect([...device.server.stored.get(`${id}/thumbnail`)!]).toEqual(await bytesOf(blobs.thumbnail));
      }
      expect(await device.store().list(SESSION, ME)).toEqual([]);
      expect(await device.store().blob(ids[0]!, 'content')).toBeUndefined();
      device.queue.close();
    },
  ), { numRuns: 40 });
});

test('a device that is full says so, and nothing is half kept', async () => {
  const device = new Device();
  device.faults.push('add');
  const { payload, blobs } = await still(100, 1);
  expect(await device.queue.capture(payload, blobs)).toEqual({ ok: false, code: 'device.full' });
  expect(await device.store().list(SESSION, ME)).toEqual([]);
  expect(device.queue.getSnapshot().items).toEqual([]);
});

test.each<CaptureCode>(['capture.noRecord', 'capture.noConsent', 'capture.personRefused', 'capture.zoneUnknown'])('%s: what may not be kept is deleted, and the word stays over a reload until it was read', async (code) => {
  const device = new Device();
  device.server.refusals.set('register', { code: code as 'capture.noRecord' });
  const { payload, blobs } = await still(100, 1);
  const kept = await device.queue.capture(payload, blobs);
  if (!kept.ok) throw new Error('it was not kept');
  await device.settled();
  expect(await device.store().blob(kept.id, 'content')).toBeUndefined();
  device.server.refusals.clear();
  device.reload();
  await device.settled();
  expect(device.queue.getSnapshot()).toMatchObject({ waiting: 0, items: [{ id: kept.id, state: 'refused', code }] });
  expect(device.server.registrations).toBe(0);
  await device.queue.drop(kept.id);
  expect(await device.store().list(SESSION, ME)).toEqual([]);
});

test('consent withdrawn while its bytes are on their way: they are deleted here, and the server is told to give it up', async () => {
  const device = new Device();
  device.server.refusals.set('send', { code: 'capture.noConsent' });
  const { payload, blobs } = await still(400, 1);
  const kept = await device.queue.capture(payload, blobs);
  await device.settled();
  expect(device.queue.getSnapshot().items).toMatchObject([{ state: 'refused', code: 'device.consentGone' }]);
  if (kept.ok) expect(device.server.discarded).toEqual([kept.id]);
});

test('what the visit gave up is deleted as soon as the page hears of it', async () => {
  const device = new Device();
  device.server.refusals.set('arrived', { code: 'client.offline' });
  const { payload, blobs } = await still(100, 1);
  const kept = await device.queue.capture(payload, blobs);
  if (!kept.ok) throw new Error('it was not kept');
  device.queue.follow({ [kept.id]: { state: 'discarded', reason: 'consent' } }, false);
  await device.settled();
  expect(await device.store().blob(kept.id, 'content')).toBeUndefined();
  expect(device.queue.getSnapshot().items).toMatchObject([{ state: 'refused', code: 'device.consentGone' }]);
});

test('a pause holds what was captured before it, and its end lets it go', async () => {
  const device = new Device();
  device.server.refusals.set('register', { code: 'capture.paused' });
  const { payload, blobs } = await still(100, 1);
  await device.queue.capture(payload, blobs);
  await device.settled();
  expect(device.queue.getSnapshot()).toMatchObject({ waiting: 1, items: [{ state: 'stopped', code: 'capture.paused' }] });
  device.queue.follow({}, true);
  expect(device.server.registrations).toBe(0);
  device.server.refusals.clear();
  device.queue.follow({}, false);
  await device.settled();
  expect(device.server.stored.size).toBe(2);
});

test('what can be tried again stays until somebody does', async () => {
  const device = new Device();
  device.server.refusals.set('register', { code: 'visit.limit' });
  const { payload, blobs } = await still(100, 1);
  const kept = await device.queue.capture(payload, blobs);
  if (!kept.ok) throw new Error('it was not kept');
  await device.settled();
  device.reload();
  await device.settled();
  expect(device.queue.getSnapshot().items).toMatchObject([{ state: 'stopped', code: 'visit.limit' }]);
  device.server.refusals.clear();
  device.queue.retry(kept.id);
  await device.settled();
  expect(device.queue.getSnapshot().items).toEqual([]);
  expect(device.server.stored.size).toBe(2);
});

test('bytes that are no longer those that were captured are told from bytes that suffered on their way', async () => {
  const device = new Device();
  device.server.refusals.set('send', { code: 'file.hashDiffers' });
  const { payload, blobs } = await still(100, 1);
  await device.queue.capture(payload, blobs);
  await device.settled();
  expect(device.queue.getSnapshot().items).toMatchObject([{ state: 'stopped', code: 'file.hashDiffers' }]);

  const other = new Device();
  const wrong = { ...payload, pictured: { content: { ...payload.pictured.content, hash: '0'.repeat(64) } } };
  await other.queue.capture(wrong, { content: blobs.content });
  await other.settled();
  expect(other.queue.getSnapshot().items).toMatchObject([{ state: 'refused', code: 'device.damaged' }]);
});

test('a criterion that was taken out of the visit does not take the still along', async () => {
  const device = new Device();
  const register = device.server.register.bind(device.server);
  device.server.register = async (id, capture, signal) => capture.criterion === undefined
    ? register(id, capture, signal) : { ok: false, error: { code: 'visit.absent', detail: 'criterion' } };
  const { payload, blobs } = await still(100, 1);
  await device.queue.capture(payload, blobs);
  await device.settled();
  const { criterion: _gone, ...rest } = payload;
  expect([...device.server.registered.values()]).toEqual([rest]);
});

test('offline nothing is tried in a loop; when the line is back it goes on by itself, the small pictures first', async () => {
  const device = new Device();
  device.line.online = false;
  device.server.fates = Array.from({ length: 2 }, () => 'lost' as const);
  const first = await still(600, 1);
  const second = await still(600, 2);
  await device.queue.capture(first.payload, first.blobs);
  await device.queue.capture(second.payload, second.blobs);
  await expect.poll(() => device.line.rests.length).toBeGreaterThan(1);
  const rested = device.line.rests.length;
  await new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
  expect(device.line.rests.length).toBe(rested);
  expect(device.server.registrations).toBe(0);
  device.server.fates = [];
  device.line.back();
  await device.settled();
  expect(device.server.stored.size).toBe(4);
  expect(device.server.asked.slice(0, 2)).toEqual(['thumbnail', 'thumbnail']);
});

test('rests grow and stay below a minute', async () => {
  const device = new Device();
  device.server.fates = Array.from({ length: 12 }, () => 'lost' as const);
  const { payload, blobs } = await still(100, 1);
  await device.queue.capture(payload, blobs);
  await device.settled();
  const { rests } = device.line;
  expect(rests.slice(0, 4)).toEqual([750, 1_500, 3_000, 6_000]);
  expect(Math.max(...rests)).toBeLessThanOrEqual(60_000);
});

test('the bytes of a version that is registered already go the same way', async () => {
  const device = new Device();
  const { payload, blobs } = await still(5_000, 3);
  device.server.registered.set('mask-1', payload);
  await device.queue.sendVersion({ evidence: 'item-1', version: 'mask-1', pictured: payload.pictured, blobs });
  await device.settled();
  expect([...device.server.stored.get('mask-1/content')!]).toEqual(await bytesOf(blobs.content));
  expect(device.server.registrations).toBe(0);
});
