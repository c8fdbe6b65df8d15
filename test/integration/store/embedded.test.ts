import { mkdir, readFile, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../server/store/embedded/chain.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open.ts';
import { group, slotSchema, stateAfter, takeStep, type Line } from './history.ts';
import { chunks, temporaryPlace, type Place } from './place.ts';

let place: Place;
beforeEach(async () => { place = await temporaryPlace(); });
afterEach(() => place.remove());

describe('the embedded store on disk', () => {
  it('is for its own account alone', async () => {
    const root = join(place.path, 'made', 'by', 'the store');
    const store = await openEmbeddedStore(root, { snapshotAfterBytes: 300 });
    const slots = await store.collection('slots', slotSchema);
    for (let n = 1; n <= 30; n += 1) await takeStep(slots, n);
    const log = await store.log<Line>('s1');
    await log.append(group(1));
    await store.files.put(chunks('content'), { maxBytes: 100 });
    await store.uploads.append('u1', 0, chunks('half'), { maxBytes: 100 });
    const names = await readdir(root, { recursive: true });
    expect(names).toEqual(expect.arrayContaining(['lock', join('logs', 's1.jsonl'), join('records', 'slots', 'snapshot.json')]));
    for (const name of ['', ...names]) {
      const { mode } = await stat(join(root, name)).catch(() => ({ mode: undefined }));
      // A journal may have gone since its name was read.
      if (mode !== undefined) expect([name, (mode & 0o777).toString(8)]).toEqual([name, mode & 0o040000 ? '700' : '600']);
    }
    await store.close();
  });

  it('keeps a collection in one snapshot and the journal after it, however long the history', async () => {
    const store = await openEmbeddedStore(place.path, { snapshotAfterBytes: 500 });
    const slots = await store.collection('slots', slotSchema);
    const steps = 500;
    await Promise.all(Array.from({ length: steps }, (_, index) => takeStep(slots, index + 1)));
    for (let n = steps + 1; n <= steps + 100; n += 1) await takeStep(slots, n);
    await store.close();
    const directory = join(place.path, 'records', 'slots');
    const names = (await readdir(directory)).sort();
    expect(names).toHaveLength(2);
    const snapshot = JSON.parse(await readFile(join(directory, 'snapshot.json'), 'utf8')) as { journal: number };
    expect(names).toEqual([`journal.${snapshot.journal}`, 'snapshot.json']);
    expect(snapshot.journal).toBeGreaterThan(3);
    const again = await openEmbeddedStore(place.path);
    expect([...(await again.collection('slots', slotSchema)).all()]).toEqual([...stateAfter(steps + 100).values()]);
    await again.close();
  });

  it('writes a log that anyone can read and check', async () => {
    const store = await openEmbeddedStore(place.path);
    const log = await store.log<Line>('s1');
    await log.append(group(1));
    await log.append(group(3));
    const lines = (await readFile(join(place.path, 'logs', 's1.jsonl'), 'utf8')).split('\n').slice(0, -1);
    expect(lines.map((line) => (JSON.parse(line) as Line).seq)).toEqual([1, 2, 3]);
    expect(verifyChain('s1', lines)).toEqual({ ok: true, head: log.head });
    await store.close();
  });

  it('removes what an interrupted upload left', async () => {
    await mkdir(join(place.path, 'files', 'incoming'), { recursive: true });
    await writeFile(join(place.path, 'files', 'incoming', 'half'), 'x');
    const store = await openEmbeddedStore(place.path);
    expect(await readdir(join(place.path, 'files', 'incoming'))).toEqual([]);
    await store.close();
  });

  it('removes an upload that nobody has touched for long, and no other', async () => {
    let store = await openEmbeddedStore(place.path);
    for (const id of ['resting', 'going-on']) await store.uploads.append(id, 0, chunks('half'), { maxBytes: 9 });
    await store.close();
    const longAgo = new Date(Date.now() - 31 * 24 * 3_600_000);
    await utimes(join(place.path, 'uploads', 'resting'), longAgo, longAgo);
    store = await openEmbeddedStore(place.path);
    expect([await store.uploads.size('resting'), await store.uploads.size('going-on')]).toEqual([0, 4]);
    await store.close();
  });

  it('is not opened where a file stands in its place', async () => {
    await writeFile(join(place.path, 'data'), 'x');
    await expect(openEmbeddedStore(join(place.path, 'data'))).rejects.toMatchObject({ code: 'store.io' });
  });
});
