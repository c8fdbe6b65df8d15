import { existsSync } from 'node:fs';
import { mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { JSONFilePreset } from 'lowdb/node';
import { z } from 'zod';
import { openEmbeddedStore } from '../../server/store/embedded/open.ts';
import type { Collection, LogEntry } from '../../server/store/store.ts';
import { percentile } from './figures.ts';
import type { BenchRow } from './row.ts';

const recordSchema = z.strictObject({
  id: z.string(), administration: z.string(), name: z.string(), email: z.string(), languages: z.array(z.string()),
  roles: z.array(z.strictObject({ session: z.string(), role: z.string() })), note: z.string(), version: z.number().int(),
});
type BenchRecord = z.infer<typeof recordSchema>;

/** About 1 kB each, so that the collection is of 10 MB. */
const RECORDS = 10_000;
const WRITES = 1_000;
const LOWDB_WRITES = 30;
const SNAPSHOTS = 4;
const EVENTS = 100_000;

function record(n: number, version = 0): BenchRecord {
  return {
    id: `person-${n}`, administration: `administration-${n % 50}`, name: `Person Number ${n}`, email: `person.${n}@customs.example`,
    languages: ['en', 'fr', 'zh'], roles: Array.from({ length: 6 }, (_, index) => ({ session: `session-${n}-${index}`, role: 'observer' })),
    note: 'An officer of the programme. '.repeat(17), version,
  };
}

interface Event extends LogEntry {
  readonly at: string;
  readonly actor: string;
  readonly audience: { readonly kind: string };
  readonly type: string;
  readonly data: object;
}

function event(seq: number): Event {
  return {
    seq, at: '2026-03-02T09:30:00.000Z', actor: `person-${seq % 40}`, audience: { kind: 'everyone' }, type: 'deck.page-turned',
    data: { deck: 'deck-1', page: seq % 300 },
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function samplesOf(count: number, work: (n: number) => Promise<unknown>): Promise<number[]> {
  const samples: number[] = [];
  for (let n = 0; n < count; n += 1) samples.push(await timed(() => work(n)));
  return samples;
}

/** The least that any durable write costs on this disk: an append of the same size and one `fdatasync`. */
async function bareSync(directory: string): Promise<number[]> {
  const file = await open(join(directory, 'bare'), 'w');
  const bytes = Buffer.from(JSON.stringify(record(0)));
  const samples = await samplesOf(WRITES, async () => {
    await file.write(bytes);
    await file.datasync();
  });
  await file.close();
  return samples;
}

/** lowdb's own write of the same records: the whole file, unsynced. */
async function bareLowdb(directory: string): Promise<number[]> {
  const db = await JSONFilePreset(join(directory, 'lowdb.json'), { records: Array.from({ length: RECORDS }, (_, n) => record(n)) });
  await db.write();
  return samplesOf(LOWDB_WRITES, (n) => db.update(({ records }) => { records[n] = record(n, 1); }));
}

/** Durable writes while a snapshot of 10 MB is being made, and how long the event loop was held up meanwhile in the worst of several. */
async function writesDuringSnapshots(directory: string): Promise<{ writes: number[]; delayMs: number }> {
  const records = join(directory, 'records', 'people');
  const store = await openEmbeddedStore(directory);
  const people = await store.collection('people', recordSchema);
  const writes: number[] = [];
  let delayMs = 0;
  let n = 0;
  for (let snapshots = 0; snapshots < SNAPSHOTS; snapshots += 1) {
    const before = (await readdir(records)).find((name) => name.startsWith('journal.')) ?? '';
    const next = `journal.${Number(before.replace('journal.', '')) + 1}`;
    // It begins when the journal has grown as large as the last snapshot, and ends when the older journal is gone.
    while (!existsSync(join(records, next))) await people.put(...Array.from({ length: 50 }, () => record(n++ % RECORDS, n)));
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    while (existsSync(join(records, before))) writes.push(await timed(() => people.put(record(n++ % RECORDS, n))));
    delay.disable();
    delayMs = Math.max(delayMs, delay.percentile(99) / 1e6);
  }
  await store.close();
  return { writes, delayMs };
}

async function benchCollection(directory: string): Promise<BenchRow[]> {
  let store = await openEmbeddedStore(directory);
  const people: Collection<BenchRecord> = await store.collection('people', recordSchema);
  for (let n = 0; n < RECORDS; n += 500) await people.put(...Array.from({ length: 500 }, (_, index) => record(n + index)));
  await store.close();
  store = await openEmbeddedStore(directory);
  const again = await store.collection('people', recordSchema);
  const writes = await samplesOf(WRITES, (n) => again.put(record(n * 7 % RECORDS, 1)));
  const together = await timed(() => Promise.all(Array.from({ length: WRITES }, (_, n) => again.put(record(n, 2)))));
  await store.close();

  const sync = await bareSync(directory);
  const lowdb = await bareLowdb(directory);
  const during = await writesDuringSnapshots(directory);
  const openings = await samplesOf(5, async () => {
    const opened = await openEmbeddedStore(directory);
    await opened.collection('people', recordSchema);
    await opened.close();
  });
  const p99 = percentile(writes, 0.99);
  const lowdbP99 = percentile(lowdb, 0.99);
  const opening = percentile(openings, 0.5);
  return [
    { figure: 'durable write, 10 MB collection, p50', value: percentile(writes, 0.5), unit: 'ms', baseline: percentile(sync, 0.5), baselineName: 'bare append + fdatasync p50' },
    { figure: 'durable write, 10 MB collection, p99', value: p99, unit: 'ms', baseline: lowdbP99, baselineName: 'lowdb write p99 (not synced)', gate: '≤ 5 ms and ≤ 0.10 × lowdb', ok: p99 <= 5 && p99 <= 0.1 * lowdbP99 },
    { figure: 'durable writes at once, each', value: together / WRITES, unit: 'ms', baseline: percentile(sync, 0.5), baselineName: 'bare append + fdatasync p50' },
    { figure: 'durable write during a snapshot of 10 MB, p99', value: percentile(during.writes, 0.99), unit: 'ms', baseline: percentile(sync, 0.99), baselineName: 'bare append + fdatasync p99' },
    { figure: 'event-loop delay during a snapshot of 10 MB, p99', value: during.delayMs, unit: 'ms', gate: '≤ 10 ms', ok: during.delayMs <= 10 },
    { figure: 'opening a 10 MB collection, p50', value: opening, unit: 'ms', gate: '≤ 300 ms', ok: opening <= 300 },
  ];
}

async function benchLog(directory: string): Promise<BenchRow[]> {
  let store = await openEmbeddedStore(directory);
  let log = await store.log<Event>('s1');
  for (let seq = 1; seq <= EVENTS; seq += 1_000) await log.append(Array.from({ length: 1_000 }, (_, index) => event(seq + index)));
  await store.close();
  store = await openEmbeddedStore(directory);
  const opening = await timed(async () => { log = await store.log<Event>('s1'); });
  let read = 0;
  const reading = await timed(async () => { for await (const one of log.read()) read += one.seq > 0 ? 1 : 0; });
  const lastHundred = await timed(async () => { for await (const one of log.read(EVENTS - 99)) read += one.seq > 0 ? 1 : 0; });
  await store.close();
  if (read !== EVENTS + 100) throw new Error(`read ${read} of ${EVENTS + 100} events`);
  return [
    { figure: `opening a log of ${EVENTS} events, verified`, value: opening, unit: 'ms', gate: '≤ 1000 ms', ok: opening <= 1_000 },
    { figure: 'opening it and reading every event', value: opening + reading, unit: 'ms' },
    { figure: 'reading its last 100 events', value: lastHundred, unit: 'ms' },
  ];
}

/** Figures of the embedded store, in a directory of its own that is removed afterwards. */
export async function benchStore(): Promise<BenchRow[]> {
  const directory = await mkdtemp(join(tmpdir(), 'gangway-bench-'));
  try {
    return [...await benchCollection(join(directory, 'records')), ...await benchLog(join(directory, 'log'))];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.table(await benchStore());
