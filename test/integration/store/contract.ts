import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { verifyChain } from '../../../server/store/embedded/chain.ts';
import type { LogEntry, Store } from '../../../server/store/store.ts';
import { codeOf } from './codes.ts';
import { chunks, collect, temporaryPlace } from './place.ts';

const personSchema = z.strictObject({ id: z.string(), name: z.string(), logins: z.number().int(), tags: z.array(z.string()).optional() });
type Person = z.infer<typeof personSchema>;

interface Said extends LogEntry {
  readonly text: string;
}

const person = (id: string, name = id.toUpperCase(), logins = 0): Person => ({ id, name, logins });
const said = (seq: number, text = `line ${seq}`): Said => ({ seq, text });

/**
 * What every adapter promises. `open` opens the store that belongs to a place (an empty directory at the beginning of each test);
 * opening it again after `close` finds what was there.
 */
export function storeContract(name: string, open: (place: string) => Promise<Store>): void {
  describe(`store: ${name}`, () => {
    let place: Awaited<ReturnType<typeof temporaryPlace>>;
    let store: Store;
    beforeEach(async () => {
      place = await temporaryPlace();
      store = await open(place.path);
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });
    const reopen = async (): Promise<void> => {
      await store.close();
      store = await open(place.path);
    };

    describe('collections', () => {
      it('keep what was put, over a reopening, in the order in which it was first put', async () => {
        const people = await store.collection('people', personSchema);
        await people.put(person('b'), person('a'));
        await people.put(person('c'), person('b', 'Bea', 3));
        const expected = [person('b', 'Bea', 3), person('a'), person('c')];
        expect([...people.all()]).toEqual(expected);
        expect(people.size).toBe(3);
        await reopen();
        const again = await store.collection('people', personSchema);
        expect([...again.all()]).toEqual(expected);
        expect(again.get('b')).toEqual(person('b', 'Bea', 3));
        expect(again.has('z')).toBe(false);
        expect(again.get('z')).toBeUndefined();
        expect(again.find((one) => one.logins === 3)?.id).toBe('b');
        expect(again.find((one) => one.logins === 4)).toBeUndefined();
      });

      it('forget what was removed, and pass over what is not there', async () => {
        const people = await store.collection('people', personSchema);
        await people.put(person('a'), person('b'));
        await people.remove('a', 'nobody', 'a');
        await people.remove('nobody');
        await reopen();
        expect([...(await store.collection('people', personSchema)).all()]).toEqual([person('b')]);
      });

      it('answer a second removal no sooner than the first is durable', async () => {
        const people = await store.collection('people', personSchema);
        await people.put(person('a'));
        let gone = false;
        const first = people.remove('a').then(() => { gone = true; });
        await people.remove('a');
        expect(gone).toBe(true);
        await first;
      });

      it('are the same when opened twice, and refuse another schema', async () => {
        const [one, two] = await Promise.all([store.collection('people', personSchema), store.collection('people', personSchema)]);
        expect(one).toBe(two);
        expect(await codeOf(store.collection('people', personSchema.extend({ age: z.number() })))).toBe('store.schema');
      });

      it('are apart from one another', async () => {
        await (await store.collection('people', personSchema)).put(person('a'));
        expect((await store.collection('guests', personSchema)).size).toBe(0);
      });

      it('hold records that nobody can change behind their back', async () => {
        const people = await store.collection('people', personSchema);
        const mine = { ...person('a'), tags: ['x'] };
        await people.put(mine);
        mine.tags.push('y');
        mine.name = 'changed';
        expect(people.get('a')).toEqual({ ...person('a'), tags: ['x'] });
        expect(() => people.get('a')?.tags?.push('z')).toThrow(TypeError);
        await reopen();
        const found = (await store.collection('people', personSchema)).get('a');
        expect(() => found?.tags?.push('z')).toThrow(TypeError);
      });

      it('refuse a record that does not fit, and with it all that was put together with it', async () => {
        const people = await store.collection('people', personSchema);
        const wrong = { ...person('b'), logins: 'many' } as unknown as Person;
        expect(await codeOf(people.put(person('a'), wrong))).toBe('record.invalid');
        expect(people.size).toBe(0);
        await reopen();
        expect((await store.collection('people', personSchema)).size).toBe(0);
      });

      it('refuse to open records that the schema no longer accepts, and lose nothing by it', async () => {
        await (await store.collection('people', personSchema)).put(person('a'));
        await reopen();
        expect(await codeOf(store.collection('people', z.strictObject({ id: z.string(), other: z.string() })))).toBe('record.invalid');
        expect((await store.collection('people', personSchema)).get('a')).toEqual(person('a'));
      });

      it('count every one of many updates at once', async () => {
        const people = await store.collection('people', personSchema);
        await people.put(person('a'));
        const answers = await Promise.all(Array.from({ length: 50 }, () => people.update('a', (one) => ({ ...one, logins: one.logins + 1 }))));
        expect(answers.map((one) => one.logins)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
        expect(people.get('a')?.logins).toBe(50);
        await reopen();
        expect((await store.collection('people', personSchema)).get('a')?.logins).toBe(50);
      });

      it('let an update see the put and the removal asked for before it', async () => {
        const people = await store.collection('people', personSchema);
        const put = people.put(person('a', 'A', 5));
        const updated = people.update('a', (one) => ({ ...one, logins: one.logins + 1 }));
        const removed = people.remove('a');
        const tooLate = codeOf(people.update('a', (one) => one));
        await Promise.all([put, removed]);
        expect((await updated).logins).toBe(6);
        expect(await tooLate).toBe('record.absent');
        expect(people.has('a')).toBe(false);
      });

      it('change nothing when an update throws, names nobody, changes the id or makes a record that does not fit', async () => {
        const people = await store.collection('people', personSchema);
        await people.put(person('a'));
        await expect(people.update('a', () => { throw new RangeError('no'); })).rejects.toThrow(RangeError);
        expect(await codeOf(people.update('nobody', (one) => one))).toBe('record.absent');
        expect(await codeOf(people.update('a', (one) => ({ ...one, id: 'b' })))).toBe('record.invalid');
        expect(await codeOf(people.update('a', (one) => ({ ...one, logins: 0.5 })))).toBe('record.invalid');
        expect([...people.all()]).toEqual([person('a')]);
      });

      it('do exclusive works one after the other, also past one that fails', async () => {
        const people = await store.collection('people', personSchema);
        const register = (name: string): Promise<void> => people.exclusive(async () => {
          if (people.find((one) => one.name === name)) throw new Error('taken');
          await people.put(person(`id-${people.size}`, name));
        });
        const results = await Promise.allSettled([register('Ana'), register('Ana'), register('Bo'), register('Ana')]);
        expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
        expect([...people.all()].map((one) => one.name)).toEqual(['Ana', 'Bo']);
      });

      it('take ids and texts of every kind', async () => {
        const people = await store.collection('people', personSchema);
        const odd = ['__proto__', 'constructor', '', '../../x', 'a\nb', 'é 中文 \u2028 \ud83d\ude00', '\0', '"'].map((id) => person(id, id));
        await people.put(...odd);
        await reopen();
        const again = await store.collection('people', personSchema);
        for (const one of odd) expect(again.get(one.id)).toEqual(one);
        expect(again.size).toBe(odd.length);
      });
    });

    describe('logs', () => {
      it('start empty and count from one', async () => {
        const log = await store.log<Said>('s1');
        expect(log.head.seq).toBe(0);
        expect(await collect(log.read())).toEqual([]);
        await log.append([said(1)]);
        await log.append([said(2), said(3)]);
        await log.append([]);
        expect(log.head.seq).toBe(3);
        expect(log.head.hash).toMatch(/^[0-9a-f]{64}$/);
        expect(await collect(log.read())).toEqual([said(1), said(2), said(3)]);
      });

      it('keep entries as they are, over a reopening, and go on from the same head', async () => {
        const entry = { seq: 1, at: '2026-03-01T10:00:00Z', audience: { kind: 'everyone' }, data: { html: '<b>', list: [1, null, true], é: '中文' } };
        const log = await store.log<typeof entry>('s1');
        await log.append([entry]);
        const { head } = log;
        await reopen();
        const again = await store.log<typeof entry>('s1');
        expect(again.head).toEqual(head);
        expect(again.damaged).toBeUndefined();
        await again.append([{ ...entry, seq: 2 }]);
        expect(await collect(again.read())).toEqual([entry, { ...entry, seq: 2 }]);
      });

      it('are read from any entry on', async () => {
        const log = await store.log<Said>('s1');
        const all = Array.from({ length: 1_000 }, (_, index) => said(index + 1));
        for (let from = 0; from < all.length; from += 7) await log.append(all.slice(from, from + 7));
        await reopen();
        const again = await store.log<Said>('s1');
        await again.append([said(1_001)]);
        all.push(said(1_001));
        for (const from of [-1, 0, 1, 2, 256, 257, 258, 512, 513, 999, 1_000, 1_001, 1_002, 5_000]) {
          expect(await collect(again.read(from))).toEqual(all.slice(Math.max(0, from - 1)));
        }
      });

      it('give their lines as they stand, which verify by themselves', async () => {
        const log = await store.log<Said>('s1');
        await log.append([said(1), said(2)]);
        await log.append([said(3, 'é 中文')]);
        const lines = await collect(log.lines());
        expect(verifyChain('s1', lines.map(({ bytes }) => bytes))).toEqual({ ok: true, head: log.head });
        expect(lines.map(({ entry }) => entry)).toEqual([said(1), said(2), said(3, 'é 中文')]);
        expect(lines.map(({ prev }) => prev).slice(1)).toEqual(lines.map(({ hash }) => hash).slice(0, -1));
        expect(await collect(log.lines(3))).toEqual(lines.slice(2));
      });

      it('refuse entries out of order and stay usable', async () => {
        const log = await store.log<Said>('s1');
        expect(await codeOf(log.append([said(2)]))).toBe('store.order');
        expect(await codeOf(log.append([said(1), said(3)]))).toBe('store.order');
        expect(await codeOf(log.append([said(0)]))).toBe('store.order');
        await log.append([said(1)]);
        expect(await codeOf(log.append([said(1)]))).toBe('store.order');
        await log.append([said(2)]);
        expect(await collect(log.read())).toEqual([said(1), said(2)]);
      });

      it('take appends that overlap, in the order in which they were asked for', async () => {
        const log = await store.log<Said>('s1');
        await Promise.all(Array.from({ length: 200 }, (_, index) => log.append([said(index + 1)])));
        expect(log.head.seq).toBe(200);
        expect((await collect(log.read())).map((entry) => entry.seq)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
      });

      it('show an entry only when it is durable', async () => {
        const log = await store.log<Said>('s1');
        const appended = log.append([said(1)]);
        expect(log.head.seq).toBe(0);
        expect(await collect(log.read())).toEqual([]);
        await appended;
        expect(log.head.seq).toBe(1);
      });

      it('refuse what is no entry, and keys of their own', async () => {
        const log = await store.log<LogEntry>('s1');
        for (const key of ['prev', 'hash', 'more']) {
          expect(await codeOf(log.append([{ seq: 1, [key]: 'x' } as LogEntry]))).toBe('log.entry');
        }
        expect(await codeOf(log.append([Object.assign([], { seq: 1 }) as LogEntry]))).toBe('log.entry');
        expect(log.head.seq).toBe(0);
      });

      it('are the same when opened twice, and can be closed and opened again', async () => {
        const [one, two] = await Promise.all([store.log<Said>('s1'), store.log<Said>('s1')]);
        expect(one).toBe(two);
        const appended = one.append([said(1)]);
        const closed = one.close();
        const again = await store.log<Said>('s1');
        await appended;
        await closed;
        expect(again).not.toBe(one);
        expect(again.head.seq).toBe(1);
        expect(await codeOf(one.append([said(2)]))).toBe('store.closed');
        expect(await codeOf(collect(one.read()))).toBe('store.closed');
        await again.append([said(2)]);
        await one.close();
      });

      it('are apart from one another, also in their hashes', async () => {
        const [one, two] = await Promise.all([store.log<Said>('s1'), store.log<Said>('s2')]);
        await one.append([said(1)]);
        expect(two.head.seq).toBe(0);
        await two.append([said(1)]);
        expect(one.head.hash).not.toBe(two.head.hash);
      });
    });

    describe('files', () => {
      const content = 'A page of a deck.';
      const hash = createHash('sha256').update(content).digest('hex');

      it('keep content under its hash, once, over a reopening', async () => {
        expect(await store.files.put(chunks('A page', ' of a deck.'), { maxBytes: 100 })).toEqual({ hash, size: content.length });
        expect(await store.files.put(chunks(content), { maxBytes: content.length })).toEqual({ hash, size: content.length });
        await reopen();
        expect(await store.files.has(hash)).toBe(true);
        const { size, stream } = await store.files.open(hash);
        expect(size).toBe(content.length);
        expect((await buffer(stream)).toString()).toBe(content);
      });

      it('keep empty content too', async () => {
        const empty = await store.files.put(chunks(), { maxBytes: 0 });
        expect(empty.size).toBe(0);
        expect((await buffer((await store.files.open(empty.hash)).stream)).length).toBe(0);
      });

      it('answer a part, both ends included', async () => {
        await store.files.put(chunks(content), { maxBytes: 100 });
        const { size, stream } = await store.files.open(hash, { start: 2, end: 5 });
        expect(size).toBe(content.length);
        expect((await buffer(stream)).toString()).toBe('page');
        const last = content.length - 1;
        expect((await buffer((await store.files.open(hash, { start: last, end: last })).stream)).toString()).toBe('.');
        for (const range of [{ start: 0, end: content.length }, { start: 5, end: 4 }, { start: -1, end: 3 }, { start: 99, end: 99 }]) {
          expect(await codeOf(store.files.open(hash, range))).toBe('file.range');
        }
      });

      it('refuse content that is too long, and leave nothing of it', async () => {
        expect(await codeOf(store.files.put(chunks(content), { maxBytes: content.length - 1 }))).toBe('file.tooLarge');
        expect(await store.files.has(hash)).toBe(false);
      });

      it('hand on the error of a source that breaks off, and leave nothing of it', async () => {
        const source = async function* (): AsyncGenerator<Uint8Array> {
          yield Buffer.from(content);
          throw new Error('the client went away');
        };
        await expect(store.files.put(source(), { maxBytes: 100 })).rejects.toThrow('the client went away');
        expect(await store.files.has(hash)).toBe(false);
        expect(store.status().state).toBe('ok');
      });

      it('take the same content from many at once', async () => {
        const results = await Promise.all(Array.from({ length: 20 }, () => store.files.put(chunks(content), { maxBytes: 100 })));
        expect(new Set(results.map((stored) => stored.hash))).toEqual(new Set([hash]));
        expect((await buffer((await store.files.open(hash)).stream)).toString()).toBe(content);
      });

      it('are gone when removed, also for who asks for a path; a reader that has begun is served to the end', async () => {
        await store.files.put(chunks(content), { maxBytes: 100 });
        expect(await store.files.pathForReading(hash)).toContain(hash);
        const { stream } = await store.files.open(hash);
        await store.files.remove(hash);
        await store.files.remove(hash);
        expect((await buffer(stream)).toString()).toBe(content);
        expect(await store.files.has(hash)).toBe(false);
        expect(await codeOf(store.files.open(hash))).toBe('file.absent');
        expect(await codeOf(store.files.pathForReading(hash))).toBe('file.absent');
      });
    });

    describe('uploads', () => {
      const content = 'A picture of a gate, taken in the rain.';
      const hash = createHash('sha256').update(content).digest('hex');
      const options = { maxBytes: content.length };
      const broken = async function* (...parts: readonly string[]): AsyncGenerator<Uint8Array> {
        for (const part of parts) yield Buffer.from(part);
        throw new Error('the line is gone');
      };

      it('grow part by part, over a reopening, and become a file', async () => {
        expect(await store.uploads.size('u1')).toBe(0);
        expect(await store.uploads.append('u1', 0, chunks(content.slice(0, 5), content.slice(5, 9)), options)).toEqual({ taken: true, size: 9 });
        await reopen();
        expect(await store.uploads.size('u1')).toBe(9);
        expect(await store.uploads.names()).toEqual(['u1']);
        expect(await store.uploads.append('u1', 9, chunks(content.slice(9)), options)).toEqual({ taken: true, size: content.length });
        expect(await store.files.has(hash)).toBe(false);
        expect(await store.uploads.finish('u1', hash)).toEqual({ hash, size: content.length });
        expect(await store.uploads.names()).toEqual([]);
        expect(await store.uploads.size('u1')).toBe(0);
        await reopen();
        expect((await buffer((await store.files.open(hash)).stream)).toString()).toBe(content);
        expect(await store.uploads.size('u1')).toBe(0);
      });

      it('take nothing at another place than their end, and say where that is', async () => {
        await store.uploads.append('u1', 0, chunks(content.slice(0, 9)), options);
        for (const offset of [0, 8, 10, content.length]) {
          expect(await store.uploads.append('u1', offset, chunks('x'), options)).toEqual({ taken: false, size: 9 });
        }
        expect(await store.uploads.append('u2', 1, chunks('x'), options)).toEqual({ taken: false, size: 0 });
        await store.uploads.append('u1', 9, chunks(content.slice(9)), options);
        expect((await store.uploads.finish('u1', hash)).size).toBe(content.length);
      });

      it('keep what came before a source broke off, and go on from there', async () => {
        await expect(store.uploads.append('u1', 0, broken(content.slice(0, 4)), options)).rejects.toThrow('the line is gone');
        await expect(store.uploads.append('u1', 4, broken(content.slice(4, 6), content.slice(6, 11)), options)).rejects.toThrow('the line is gone');
        await expect(store.uploads.append('u1', 11, broken(), options)).rejects.toThrow('the line is gone');
        await reopen();
        expect(await store.uploads.size('u1')).toBe(11);
        await store.uploads.append('u1', 11, chunks(content.slice(11)), options);
        expect((await store.uploads.finish('u1', hash)).hash).toBe(hash);
        expect(store.status().state).toBe('ok');
      });

      it('refuse what is too long, and keep nothing of that part', async () => {
        await store.uploads.append('u1', 0, chunks(content.slice(0, 9)), options);
        expect(await codeOf(store.uploads.append('u1', 9, chunks(content.slice(9), 'x'), options))).toBe('file.tooLarge');
        expect(await store.uploads.size('u1')).toBe(9);
        await store.uploads.append('u1', 9, chunks(content.slice(9)), options);
        expect((await store.uploads.finish('u1', hash)).hash).toBe(hash);
      });

      it('are removed when they are not what was announced, and may begin again', async () => {
        await store.uploads.append('u1', 0, chunks(content.replace('gate', 'Gate')), options);
        expect(await codeOf(store.uploads.finish('u1', hash))).toBe('file.hashDiffers');
        expect(await store.uploads.size('u1')).toBe(0);
        expect(await store.files.has(hash)).toBe(false);
        await store.uploads.append('u1', 0, chunks(content), options);
        expect((await store.uploads.finish('u1', hash)).hash).toBe(hash);
      });

      it('are gone when discarded', async () => {
        await store.uploads.append('u1', 0, chunks(content), options);
        await store.uploads.discard('u1');
        await store.uploads.discard('u1');
        expect(await store.uploads.size('u1')).toBe(0);
        expect(await codeOf(store.uploads.finish('u1', hash))).toBe('upload.absent');
      });

      it('take one part after the other, whoever sends them at once', async () => {
        const all = await Promise.all(Array.from({ length: 20 }, () => store.uploads.append('u1', 0, chunks(content.slice(0, 9), content.slice(9)), options)));
        expect(all.filter((one) => one.taken)).toHaveLength(1);
        expect(all.every((one) => one.size === content.length)).toBe(true);
        const ended = await Promise.all([codeOf(store.uploads.finish('u1', hash)), codeOf(store.uploads.finish('u1', hash)), codeOf(store.uploads.discard('u1'))]);
        expect(ended).toEqual(['resolved', 'upload.absent', 'resolved']);
      });

      it('are apart from one another, and may end in one file', async () => {
        await store.uploads.append('u1', 0, chunks(content.slice(0, 3)), options);
        await store.uploads.append('u2', 0, chunks(content), options);
        expect([await store.uploads.size('u1'), await store.uploads.size('u2')]).toEqual([3, content.length]);
        await store.uploads.append('u1', 3, chunks(content.slice(3)), options);
        await store.uploads.finish('u1', hash);
        await store.uploads.finish('u2', hash);
        expect((await buffer((await store.files.open(hash)).stream)).toString()).toBe(content);
      });
    });

    describe('names', () => {
      it.each(['', '.', '..', '../x', 'a/b', 'a\0', '.a', 'é', 'a'.repeat(221)])('refuse an upload called %j', async (bad) => {
        expect(await codeOf(store.uploads.size(bad))).toBe('store.name');
        expect(await codeOf(store.uploads.append(bad, 0, chunks('x'), { maxBytes: 1 }))).toBe('store.name');
        expect(await codeOf(store.uploads.finish(bad, '0'.repeat(64)))).toBe('store.name');
        expect(await codeOf(store.uploads.discard(bad))).toBe('store.name');
      });

      it.each(['', '.', '..', '../x', 'a/b', 'a\0', 'A', '1a', 'a b', 'a'.repeat(41)])('refuse a collection called %j', async (bad) => {
        expect(await codeOf(store.collection(bad, personSchema))).toBe('store.name');
      });

      it.each(['', '.', '..', '../x', 'a/b', 'a\0', 'é', 'a.b', 'a'.repeat(65)])('refuse a session called %j', async (bad) => {
        expect(await codeOf(store.log(bad))).toBe('store.name');
      });

      it.each(['', '..', 'incoming', '../lock', 'A'.repeat(64), 'g'.repeat(64), 'a'.repeat(63)])('refuse a file called %j', async (bad) => {
        expect(await codeOf(store.files.open(bad))).toBe('store.name');
        expect(await codeOf(store.files.has(bad))).toBe('store.name');
        expect(await codeOf(store.files.remove(bad))).toBe('store.name');
        expect(await codeOf(store.files.pathForReading(bad))).toBe('store.name');
      });
    });

    it('makes durable what is under way when it is closed, and refuses what comes later', async () => {
      const people = await store.collection('people', personSchema);
      const log = await store.log<Said>('s1');
      const put = people.put(person('a'));
      const appended = log.append([said(1)]);
      await store.close();
      await Promise.all([put, appended]);
      expect(store.status().state).toBe('closed');
      for (const late of [
        people.put(person('b')), people.remove('a'), people.update('a', (one) => one), log.append([said(2)]),
        store.collection('people', personSchema), store.log('s1'), store.files.put(chunks('x'), { maxBytes: 9 }),
        store.files.open('0'.repeat(64)), store.files.has('0'.repeat(64)), store.files.remove('0'.repeat(64)),
        store.uploads.size('u1'), store.uploads.append('u1', 0, chunks('x'), { maxBytes: 1 }), store.uploads.finish('u1', '0'.repeat(64)), store.uploads.discard('u1'),
      ]) expect(await codeOf(late)).toBe('store.closed');
      await store.close();
      store = await open(place.path);
      expect((await store.collection('people', personSchema)).get('a')).toEqual(person('a'));
      expect((await store.log('s1')).head.seq).toBe(1);
    });

    it('is in good health', async () => {
      await (await store.collection('people', personSchema)).put(person('a'));
      expect(store.status()).toEqual({ state: 'ok', failing: [], repairs: [], damagedLogs: [] });
    });
  });
}
