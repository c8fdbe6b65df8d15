import { statSync, writeFileSync } from 'node:fs';
import { copyFile, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../server/store/embedded/chain.ts';
import { Health } from '../../../server/store/embedded/health.ts';
import { EmbeddedLog } from '../../../server/store/embedded/log.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open.ts';
import { recover } from '../../../server/store/embedded/recovery.ts';
import type { Store } from '../../../server/store/store.ts';
import { codeOf } from './codes.ts';
import { group, groupEnds, line, slotSchema, stateAfter, stepOf, takeStep, type Line } from './history.ts';
import { collect, quickPlace, type Place } from './place.ts';

const STEPS = 200;
let place: Place;
let store: Store | undefined;
beforeEach(async () => { place = await quickPlace(); });
afterEach(async () => {
  await store?.close();
  store = undefined;
  await place.remove();
});

const open = async (options = {}): Promise<Store> => (store = await openEmbeddedStore(place.path, options));
const closeStore = async (): Promise<void> => { await store?.close(); store = undefined; };

/** Takes the steps and answers the journal's directory and where in it each step ended. */
async function writeHistory(steps = STEPS): Promise<{ directory: string; ends: number[] }> {
  const directory = join(place.path, 'records', 'slots');
  const slots = await (await open()).collection('slots', slotSchema);
  const ends = [0];
  for (let n = 1; n <= steps; n += 1) {
    await takeStep(slots, n);
    ends.push((await readFile(join(directory, 'journal.1'))).length);
  }
  await closeStore();
  return { directory, ends };
}

/** How many steps had ended at a length; a step that changed nothing wrote nothing. */
const stepsWithin = (ends: readonly number[], length: number): number => ends.findLastIndex((end) => end <= length);

describe('a collection’s journal', () => {
  it('cut at any byte opens to the steps that were whole', async () => {
    const { directory, ends } = await writeHistory();
    const journal = join(directory, 'journal.1');
    const whole = await readFile(journal);
    expect(whole.length).toBe(ends.at(-1));
    const states = ends.map((_, n) => JSON.stringify([...stateAfter(n)]));
    const wrong: number[] = [];
    for (let length = 0; length <= whole.length; length += 1) {
      writeFileSync(journal, whole.subarray(0, length));
      const health = new Health(place.path);
      const { records } = await recover(directory, health);
      const n = stepsWithin(ends, length);
      const torn = length - (ends[n] ?? 0);
      const repairs = torn === 0 ? [] : [{ file: 'records/slots/journal.1', kind: 'torn', bytes: torn }];
      const right = JSON.stringify([...records]) === states[n] && JSON.stringify(health.status().repairs) === JSON.stringify(repairs)
        && statSync(journal).size === ends[n];
      if (!right) wrong.push(length);
    }
    expect(wrong).toEqual([]);
  });

  it('with any byte of its last record changed opens without it, says so, and keeps what was cut', async () => {
    const { directory, ends } = await writeHistory();
    const journal = join(directory, 'journal.1');
    const whole = await readFile(journal);
    const before = ends.findLast((end) => end < whole.length) ?? 0;
    const state = JSON.stringify([...stateAfter(ends.indexOf(whole.length) - 1)]);
    for (let at = before; at < whole.length; at += 1) {
      for (const mask of [0x01, 0x10, 0x80, 0xff]) {
        const changed = Buffer.from(whole);
        changed.writeUInt8((changed.at(at) ?? 0) ^ mask, at);
        await writeFile(journal, changed);
        const health = new Health(place.path);
        const { records } = await recover(directory, health);
        expect(JSON.stringify([...records])).toBe(state);
        const [repair, ...others] = health.status().repairs;
        expect(others).toEqual([]);
        expect(repair).toMatchObject({ bytes: whole.length - before });
        expect((await readFile(journal)).length).toBe(before);
        if (repair?.kind === 'damaged') {
          const kept = join(place.path, repair.keptAs ?? '');
          expect(await readFile(kept)).toEqual(changed.subarray(before));
          await rm(kept);
        }
      }
    }
  });

  it('with zeros at its end opens to the steps before them', async () => {
    const { directory, ends } = await writeHistory();
    const journal = join(directory, 'journal.1');
    const whole = await readFile(journal);
    for (let zeros = 1; zeros <= 200; zeros += 1) {
      for (const bytes of [
        Buffer.concat([whole.subarray(0, whole.length - zeros), Buffer.alloc(zeros)]),
        Buffer.concat([whole, Buffer.alloc(zeros * 41)]),
      ]) {
        await writeFile(journal, bytes);
        const health = new Health(place.path);
        const { records } = await recover(directory, health);
        const n = stepsWithin(ends, bytes.indexOf(0));
        expect(JSON.stringify([...records])).toBe(JSON.stringify([...stateAfter(n)]));
        expect(health.status().repairs).toEqual([{ file: 'records/slots/journal.1', kind: 'torn', bytes: bytes.length - (ends[n] ?? 0) }]);
      }
    }
  });

  it('with a byte changed in the middle opens to the steps before it, keeps the rest aside, and goes on from there', async () => {
    const { directory, ends } = await writeHistory();
    const journal = join(directory, 'journal.1');
    const whole = await readFile(journal);
    const changed = Buffer.from(whole);
    const at = (ends[101] ?? 0) + 3;
    changed.writeUInt8((changed.at(at) ?? 0) ^ 0x04, at);
    await writeFile(journal, changed);

    const slots = await (await open()).collection('slots', slotSchema);
    const found = new Map([...slots.all()].map((one) => [one.id, one]));
    expect(stepOf(found, 0, STEPS)).toBe(101);
    const [repair] = store?.status().repairs ?? [];
    expect(repair).toMatchObject({ file: 'records/slots/journal.1', kind: 'damaged', bytes: whole.length - (ends[101] ?? 0) });
    expect(await readFile(join(place.path, repair?.keptAs ?? ''))).toEqual(changed.subarray(ends[101]));
    for (let n = 102; n <= 120; n += 1) await takeStep(slots, n);
    await closeStore();

    const again = await (await open()).collection('slots', slotSchema);
    expect(stepOf(new Map([...again.all()].map((one) => [one.id, one])), 0, STEPS)).toBe(120);
    expect(store?.status().repairs).toEqual([]);
  });

  it('whose older part is damaged opens to the steps before that, and keeps the younger part aside too', async () => {
    const { directory } = await writeHistory(50);
    // As after a snapshot that a full disk prevented: two journals.
    const older = await readFile(join(directory, 'journal.1'));
    await rm(directory, { recursive: true });
    const { ends } = await writeHistory(60);
    const both = await readFile(join(directory, 'journal.1'));
    await writeFile(join(directory, 'journal.1'), older.subarray(0, -4));
    await writeFile(join(directory, 'journal.2'), both.subarray(ends[50]));

    const slots = await (await open()).collection('slots', slotSchema);
    expect(stepOf(new Map([...slots.all()].map((one) => [one.id, one])), 0, 60)).toBe(stepsWithin(ends, older.length - 4));
    expect(store?.status().repairs.map((repair) => [repair.file, repair.kind])).toEqual([
      ['records/slots/journal.2', 'damaged'], ['records/slots/journal.1', 'damaged'],
    ]);
    const names = await readdir(directory);
    expect(names.filter((name) => name.includes('.damaged-'))).toHaveLength(2);
    expect(names.filter((name) => !name.includes('.damaged-'))).toEqual(['journal.1']);
  });

  it.each(['journal.3', 'snapshot.json'])('is not opened when %s is missing: nothing is forgotten in silence', async (missing) => {
    const directory = join(place.path, 'records', 'slots');
    await writeSnapshots(directory, 2);
    await rm(join(directory, missing));
    expect(await codeOf((await open()).collection('slots', slotSchema))).toBe('store.damaged');
  });
});

/** Takes steps until the snapshot names journal `count + 1` as its first, and one step more. */
async function writeSnapshots(directory: string, count: number): Promise<number> {
  const slots = await (await open({ snapshotAfterBytes: 1 })).collection('slots', slotSchema);
  let n = 0;
  const names = async (): Promise<string[]> => (await readdir(directory)).sort();
  const wanted = [`journal.${count + 1}`, 'snapshot.json'];
  while (JSON.stringify(await names()) !== JSON.stringify(wanted)) await takeStep(slots, n += 1);
  await closeStore();
  expect(await names()).toEqual(wanted);
  return n;
}

describe('a collection’s snapshot', () => {
  it('is one JSON document with every record', async () => {
    const directory = join(place.path, 'records', 'slots');
    await writeSnapshots(directory, 2);
    const document = JSON.parse(await readFile(join(directory, 'snapshot.json'), 'utf8')) as { journal: number; records: unknown[] };
    expect(document.journal).toBe(3);
    expect(document.records.length).toBeGreaterThan(0);
  });

  it('with any byte changed is refused, and left as it is for a person to look at', async () => {
    const directory = join(place.path, 'records', 'slots');
    await writeSnapshots(directory, 2);
    const path = join(directory, 'snapshot.json');
    const whole = await readFile(path);
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole);
      changed.writeUInt8((changed.at(at) ?? 0) ^ 0x01, at);
      await writeFile(path, changed);
      expect(await codeOf(recover(directory, new Health(place.path)))).toBe('store.damaged');
      expect(await readFile(path)).toEqual(changed);
    }
  });

  it('leaves one collection out of service when it is damaged, not the store', async () => {
    const directory = join(place.path, 'records', 'slots');
    await writeSnapshots(directory, 1);
    await writeFile(join(directory, 'snapshot.json'), 'no snapshot');
    await open();
    expect(await codeOf(store?.collection('slots', slotSchema) ?? Promise.resolve())).toBe('store.damaged');
    expect((await store?.collection('others', slotSchema))?.size).toBe(0);
  });

  it('that was being written when the process died is removed', async () => {
    const directory = join(place.path, 'records', 'slots');
    const n = await writeSnapshots(directory, 1);
    await copyFile(join(directory, 'snapshot.json'), join(directory, 'snapshot.json.tmp'));
    const slots = await (await open()).collection('slots', slotSchema);
    expect(stepOf(new Map([...slots.all()].map((one) => [one.id, one])), n, n)).toBe(n);
    expect((await readdir(directory)).sort()).toEqual(['journal.2', 'snapshot.json']);
  });
});

describe('a session’s log', () => {
  const path = (session = 's1'): string => join(place.path, 'logs', `${session}.jsonl`);

  /** Writes about `count` entries in appends of one to three, and answers where in the file each entry ended. */
  async function writeLog(count: number, session = 's1'): Promise<number[]> {
    const log = await (await open()).log<Line>(session);
    const ends = [0];
    for (let seq = 1; seq <= count; seq = log.head.seq + 1) await log.append(group(seq));
    await closeStore();
    const file = await readFile(path(session));
    for (let at = file.indexOf(10); at >= 0; at = file.indexOf(10, at + 1)) ends.push(at + 1);
    return ends;
  }

  it('cut at any byte opens to the appends that were whole', async () => {
    const ends = await writeLog(24);
    const whole = await readFile(path());
    const groups = [...groupEnds(ends.length - 1)];
    const wrong: number[] = [];
    for (let length = 0; length <= whole.length; length += 1) {
      writeFileSync(path(), whole.subarray(0, length));
      const health = new Health(place.path);
      const log = await EmbeddedLog.open<Line>('s1', path(), health, () => undefined);
      const seq = groups.findLast((end) => (ends[end] ?? Infinity) <= length) ?? 0;
      const cut = length - (ends[seq] ?? 0);
      const repairs = cut === 0 ? [] : [{ file: 'logs/s1.jsonl', kind: 'torn', bytes: cut }];
      if (log.head.seq !== seq || log.damaged || JSON.stringify(health.status().repairs) !== JSON.stringify(repairs)) wrong.push(length);
      await log.close();
    }
    expect(wrong).toEqual([]);
  });

  it('goes on after a cut, with a chain that holds', async () => {
    await writeLog(20);
    const whole = await readFile(path());
    await writeFile(path(), whole.subarray(0, whole.length - 7));
    const log = await (await open()).log<Line>('s1');
    for (let seq = log.head.seq + 1; seq <= 30; seq = log.head.seq + 1) await log.append(group(seq));
    const { head } = log;
    expect(await collect(log.read())).toEqual(Array.from({ length: head.seq }, (_, index) => line(index + 1)));
    await closeStore();
    const lines = (await readFile(path(), 'utf8')).split('\n').slice(0, -1);
    expect(verifyChain('s1', lines)).toEqual({ ok: true, head });
  });

  it('with any byte of its last line changed opens without that append, says so, and keeps what was cut', async () => {
    const ends = await writeLog(10);
    const whole = await readFile(path());
    const groups = [...groupEnds(ends.length - 1)];
    const start = ends[groups.at(-2) ?? 0] ?? 0;
    for (let at = ends.at(-2) ?? 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole);
      changed.writeUInt8((changed.at(at) ?? 0) ^ 0x01, at);
      await writeFile(path(), changed);
      const health = new Health(place.path);
      const log = await EmbeddedLog.open<Line>('s1', path(), health, () => undefined);
      expect(log.head.seq).toBe(groups.at(-2));
      const [repair] = health.status().repairs;
      expect(repair?.bytes).toBe(whole.length - start);
      if (repair?.kind === 'damaged') expect(await readFile(join(place.path, repair.keptAs ?? ''))).toEqual(changed.subarray(start));
      else expect(at).toBe(whole.length - 1);
      await log.close();
      if (repair?.keptAs) await rm(join(place.path, repair.keptAs));
    }
  });

  it('with zeros at its end opens to the appends before them', async () => {
    const ends = await writeLog(10);
    const whole = await readFile(path());
    const groups = [...groupEnds(ends.length - 1)];
    for (const bytes of [
      Buffer.concat([whole, Buffer.alloc(4_096)]),
      Buffer.concat([whole.subarray(0, -1), Buffer.alloc(1)]),
      Buffer.concat([whole.subarray(0, -100), Buffer.alloc(100)]),
    ]) {
      await writeFile(path(), bytes);
      const health = new Health(place.path);
      const log = await EmbeddedLog.open<Line>('s1', path(), health, () => undefined);
      const seq = groups.findLast((end) => (ends[end] ?? Infinity) <= bytes.indexOf(0)) ?? 0;
      expect(log.head.seq).toBe(seq);
      expect(health.status().repairs).toEqual([{ file: 'logs/s1.jsonl', kind: 'torn', bytes: bytes.length - (ends[seq] ?? 0) }]);
      await log.close();
    }
  });

  it('with any byte of a middle line changed is readable up to it and takes no more; the others work', async () => {
    const ends = await writeLog(12);
    const whole = await readFile(path());
    const groups = [...groupEnds(ends.length - 1)];
    for (let at = ends[5] ?? 0; at < (ends[6] ?? 0); at += 1) {
      const changed = Buffer.from(whole);
      changed.writeUInt8((changed.at(at) ?? 0) ^ 0x01, at);
      await writeFile(path(), changed);
      const log = await (await open()).log<Line>('s1');
      expect(log.damaged?.line).toBe(6);
      expect(store?.status().damagedLogs).toEqual([{ session: 's1', ...log.damaged }]);
      const seq = groups.findLast((end) => end <= 5) ?? 0;
      expect(log.head.seq).toBe(seq);
      expect(await collect(log.read())).toEqual(Array.from({ length: seq }, (_, index) => line(index + 1)));
      expect(await codeOf(log.append([line(seq + 1)]))).toBe('log.damaged');
      const other = await store?.log<Line>('s2');
      await other?.append(group((other.head.seq) + 1));
      await closeStore();
      expect(await readFile(path())).toEqual(changed);
    }
  });

  it.each([
    ['a line is gone', (lines: string[]) => lines.toSpliced(4, 1)],
    ['a line stands twice', (lines: string[]) => lines.toSpliced(4, 0, lines[3] ?? '')],
    ['an older line has been written again with a right hash', (lines: string[]) => lines.with(4, lines[3] ?? '')],
  ])('is damaged when %s', async (_what, change) => {
    await writeLog(12);
    const lines = (await readFile(path(), 'utf8')).split('\n').slice(0, -1);
    await writeFile(path(), `${change(lines).join('\n')}\n`);
    expect((await (await open()).log('s1')).damaged?.line).toBe(5);
  });

  it('is damaged when it is another session’s', async () => {
    await writeLog(5);
    await copyFile(path('s1'), path('s2'));
    const log = await (await open()).log('s2');
    expect(log.damaged?.line).toBe(1);
    expect(log.head.seq).toBe(0);
  });

  it('that is damaged under a running server stops a reader where the chain breaks', async () => {
    const ends = await writeLog(12);
    const log = await (await open()).log<Line>('s1');
    const changed = await readFile(path());
    changed.writeUInt8(0x21, (ends[7] ?? 0) + 20);
    await writeFile(path(), changed);
    const read: number[] = [];
    const reading = (async () => {
      for await (const entry of log.read()) read.push(entry.seq);
    })();
    expect(await codeOf(reading)).toBe('log.damaged');
    expect(read).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});
