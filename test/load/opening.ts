import { readFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SessionEvent } from '../../protocol/live/event.ts';
import { LiveSession } from '../../server/live/session.ts';
import { openEmbeddedStore } from '../../server/store/embedded/open.ts';
import { percentile } from './figures.ts';
import { beginning, happening } from './history.ts';
import type { BenchRow } from './row.ts';

const EVENTS = 100_000;
const BATCH = 1_000;
const OPENINGS = 5;

/** A session of 100,000 events opened as after a restart: its log verified, every event reduced. Baseline: its lines read and parsed. */
export async function benchOpening(): Promise<BenchRow[]> {
  const directory = await mkdtemp(join(tmpdir(), 'gangway-bench-'));
  try {
    await write(directory);
    const opened: number[] = [];
    const parsed: number[] = [];
    for (let n = 0; n < OPENINGS; n += 1) {
      const store = await openEmbeddedStore(directory);
      const start = performance.now();
      const live = await LiveSession.open('long', await store.log<SessionEvent>('long'));
      opened.push(performance.now() - start);
      if (live.state.seq !== EVENTS) throw new Error(`opened ${live.state.seq} of ${EVENTS} events`);
      await live.close();
      await store.close();
      parsed.push(await bareParse(directory));
    }
    const value = percentile(opened, 0.5);
    return [{
      figure: `opening a session of ${EVENTS} events, p50`, value, unit: 'ms', baseline: percentile(parsed, 0.5),
      baselineName: 'reading the file and JSON.parse', gate: '<= 1000 ms', ok: value <= 1_000,
    }];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function write(directory: string): Promise<void> {
  const store = await openEmbeddedStore(directory);
  const live = await LiveSession.open('long', await store.log<SessionEvent>('long'));
  const first = beginning();
  await live.record(...first);
  for (let n = first.length; n < EVENTS; n += BATCH) {
    await live.record(...Array.from({ length: Math.min(BATCH, EVENTS - n) }, (_, index) => happening(n + index)));
  }
  await live.close();
  await store.close();
}

/** The least that any opening costs. */
async function bareParse(directory: string): Promise<number> {
  const path = await largest(directory);
  const start = performance.now();
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  const count = lines.reduce((sum, line) => sum + ((JSON.parse(line) as SessionEvent).seq > 0 ? 1 : 0), 0);
  if (count !== EVENTS) throw new Error(`parsed ${count} of ${EVENTS} events`);
  return performance.now() - start;
}

async function largest(directory: string): Promise<string> {
  const entries = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const sizes = await Promise.all(entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return { path, size: (await stat(path)).size };
  }));
  return sizes.reduce((most, one) => one.size > most.size ? one : most).path;
}
