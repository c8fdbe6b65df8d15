import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { projectObservation } from '../../../protocol/observation/project.ts';
import type { Manifest } from '../../../server/observation/package/manifest.ts';
import { BACK_CHANNEL, ExportHouse, VISIT, secrets } from './packageScene.ts';

let house: ExportHouse;
let place: string;
/** Where the packages of the host's lead and of the lead observer are unpacked. */
let whole: string;
let released: string;

beforeAll(async () => {
  house = await ExportHouse.open();
  place = await mkdtemp(join(tmpdir(), 'gangway-package-'));
  whole = await unpack('lead', 'whole');
  released = await unpack('wu', 'released');
});

afterAll(async () => {
  await house.remove();
  await rm(place, { recursive: true, force: true });
});

describe('the script in the package', () => {
  test('finds the whole package in order, and closed what is others’ back channel', async () => {
    const { code, text } = await verify(whole);
    expect(text).toContain('of which 1 are closed');
    expect({ code, last: text.trim().split('\n').at(-1) }).toEqual({ code: 0, last: 'Verdict: all is in order.' });
  });

  test('finds the package of the lead observer in order, and says how much of the log is closed', async () => {
    const { code, text } = await verify(released);
    const { log } = await manifestOf(released);
    const closed = log.closed.reduce((sum, [from, to]) => sum + to - from + 1, 0);
    expect(closed).toBeGreaterThan(10);
    expect(text).toContain(`${log.entries} entries, of which ${closed} are closed`);
    expect({ code, last: text.trim().split('\n').at(-1) }).toEqual({ code: 0, last: 'Verdict: all is in order.' });
  });

  test('compares two packages of which the later one goes further, as each says in words', async () => {
    const [first, second] = [(await manifestOf(whole)).log, (await manifestOf(released)).log];
    expect(second.entries).toBe(first.entries + 1);
    for (const [folder, { entries, head }] of [[whole, first], [released, second]] as const) {
      const words = await readFile(join(folder, 'README.txt'), 'utf8');
      expect(words.split(head)).toHaveLength(4);
      for (const said of [`entry ${entries} of the log`, `l’entrée ${entries} du journal`, `日志至第${entries}条`]) expect(words).toContain(said);
    }
    expect((await verify(released, String(first.entries))).text).toContain(`Entry ${first.entries}: SHA-256 ${first.head}\n`);
    expect((await verify(whole, String(second.entries))).text).toContain(`Entry ${second.entries}: not in this package, which goes up to entry ${first.entries}.`);
  });

  const planted: readonly (readonly [string, (folder: string) => Promise<void>, string])[] = [
    ['a byte in a picture', (folder) => edit(folder, 'originals/0001.jpg', (bytes) => {
      bytes[3]! ^= 1;
      return bytes;
    }), 'originals/0001.jpg was changed'],
    ['a longer picture', (folder) => edit(folder, 'originals/0001.jpg', (bytes) => Buffer.concat([bytes, Buffer.from('x')])), 'originals/0001.jpg was changed: it has'],
    ['a removed line of the log', (folder) => relist(folder, (lines) => lines.toSpliced(20, 1)), 'lines were removed'],
    ['a removed last line', (folder) => relist(folder, (lines) => lines.slice(0, -1)), 'entries instead of'],
    ['a changed line', (folder) => relist(folder, (lines) => lines.map((line) => line.replace('Commercial secret of a client', 'No reason'))), 'does not match its hash'],
    ['two lines exchanged', (folder) => relist(folder, (lines) => [...lines.slice(0, 10), lines[11]!, lines[10]!, ...lines.slice(12)]), 'does not follow the line before'],
    ['a changed line with a hash of its own', (folder) => relist(folder, (lines) => lines.map((line) => resealed(line, 'Port Logistics', 'Port Lies'))), 'does not follow the line before'],
    ['two files exchanged', exchange, 'originals/0002.jpg was changed'],
    ['two files exchanged, and the manifest with them', async (folder) => {
      await exchange(folder);
      await remanifest(folder, (text) => {
        const manifest = JSON.parse(text) as { files: { path: string; bytes: number; sha256: string }[] };
        const [one, two] = [file(manifest, 'originals/0001.jpg'), file(manifest, 'originals/0002.jpg')];
        [one.bytes, two.bytes, one.sha256, two.sha256] = [two.bytes, one.bytes, two.sha256, one.sha256];
        return JSON.stringify(manifest);
      });
    }, 'is not the file whose SHA-256 stands in the log'],
    ['a changed picture, and the manifest with it', async (folder) => {
      const bytes = Buffer.from('another picture');
      await writeFile(join(folder, 'originals/0001.jpg'), bytes);
      const old = (await manifestOf(folder)).files.find(({ path }) => path === 'originals/0001.jpg')!;
      await remanifest(folder, (text) => text.replaceAll(old.sha256, sha256(bytes)).replaceAll(`"bytes": ${old.bytes},`, `"bytes": ${bytes.length},`));
    }, 'its versions in the manifest are not those in the log'],
    ['an added file', async (folder) => writeFile(join(folder, 'originals/0099.jpg'), 'planted'), 'originals/0099.jpg was added'],
    ['an added file in a folder of its own', async (folder) => {
      await mkdir(join(folder, 'more'));
      await writeFile(join(folder, 'more/notes.txt'), 'planted');
    }, 'more/notes.txt was added'],
    ['an added file that the manifest lists', async (folder) => {
      await writeFile(join(folder, 'originals/0099.jpg'), 'planted');
      await remanifest(folder, (text) => {
        const manifest = JSON.parse(text) as { files: unknown[] };
        manifest.files.push({ path: 'originals/0099.jpg', bytes: 7, sha256: sha256('planted') });
        return JSON.stringify(manifest);
      });
    }, 'originals/0099.jpg belongs to no evidence'],
    ['a missing file', (folder) => rm(join(folder, 'versions/0002-2.jpg')), 'versions/0002-2.jpg is missing'],
    ['a missing log', (folder) => rm(join(folder, 'log.jsonl')), 'log.jsonl is missing'],
    ['a missing file that the manifest does not list either', async (folder) => {
      await rm(join(folder, 'versions/0002-2.jpg'));
      await remanifest(folder, (text) => {
        const manifest = JSON.parse(text) as { files: { path: string }[]; evidence: { versions: { file?: string; absent?: string }[] }[] };
        manifest.files = manifest.files.filter(({ path }) => path !== 'versions/0002-2.jpg');
        for (const { versions } of manifest.evidence) {
          for (const one of versions) if (one.file === 'versions/0002-2.jpg') Object.assign(one, { file: undefined, absent: 'notStored' });
        }
        return JSON.stringify(manifest);
      });
    }, 'is not in the package, although it was stored'],
    ['an item that the manifest does not name', (folder) => remanifest(folder, (text) => {
      const manifest = JSON.parse(text) as { evidence: { number: number }[] };
      return JSON.stringify({ ...manifest, evidence: manifest.evidence.filter(({ number }) => number !== 3) });
    }), 'Evidence 3 is in the log but not in the manifest'],
    ['a changed manifest', (folder) => edit(folder, 'manifest.json', (bytes) => Buffer.from(bytes.toString().replace('"madeAt": 1', '"madeAt": 2'))), 'manifest.json was changed'],
    ['another title of the session in the manifest', (folder) => remanifest(folder, (text) => text.replace('"title": "Visit', '"title": "Audit')), 'its title is'],
    ['a withheld item that is said to be released', (folder) => remanifest(folder, (text) => text.replace('"state": "withheld"', '"state": "released"')), 'Evidence 3: what the manifest says'],
    ['a changed text in the report', (folder) => rewrite(folder, 'report/report-3.json', (text) => text.replace('Both sides agree.', 'Neither side agrees.')), 'The texts of the report are not those in the log'],
    ['a changed fact in the report', (folder) => rewrite(folder, 'report/report-3.json', (text) => text.replace('Commercial secret', 'No secret')), 'The facts of the report are not those in the log'],
    ['another author of the report', (folder) => rewrite(folder, 'report/report-3.json', (text) => text.replace('"by": "wu"', '"by": "li"')), 'The report is not by whom'],
    ['a confirmation by somebody else', (folder) => rewrite(folder, 'report/report-3.json', (text) => {
      const report = JSON.parse(text) as { version: { confirmed: { partner: { by: string } } } };
      report.version.confirmed.partner.by = 'li';
      return JSON.stringify(report);
    }), 'The confirmations of the report are not those in the log'],
    ['another name in the report', (folder) => rewrite(folder, 'report/report-3.json', (text) => text.replaceAll('"name": "吴敏"', '"name": "Somebody"')), 'a name that is not the one in the log'],
    ['another session’s log', (folder) => remanifest(folder, (text) => text.replace(`"id": "${VISIT}"`, '"id": "other"')), 'Line 1 of the log does not follow'],
  ];

  test.each(planted)('finds %s', async (name, plant, expected) => {
    const folder = join(place, `planted-${name.replaceAll(/\W+/gu, '-')}`);
    await cp(whole, folder, { recursive: true });
    await plant(folder);
    const { code, text } = await verify(folder);
    expect(text).toContain(expected);
    expect(text).not.toContain('all is in order');
    expect(code).toBe(1);
    await rm(folder, { recursive: true });
  });

  test.each([
    ['a closed line opened', (lines: readonly string[]) => lines.map((line) => line.replace(',"closed":true', '')), 'does not match its hash'],
    ['a closed line removed', (lines: readonly string[]) => lines.filter((line, index) => index !== lines.findIndex((one) => one.includes('"closed":true'))), 'lines were removed'],
    ['an open line closed', (lines: readonly string[]) => lines.map((line) => line.includes('"evidence.withheld"') ? closed(line) : line), 'closed entries of the log are not those'],
  ])('finds %s in a package with closed lines', async (name, change, expected) => {
    const folder = join(place, `planted-${name.replaceAll(/\W+/gu, '-')}`);
    await cp(released, folder, { recursive: true });
    await relist(folder, change);
    const { code, text } = await verify(folder);
    expect(text).toContain(expected);
    expect(code).toBe(1);
    await rm(folder, { recursive: true });
  });
});

describe('who receives what', () => {
  test('custody receives everything, and is told what is not there and why', async () => {
    const { view, evidence } = await manifestOf(whole);
    expect(view).toBe('custody');
    expect(await filesIn(whole, 'originals')).toEqual(['0001.jpg', '0002.jpg', '0003.jpg', '0004.pdf']);
    expect(await filesIn(whole, 'versions')).toEqual(['0002-2.jpg']);
    expect(await readFile(join(whole, 'originals/0003.jpg'), 'utf8')).toBe(secrets.withheld);
    expect(evidence.map(({ number, state, versions }) => [number, state, versions.map(({ absent }) => absent)])).toEqual([
      [1, 'released', [undefined, undefined]], [2, 'released', [undefined, undefined]], [3, 'withheld', [undefined]],
      [4, 'released', [undefined]], [5, 'discarded', ['discarded']], [6, 'undecided', ['notStored']],
    ]);
  });

  test('the lead observer receives the released versions alone', async () => {
    const { view, evidence } = await manifestOf(released);
    expect(view).toBe('released');
    expect(evidence.map(({ number, state }) => [number, state])).toEqual([[1, 'released'], [2, 'released'], [3, 'withheld'], [4, 'released']]);
    expect(await filesIn(released, 'originals')).toEqual(['0001.jpg', '0004.pdf']);
    expect(await readFile(join(released, 'versions/0002-1.jpg'), 'utf8')).toBe('the masked version');
  });

  test('no byte and no word of what is not theirs is in the lead observer’s package, packed or unpacked', async () => {
    const packed = await fetchPackage('wu');
    const texts = [packed, ...await contentsOf(released)];
    for (const secret of Object.values(secrets)) {
      for (const needle of [secret, Buffer.from(secret).toString('base64'), Buffer.from(secret, 'utf16le')]) {
        expect(texts.filter((bytes) => bytes.includes(needle)).length, secret).toBe(0);
      }
    }
    // The search finds what is there.
    expect(texts.some((bytes) => bytes.includes('the masked version'))).toBe(true);
    expect(texts.some((bytes) => bytes.includes(BACK_CHANNEL))).toBe(true);
  });

  test('the back channel and what two say alone reach nobody else, custody or not', async () => {
    const texts = [await fetchPackage('lead'), ...await contentsOf(whole)];
    expect(texts.filter((bytes) => bytes.includes(BACK_CHANNEL)).length).toBe(0);
    expect(texts.some((bytes) => bytes.includes(secrets.chat))).toBe(true);
  });

  test('every package that left is noted in the log, for both leads and the operator’s representative alone', async () => {
    const { length } = house.live.state.observation.exports;
    await fetchPackage('wu');
    expect((await house.get('li', 'package')).status).toBe(403);
    const { exports } = house.live.state.observation;
    expect(exports).toHaveLength(length + 1);
    expect(exports[0]).toMatchObject({ by: 'wu', view: 'released', items: 3, seq: house.live.state.seq });
    const { log } = await manifestOf(whole);
    expect(exports.at(-1), 'the first one, which tells of the log that is in it').toMatchObject({ by: 'lead', view: 'custody', items: 6, seq: log.entries + 1 });
    const told = Object.values(house.live.state.participants).filter((one) => projectObservation(house.live.state.observation, one, () => true).exports.length > 0);
    expect(told.map(({ id }) => id).toSorted()).toEqual(['lead', 'rep', 'wu']);
  });

  test.each(['li', 'camera', 'rep'])('%s, who may not export, receives nothing', async (who) => {
    const answer = await house.get(who, 'package');
    expect({ status: answer.status, body: await answer.json() }).toEqual({ status: 403, body: { error: { code: 'permission.denied', detail: 'package.export' } } });
  });
});

describe('a log that was edited on disk', () => {
  const edits: readonly (readonly [string, (lines: string[]) => string[]])[] = [
    ['a changed word', (lines) => lines.map((line) => line.replace('Commercial secret of a client', 'Commercial secret of a friend'))],
    ['a line removed in the middle', (lines) => lines.toSpliced(30, 1)],
    ['lines removed at the end', (lines) => lines.slice(0, -2)],
  ];

  test.each(edits)('is refused while the server runs: %s', async (_name, change) => {
    const { path, before } = await logOnDisk();
    await writeFile(path, `${change(before).join('\n')}\n`);
    try {
      expect(await refusal()).toEqual({ status: 503, code: 'session.damaged' });
    } finally {
      await writeFile(path, `${before.join('\n')}\n`);
    }
    expect((await house.get('lead', 'package')).status).toBe(200);
  });

  test('is refused after a restart', async () => {
    const { path, before } = await logOnDisk();
    await house.close();
    await writeFile(path, `${before.toSpliced(30, 1).join('\n')}\n`);
    house = await ExportHouse.open(house.place);
    expect(await refusal()).toEqual({ status: 503, code: 'session.damaged' });
    await house.close();
    await writeFile(path, `${before.join('\n')}\n`);
    house = await ExportHouse.open(house.place);
    expect((await house.get('lead', 'package')).status).toBe(200);
  });

  async function refusal(): Promise<{ status: number; code: string }> {
    const answer = await house.get('lead', 'package');
    return { status: answer.status, code: ((await answer.json()) as { error: { code: string } }).error.code };
  }
});

test('a picture that was changed on disk is packed as it is, and the script finds it', async () => {
  const original = createHash('sha256').update(secrets.beforeMask).digest('hex');
  const path = await house.store.files.pathForReading(original);
  const before = await readFile(path);
  await writeFile(path, Buffer.from(secrets.beforeMask.replace('face', 'mask')));
  const folder = await unpack('lead', 'edited');
  await writeFile(path, before);
  const { code, text } = await verify(folder);
  expect(text).toContain('originals/0002.jpg was changed');
  expect(code).toBe(1);
});

async function logOnDisk(): Promise<{ readonly path: string; readonly before: string[] }> {
  const path = join(house.place.path, (await readdir(house.place.path, { recursive: true })).find((name) => name.endsWith('.jsonl') || name.includes(`logs/${VISIT}`) || name.includes(`sessions/${VISIT}`))!);
  return { path, before: (await readFile(path, 'utf8')).trimEnd().split('\n') };
}

async function fetchPackage(who: string): Promise<Buffer> {
  const answer = await house.get(who, 'package');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/zip');
  return Buffer.from(await answer.arrayBuffer());
}

async function unpack(who: string, name: string): Promise<string> {
  const folder = join(place, name);
  const zip = await fromBufferPromise(await fetchPackage(who));
  for await (const entry of zip.eachEntry()) {
    const path = join(folder, entry.fileName);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return folder;
}

function verify(folder: string, entry?: string): Promise<{ readonly code: number; readonly text: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(folder, 'verify.mjs'), ...(entry === undefined ? [] : [folder, entry])], { env: {} }, (error, stdout) => resolve({ code: error ? Number(error.code) : 0, text: stdout }));
  });
}

async function manifestOf(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

async function edit(folder: string, path: string, change: (bytes: Buffer) => Buffer): Promise<void> {
  await writeFile(join(folder, path), change(await readFile(join(folder, path))));
}

/** A forger who knows how a manifest is sealed. */
async function remanifest(folder: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(join(folder, 'manifest.json'), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(join(folder, 'manifest.json'), after);
  await writeFile(join(folder, 'manifest.sha256'), `${sha256(after)}  manifest.json\n`);
}

/** Changes a file and has the manifest agree with it. */
async function rewrite(folder: string, path: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(join(folder, path), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(join(folder, path), after);
  await remanifest(folder, (text) => {
    const manifest = JSON.parse(text) as { files: { path: string; bytes: number; sha256: string }[] };
    Object.assign(file(manifest, path), { bytes: Buffer.byteLength(after), sha256: sha256(after) });
    return JSON.stringify(manifest);
  });
}

function relist(folder: string, change: (lines: readonly string[]) => readonly string[]): Promise<void> {
  return rewrite(folder, 'log.jsonl', (text) => `${change(text.trimEnd().split('\n')).join('\n')}\n`);
}

/** A line changed by somebody who knows how lines are hashed. */
function resealed(line: string, from: string, to: string): string {
  if (!line.includes(from)) return line;
  const changed = line.replace(from, to);
  const body = changed.slice(0, changed.lastIndexOf(',"hash":"'));
  return `${body},"hash":"${sha256(body)}"}`;
}

function closed(line: string): string {
  const { seq, prev, hash } = JSON.parse(line) as { seq: number; prev: string; hash: string };
  return JSON.stringify({ seq, closed: true, prev, hash });
}

async function exchange(folder: string): Promise<void> {
  const [one, two, aside] = ['originals/0001.jpg', 'originals/0002.jpg', 'aside'].map((path) => join(folder, path)) as [string, string, string];
  await rename(one, aside);
  await rename(two, one);
  await rename(aside, two);
}

function file<T extends { readonly path: string }>({ files }: { readonly files: readonly T[] }, path: string): T {
  return files.find((one) => one.path === path)!;
}

async function filesIn(folder: string, name: string): Promise<string[]> {
  return (await readdir(join(folder, name))).toSorted();
}

async function contentsOf(folder: string): Promise<Buffer[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(all.filter((one) => one.isFile()).map((one) => readFile(join(one.parentPath, one.name))));
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
