import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../../server/store/embedded/open.ts';
import type { Store } from '../../../server/store/store.ts';
import { groupEnds, line, slotSchema, stepOf, type Line } from './history.ts';
import { chunks, collect, temporaryPlace } from './place.ts';
import { fileContent, UPLOAD_BYTES, uploadContent } from './writerFiles.ts';

const ROUNDS = 200;
/** Two at a time, each in its own directory: most of a round is waiting for a process to start. */
const LANES = 2;
const WRITER = fileURLToPath(new URL('programs/writer.ts', import.meta.url));

interface Acknowledged {
  step: number;
  log: number;
  file: number;
  /** Bytes of all uploads. */
  upload: number;
}

/** Runs a writer, kills it after `delayMs` of writing (or before, for a negative delay), and answers what it had acknowledged. */
async function writeAndKill(directory: string, cache: string, before: Acknowledged, delayMs: number): Promise<Acknowledged & { ready: boolean }> {
  const child = spawn(process.execPath, [WRITER, directory, String(before.step), String(before.file), String(before.upload)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: cache, NODE_NO_WARNINGS: '1' },
  });
  let output = '';
  let errors = '';
  let timer: NodeJS.Timeout | undefined;
  const killIn = (ms: number): void => { timer ??= setTimeout(() => child.kill('SIGKILL'), ms); };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (output.startsWith('ready')) killIn(delayMs);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { errors += text; });
  // Some die while the store is being opened.
  if (delayMs < 0) killIn(60 - delayMs);
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
    child.on('close', (...ending) => resolve(ending));
  });
  clearTimeout(timer);
  expect([errors, code, signal]).toEqual(['', null, 'SIGKILL']);
  const acknowledged = { ...before, ready: output.startsWith('ready') };
  // A line that the kill cut short says nothing.
  for (const said of output.split('\n').slice(0, -1)) {
    const [what, number] = said.split(' ');
    if (what === 'step' || what === 'log' || what === 'file' || what === 'upload') acknowledged[what] = Math.max(acknowledged[what], Number(number));
  }
  return acknowledged;
}

/** Opens what the kill left and compares it with what was acknowledged; answers where the history stands. */
async function check(directory: string, acknowledged: Acknowledged): Promise<Acknowledged> {
  const store = await openEmbeddedStore(directory);
  try {
    const slots = await store.collection('slots', slotSchema);
    const found = new Map([...slots.all()].map((one) => [one.id, one]));
    // At most the steps that were under way can be there beyond the acknowledged ones; fewer cannot.
    const step = stepOf(found, acknowledged.step, acknowledged.step + 6);
    expect(step, `slots are a state of the history at or after step ${acknowledged.step}`).toBeDefined();

    const log = await store.log<Line>('s1');
    expect(log.damaged).toBeUndefined();
    const entries = await collect(log.read());
    expect(entries.length).toBe(log.head.seq);
    expect(log.head.seq).toBeGreaterThanOrEqual(acknowledged.log);
    expect(groupEnds(log.head.seq)).toContain(log.head.seq);
    expect(entries).toEqual(entries.map((_, index) => line(index + 1)));

    const hash = createHash('sha256').update(Buffer.concat(fileContent(acknowledged.file))).digest('hex');
    if (acknowledged.file > 0) {
      const kept = createHash('sha256');
      for await (const chunk of (await store.files.open(hash)).stream) kept.update(chunk as Buffer);
      expect(kept.digest('hex')).toBe(hash);
    }

    await checkUpload(store, acknowledged.upload);

    expect(store.status().repairs.filter((repair) => repair.kind !== 'torn')).toEqual([]);
    expect(store.status().damagedLogs).toEqual([]);
    return { step: step ?? 0, log: log.head.seq, file: acknowledged.file, upload: acknowledged.upload };
  } finally {
    await store.close();
  }
}

/** The uploads before are files; of the last one what was acknowledged is there, or all of it as a file. */
async function checkUpload(store: Store, acknowledged: number): Promise<void> {
  const n = Math.floor(acknowledged / UPLOAD_BYTES);
  const hashOf = (upload: number): string => createHash('sha256').update(uploadContent(upload)).digest('hex');
  if (n > 0) expect(await store.files.has(hashOf(n - 1))).toBe(true);
  if (await store.files.has(hashOf(n))) return;
  const size = await store.uploads.size(`u${n}`);
  expect(size).toBeGreaterThanOrEqual(acknowledged % UPLOAD_BYTES);
  // What is there is a beginning of the content: with the rest it is the whole.
  await store.uploads.append(`u${n}`, size, chunks(uploadContent(n).subarray(size)), { maxBytes: UPLOAD_BYTES });
  await store.uploads.finish(`u${n}`, hashOf(n));
}

/** Nothing is left lying about: what a kill interrupts is tidied up by the next opening. */
async function leftovers(directory: string): Promise<string[]> {
  const names = await readdir(directory, { recursive: true });
  return names.filter((name) => /lock|\.tmp$|damaged|^files\/incoming\/./.test(name));
}

describe('a store whose process is killed', () => {
  it(`opens with everything acknowledged, ${ROUNDS} times out of ${ROUNDS}`, { timeout: 240_000 }, async () => {
    const cache = await temporaryPlace();
    const totals = await Promise.all(Array.from({ length: LANES }, async () => {
      const place = await temporaryPlace();
      let state: Acknowledged = { step: 0, log: 0, file: 0, upload: 0 };
      let interrupted = 0;
      for (let round = 0; round < ROUNDS / LANES; round += 1) {
        const delayMs = round % 10 === 0 ? -Math.random() * 60 : Math.random() * 40;
        const acknowledged = await writeAndKill(place.path, cache.path, state, delayMs);
        if (!acknowledged.ready) interrupted += 1;
        state = await check(place.path, acknowledged);
        expect(await leftovers(place.path)).toEqual([]);
      }
      await place.remove();
      return { ...state, interrupted };
    }));
    await cache.remove();
    // The loop was no idle one, also where others keep the disk busy.
    for (const total of totals) {
      expect(total.step).toBeGreaterThan(ROUNDS / 4);
      expect(total.log).toBeGreaterThan(ROUNDS / 4);
      expect(total.file).toBeGreaterThan(0);
      expect(total.upload).toBeGreaterThan(0);
    }
  });
});
