import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { step } from './history.ts';
import { temporaryPlace, type Place } from './place.ts';
import { program, run, traced } from './run.ts';
import { parseTrace, type Call } from './trace.ts';

/** What the disk is asked for, in its order, while a program writes and says what was acknowledged. */
let place: Place;
let calls: Call[];
beforeAll(async () => {
  place = await temporaryPlace();
  const trace = join(place.path, 'trace');
  const command = await traced(
    ['-y', '-s', '400', '-o', trace, '-e', 'trace=write,pwrite64,fdatasync,fsync,rename,unlink,openat'],
    [...program('recited'), join(place.path, 'data')],
  );
  const { code, stderr } = await run(command);
  expect([code, stderr]).toEqual([0, '']);
  calls = parseTrace(await readFile(trace, 'utf8'));
});
afterAll(() => place.remove());

const data = (...path: string[]): string => join(place.path, 'data', ...path);
const said = (what: string): Call[] => calls.filter((call) => call.name === 'write' && call.text.startsWith('1<') && call.text.includes(`"${what}`));
/** Successful calls of a name on a file descriptor that stands for a path. */
const on = (name: string, path: string): Call[] => calls.filter((call) => call.name === name && call.result >= 0 && call.text.includes(`<${path}`));
const between = (list: readonly Call[], after: Call, before: Call): Call | undefined => list.find((call) => call.began > after.ended && call.ended < before.began);
const one = (list: readonly Call[]): Call => {
  expect(list).toHaveLength(1);
  return list[0] as Call;
};

describe('in the order in which the disk is asked', () => {
  it('each record is synced before it is acknowledged', () => {
    const writes = on('pwrite64', data('records', 'slots', 'journal.'));
    const syncs = on('fdatasync', data('records', 'slots', 'journal.'));
    for (let n = 1; n <= 60; n += 1) {
      const answer = one(said(`step ${n}\\n`));
      const taken = step(n);
      const written = 'put' in taken
        ? one(writes.filter((call) => call.text.includes(`\\"n\\":${n},`)))
        : writes.findLast((call) => call.ended < answer.began && call.text.includes('remove')) as Call;
      const synced = between(syncs, written, answer);
      expect(synced, `step ${n} was synced`).toBeDefined();
      expect(synced?.text).toBe(written.text.slice(0, written.text.indexOf('>') + 1));
    }
  });

  it('each line of a log is synced before it is acknowledged', () => {
    const path = data('logs', 's1.jsonl');
    for (let n = 1; n <= 60; n += 1) {
      const written = one(on('pwrite64', path).filter((call) => call.text.includes(`\\"seq\\":${n},`)));
      expect(between(on('fdatasync', path), written, one(said(`line ${n}\\n`))), `line ${n} was synced`).toBeDefined();
    }
  });

  it('each file is synced, renamed, and its name synced before it is acknowledged', () => {
    const answers = said('file ');
    expect(answers).toHaveLength(5);
    for (const answer of answers) {
      const hash = /file ([0-9a-f]{64})/.exec(answer.text)?.[1] ?? '';
      const renamed = one(calls.filter((call) => call.name === 'rename' && call.text.endsWith(`"${data('files', hash)}"`)));
      const incoming = /"(.*?)"/.exec(renamed.text)?.[1] ?? '';
      expect(one(on('fsync', incoming)).ended).toBeLessThan(renamed.began);
      expect(one(on('pwrite64', incoming)).ended).toBeLessThan(one(on('fsync', incoming)).began);
      expect(between(on('fsync', `${data('files')}>`), renamed, answer), `the name of ${hash} was synced`).toBeDefined();
    }
  });

  it('each snapshot is synced before its rename, and the rename before the journals that it replaces are removed', () => {
    const temporary = data('records', 'slots', 'snapshot.json.tmp');
    const renames = calls.filter((call) => call.name === 'rename' && call.text.startsWith(`"${temporary}"`));
    expect(renames.length).toBeGreaterThan(3);
    for (const [index, renamed] of renames.entries()) {
      const synced = on('fsync', temporary).findLast((call) => call.ended < renamed.began) as Call;
      const written = on('pwrite64', temporary).findLast((call) => call.ended < renamed.began) as Call;
      expect(written.ended).toBeLessThan(synced.began);
      const removed = calls.find((call) => call.name === 'unlink' && call.began > renamed.ended && call.text.includes(data('records', 'slots', 'journal.'))) as Call;
      expect(removed.result).toBe(0);
      expect(between(on('fsync', `${data('records', 'slots')}>`), renamed, removed), `rename ${index} was synced`).toBeDefined();
    }
  });

  it('each journal’s name is synced before anything in it is acknowledged', () => {
    const made = calls.filter((call) => call.name === 'openat' && call.text.includes('O_CREAT') && call.text.includes(data('records', 'slots', 'journal.')));
    expect(made.length).toBeGreaterThan(3);
    for (const call of made) {
      const path = /"(.*?)"/.exec(call.text)?.[1] ?? '';
      const first = on('pwrite64', `${path}>`)[0];
      if (!first) continue;
      expect(between(on('fsync', `${data('records', 'slots')}>`), call, first), `the name of ${path} was synced`).toBeDefined();
    }
  });
});
