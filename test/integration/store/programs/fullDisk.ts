import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { verifyChain } from '../../../../server/store/embedded/chain.ts';
import { openEmbeddedStore } from '../../../../server/store/embedded/open.ts';
import { codeOf } from '../codes.ts';
import { line, slotSchema, type Line, type Slot } from '../history.ts';
import { collect, chunks } from '../place.ts';

/**
 * Uses a store while its disk fills up, is full, and has space again. Arguments: the directory and the way of filling it: `tmpfs`
 * (the directory is on a small disk) or `limit` (a limit on the size of this process's files).
 */
const [directory = '', way = ''] = process.argv.slice(2);
const filler = join(directory, 'filler');

function fill(): void {
  if (way === 'limit') return limitFiles('40000:unlimited');
  const file = openSync(filler, 'w');
  for (const size of [65_536, 4_096, 1]) {
    try {
      for (;;) if (writeSync(file, Buffer.alloc(size)) < size) break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  }
  closeSync(file);
}

function free(): void {
  if (way === 'limit') limitFiles('unlimited:unlimited');
  else rmSync(filler);
}

function limitFiles(limit: string): void {
  execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${limit}`]);
}

const root = join(directory, 'data');
let store = await openEmbeddedStore(root, { snapshotAfterBytes: 100_000 });
let slots = await store.collection('slots', slotSchema);
let log = await store.log<Line>('s1');
const record = (n: number): Slot => ({ id: `slot-${n}`, n, text: 'x'.repeat(3_000) });

let puts = 0;
let lines = 0;
const put = async (): Promise<void> => { await slots.put(record(puts)); puts += 1; };
const append = async (text: string): Promise<void> => { await log.append([{ ...line(lines + 1), data: { text } }]); lines += 1; };
const putFile = (...content: string[]): Promise<{ hash: string }> => store.files.put(chunks(...content), { maxBytes: 1e7 });

while (puts < 5) await put();
await append('before');
const files = [(await putFile('kept')).hash];
const upload = 'u'.repeat(45_000);
const appendUpload = async (to: number): Promise<void> => {
  const from = await store.uploads.size('u1');
  await store.uploads.append('u1', from, chunks(...upload.slice(from, to).match(/.{1,1000}/gu) ?? []), { maxBytes: upload.length });
};
await appendUpload(100);

fill();
const full = {
  put: await untilRefused(put),
  update: await codeOf(slots.update('slot-0', (one) => ({ ...one, n: 99, text: 'y'.repeat(60_000) }))),
  append: await untilRefused(() => append('z'.repeat(2_000))),
  file: await codeOf(putFile(...Array.from({ length: 50 }, () => 'f'.repeat(20_000)))),
  upload: await codeOf(appendUpload(upload.length)),
  uploaded: await store.uploads.size('u1'),
  status: store.status(),
  /** What memory and disk still show, beside what was acknowledged. */
  slots: { shown: slots.size, acknowledged: puts },
  updated: slots.get('slot-0')?.n,
  lines: { shown: (await collect(log.read())).length, acknowledged: lines },
  incoming: readdirSync(join(root, 'files', 'incoming')),
};

free();
// Builds on what is durable, not on the update that was refused.
await slots.update('slot-0', (one) => ({ ...one, text: 'small' }));
for (const last = puts + 50; puts < last;) await put();
await append('after');
files.push((await putFile('kept too')).hash);
await appendUpload(upload.length);
files.push((await store.uploads.finish('u1', createHash('sha256').update(upload).digest('hex'))).hash);
const stateAfter = store.status().state;
await store.close();

store = await openEmbeddedStore(root);
slots = await store.collection('slots', slotSchema);
log = await store.log<Line>('s1');
const reopened = {
  slots: [...slots.all()].map((one) => one.n),
  lines: log.head.seq,
  chain: verifyChain('s1', readFileSync(join(root, 'logs', 's1.jsonl'), 'utf8').split('\n').slice(0, -1)).ok,
  files: await Promise.all(files.map((hash) => store.files.has(hash))),
  status: store.status(),
};
await store.close();

const answer = { full, stateAfter, puts, lines, reopened };
export type FullDiskAnswer = typeof answer;
process.stdout.write(JSON.stringify(answer));

/** Repeats a write until the disk refuses it; answers the code. */
async function untilRefused(write: () => Promise<void>): Promise<string> {
  for (let times = 0; times < 1_000; times += 1) {
    const code = await codeOf(write());
    if (code !== 'resolved') return code;
  }
  return 'never';
}
