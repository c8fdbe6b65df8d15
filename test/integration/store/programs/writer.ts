import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openEmbeddedStore } from '../../../../server/store/embedded/open.ts';
import type { SessionLog } from '../../../../server/store/store.ts';
import { group, slotSchema, takeStep, type Line } from '../history.ts';
import { fileContent, UPLOAD_BYTES, uploadContent } from '../writerFiles.ts';

/**
 * Writes to a store without end, on four lanes at once, until it is killed; says on standard output what was acknowledged:
 * `ready`, `step <n>`, `log <seq>`, `file <n>`, `upload <bytes of all uploads>`. Arguments: the directory and the numbers of the last
 * step, file and byte before.
 */
const [directory = '', lastStep = '0', lastFile = '0', lastByte = '0'] = process.argv.slice(2);
/** Steps under way at a time: they share syncs, and a kill meets some of them half done. */
const IN_FLIGHT = 6;

const say = (text: string): void => void writeSync(1, `${text}\n`);

// Small enough that a snapshot is nearly always being made.
const store = await openEmbeddedStore(directory, { snapshotAfterBytes: 600 });
const slots = await store.collection('slots', slotSchema);
const log = await store.log<Line>('s1');
say('ready');

async function takeSteps(): Promise<never> {
  let n = Number(lastStep);
  const lane = async (): Promise<never> => {
    for (;;) {
      const mine = n += 1;
      await takeStep(slots, mine);
      say(`step ${mine}`);
    }
  };
  return Promise.race(Array.from({ length: IN_FLIGHT }, lane));
}

async function appendLines(to: SessionLog<Line>): Promise<never> {
  for (;;) {
    const entries = group(to.head.seq + 1);
    await to.append(entries);
    say(`log ${entries.at(-1)?.seq}`);
  }
}

async function putFiles(): Promise<never> {
  for (let n = Number(lastFile) + 1; ; n += 1) {
    const content = fileContent(n);
    const { hash } = await store.files.put((async function* () { yield* content; })(), { maxBytes: 1e6 });
    if (hash !== createHash('sha256').update(Buffer.concat(content)).digest('hex')) throw new Error(`file ${n} has a wrong hash`);
    say(`file ${n}`);
  }
}

async function uploadParts(): Promise<never> {
  for (let n = Math.floor(Number(lastByte) / UPLOAD_BYTES); ; n += 1) {
    const content = uploadContent(n);
    const hash = createHash('sha256').update(content).digest('hex');
    if (await store.files.has(hash)) continue;
    for (let at = await store.uploads.size(`u${n}`); at < content.length;) {
      const part = content.subarray(at, at + 700 + (at % 5_000));
      ({ size: at } = await store.uploads.append(`u${n}`, at, (async function* () { yield* [part.subarray(0, 300), part.subarray(300)]; })(), { maxBytes: UPLOAD_BYTES }));
      // The last byte counts when the file is there.
      if (at < content.length) say(`upload ${n * UPLOAD_BYTES + at}`);
    }
    await store.uploads.finish(`u${n}`, hash);
    say(`upload ${(n + 1) * UPLOAD_BYTES}`);
  }
}

await Promise.all([takeSteps(), appendLines(log), putFiles(), uploadParts()]);
