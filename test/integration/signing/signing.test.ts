import { execFile } from 'node:child_process';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PDF, PdfString } from '@libpdf/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RefusalError } from '../../../protocol/errors.ts';
import type { Inspection } from '../../../protocol/signing/inspection.ts';
import { openSigning } from '../../../server/signing/signing.ts';
import type { IssuedKey, Signing } from '../../../server/signing/signing.ts';
import { inspect } from '../../../server/signing/work/inspect.ts';
import { WorkError } from '../../../server/signing/work/job.ts';
import { signerOf } from '../../../server/signing/work/key.ts';
import { run } from '../../../server/signing/work/run.ts';
import { makePdf } from '../decks/pdfs.ts';
import { temporaryPlace } from '../store/place.ts';
import { makeP12, pdfsig, withChangedByte } from './tools.ts';

const execute = promisify(execFile);
const DAY_MS = 86_400_000;
const now = Date.now();
const places = [
  { field: 'first', page: 0, rect: [20, 20, 180, 70] as [number, number, number, number] },
  { field: 'second', page: 0, rect: [210, 20, 380, 70] as [number, number, number, number] },
];

let place: Awaited<ReturnType<typeof temporaryPlace>>;
let signing: Signing;
let north: IssuedKey;
let south: IssuedKey;
/** Both have signed, one after the other, and the installation has sealed. */
let once: Buffer;
let twice: Buffer;
let sealed: Buffer;

beforeAll(async () => {
  place = await temporaryPlace();
  signing = openSigning({ directory: join(place.path, 'data') });
  await mkdir(join(place.path, 'keys'), { recursive: true });
  north = await signing.issue({ name: 'Jørgen Weiß', title: 'Director General', organisation: 'Customs of the North', country: 'NO' }, now, now + DAY_MS);
  south = await signing.issue({ name: '王丽', title: '署长', organisation: '南方海关', country: 'CN' }, now, now + DAY_MS);
  const { pdf: prepared } = await signing.prepare(makePdf({ pages: 2 }), places);
  once = (await signing.sign(prepared, { key: { kind: 'issued', ...north }, at: now, field: 'first', reason: 'For the North (copy 1)' })).pdf;
  twice = (await signing.sign(once, { key: { kind: 'issued', ...south }, at: now + 1_000, field: 'second' })).pdf;
  sealed = (await signing.seal(twice, { reason: 'Record closed' })).pdf;
});
afterAll(() => place.remove());

const check = (pdf: Uint8Array) => pdfsig(place.path, pdf);

async function refusalOf(work: Promise<unknown>): Promise<string> {
  return work.then(() => 'ok', (error: unknown) => error instanceof RefusalError ? error.refusal.code : error instanceof WorkError ? error.code : String(error));
}

function states({ signatures }: Inspection): readonly string[] {
  return signatures.map(({ field, integrity }) => `${field}: ${integrity.state}${'why' in integrity ? ` ${integrity.why}` : ''}`);
}

/** What was changed after each signature, by kind. */
function changes({ signatures }: Inspection): readonly (readonly string[] | undefined)[] {
  return signatures.map(({ changes: found }) => found?.map(({ kind }) => kind));
}

describe('signatures', () => {
  it('are valid by pdfsig, each for the revision that it covers, and by the inspection', async () => {
    expect(await check(sealed)).toEqual([
      { field: 'first', name: 'Jørgen Weiß', valid: true, whole: false, kind: 'ETSI.CAdES.detached', end: once.length },
      { field: 'second', name: '王丽', valid: true, whole: false, kind: 'ETSI.CAdES.detached', end: twice.length },
      { field: expect.stringContaining('Seal'), name: 'Gangway seal', valid: true, whole: true, kind: 'ETSI.CAdES.detached', end: sealed.length },
    ]);
    const found = await signing.inspect(sealed);
    expect(found).toMatchObject({ verdict: 'holds', pages: 2, bytes: sealed.length });
    expect(states(found).map((one) => one.split(': ')[1])).toEqual(['holds', 'holds', 'holds']);
    expect(changes(found)).toEqual([['signature', 'signature'], ['signature'], []]);
    expect(found.signatures[0]).toMatchObject({
      origin: 'installation', covers: once.length, isWhole: false, inTime: true, at: Math.floor(now / 1000) * 1000, page: 1, reason: 'For the North (copy 1)',
      certificate: { name: 'Jørgen Weiß', title: 'Director General', organisation: 'Customs of the North', country: 'NO' },
    });
    expect(found.signatures[1]).toMatchObject({ certificate: { name: '王丽', organisation: '南方海关' } });
  });

  it('are drawn in letters that the file brings with it, and only in those that it needs', async () => {
    const file = join(place.path, 'drawn.pdf');
    await writeFile(file, twice);
    const [words, fonts] = await Promise.all([execute('pdftotext', ['-l', '1', file, '-']), execute('pdffonts', [file])]);
    expect(words.stdout).toContain('Jørgen Weiß');
    expect(words.stdout.match(/SHA-256 (?:[0-9A-F]{4} ?){6}/gu)).toHaveLength(2);
    // Of the page that was signed is Helvetica, which has no letters of its own.
    const drawn = fonts.stdout.split('\n').filter((line) => line.includes('NotoSans'));
    expect(drawn.length).toBeGreaterThan(0);
    for (const line of drawn) expect(line).toMatch(/^[A-Z]{6}\+NotoSans-\w+ .* yes yes yes /u);
    expect(twice.length - once.length).toBeLessThan(200_000);
  });

  it('grow the file at its end and leave every byte before as it was', () => {
    expect(twice.subarray(0, once.length).equals(once)).toBe(true);
    expect(sealed.subarray(0, twice.length).equals(twice)).toBe(true);
  });

  it('one changed byte is found by pdfsig and by the inspection, in the revision where it is', async () => {
    const inFirst = withChangedByte(sealed, sealed.indexOf('Page 1'));
    expect((await check(inFirst)).map(({ valid }) => valid)).toEqual([false, false, false]);
    expect(await signing.inspect(inFirst).then((found) => [found.verdict, ...states(found).map((one) => one.split(': ')[1])])).toEqual(['altered', 'broken digest', 'broken digest', 'broken digest']);
    // A number of the second revision's table of places: the first signature stands as it stood.
    const inSecond = withChangedByte(sealed, twice.lastIndexOf('/M (D:') + 8);
    expect((await check(inSecond)).map(({ valid }) => valid)).toEqual([true, false, false]);
    expect(states(await signing.inspect(inSecond)).map((one) => one.split(': ')[1])).toEqual(['holds', 'broken digest', 'broken digest']);
  });

  it('a signature of other bytes, moved over, does not hold', async () => {
    const other = (await signing.sign((await signing.prepare(makePdf({ pages: 3 }), places)).pdf, { key: { kind: 'issued', ...north }, at: now, field: 'first' })).pdf;
    const contents = (pdf: Buffer): { readonly at: number; readonly text: string } => {
      const at = pdf.indexOf('<', pdf.indexOf('/Contents', pdf.indexOf('/ByteRange')));
      return { at, text: pdf.toString('latin1', at, pdf.indexOf('>', at)) };
    };
    const forged = Buffer.from(once);
    forged.write(contents(other).text, contents(forged).at, 'latin1');
    expect(states(await signing.inspect(forged))).toEqual(['first: broken digest']);
    expect((await check(forged))[0]).toMatchObject({ valid: false });
  });

  it('words drawn over a page after the last signature are named, though every signature holds', async () => {
    const pdf = await PDF.load(sealed);
    pdf.getPage(1)!.drawText('and one more clause', { x: 20, y: 20 });
    const found = await inspect(await pdf.save({ incremental: true }), []);
    expect(states(found).every((one) => one.endsWith('holds'))).toBe(true);
    expect(found.verdict).toBe('changed');
    expect(changes(found).map((kinds) => kinds?.includes('pageChanged'))).toEqual([true, true, true]);
    expect(found.signatures[2]!.changes).toContainEqual({ kind: 'pageChanged', page: 2 });
  });

  it.each<[string, (pdf: PDF) => void, string]>([
    ['a page more', (pdf) => void pdf.addPage(), 'pageAdded'],
    ['a page less', (pdf) => void pdf.removePage(1), 'pageRemoved'],
    ['a note on a page', (pdf) => void pdf.getPage(0)!.addTextAnnotation({ rect: { x: 5, y: 5, width: 20, height: 20 }, contents: 'not so' }), 'annotation'],
    ['another title', (pdf) => pdf.setTitle('Another title'), 'metadata'],
    ['a signed place moved', (pdf) => void pdf.getForm()!.getSignatureField('first')!.getDict().getArray('Rect')!.remove(0), 'signatureAltered'],
    ['the reason of a signature rewritten', (pdf) => pdf.getForm()!.getSignatureField('first')!.getSignatureDict()!.set('Reason', PdfString.fromString('x')), 'signatureAltered'],
  ])('%s after the signatures is named', async (_what, change, kind) => {
    const pdf = await PDF.load(twice);
    change(pdf);
    const found = await inspect(await pdf.save({ incremental: true }), []);
    expect(found.verdict).not.toBe('holds');
    expect(found.signatures.some(({ changes: all }) => all?.some((one) => one.kind === kind)) || found.verdict === 'altered').toBe(true);
  });

  it('bytes behind the end that change nothing are still named', async () => {
    const found = await inspect(Buffer.concat([sealed, Buffer.from('\n% nothing to see\n')]), []);
    expect(found.verdict).not.toBe('holds');
    expect(found.signatures.at(-1)).toMatchObject({ isWhole: false });
  });

  it('a place is signed once', async () => {
    expect(await refusalOf(signing.sign(twice, { key: { kind: 'issued', ...south }, at: now, field: 'first' }))).toBe('signing.taken');
  });

  it('the keys of the authority are its own to read', async () => {
    for (const name of ['authority.key', 'seal.key']) expect((await stat(join(place.path, 'data', 'authority', name))).mode & 0o777).toBe(0o600);
    const again = openSigning({ directory: join(place.path, 'data') });
    expect((await again.inspect(sealed)).signatures.map(({ origin }) => origin)).toEqual(['installation', 'installation', 'installation']);
    const stranger = openSigning({ directory: join(place.path, 'elsewhere') });
    expect((await stranger.inspect(sealed)).signatures.map(({ origin }) => origin)).toEqual(['foreign', 'foreign', 'foreign']);
    await rm(join(place.path, 'elsewhere'), { recursive: true, force: true });
  });
});

describe('a P12 file', () => {
  const keys = (): string => join(place.path, 'keys');
  const sign = async (file: Uint8Array) =>
    signing.sign(makePdf({ pages: 1 }), { key: { kind: 'p12', file, password: 'three grey herons' }, at: now, field: 'first' });

  it.each([
    ['RSA', {}], ['P-256', { key: 'ec' }], ['RSA in the older form', { options: ['-legacy'] }],
    ['a purpose of its own', { extensions: ['keyUsage = critical,nonRepudiation', 'extendedKeyUsage = emailProtection'] }],
  ] as const)('with a key of %s signs, and pdfsig approves', async (_what, options) => {
    const { pdf } = await sign(await makeP12(keys(), { name: 'Ola Nordmann', ...options }));
    expect(await check(pdf)).toMatchObject([{ name: 'Ola Nordmann', valid: true, whole: true }]);
    expect((await signing.inspect(pdf)).signatures).toMatchObject([{ integrity: { state: 'holds' }, origin: 'selfSigned' }]);
  });

  it.each<[string, () => Promise<Uint8Array>, string, string?]>([
    ['with a wrong password', () => makeP12(keys(), { key: 'ec' }), 'key.password', 'three grey geese'],
    ['whose certificate has expired', () => makeP12(keys(), { key: 'ec', days: ['20200101000000Z', '20210101000000Z'] }), 'key.expired'],
    ['whose certificate is not valid yet', () => makeP12(keys(), { key: 'ec', days: ['20390101000000Z', '20400101000000Z'] }), 'key.notYet'],
    ['for a server', () => makeP12(keys(), { key: 'ec', extensions: ['extendedKeyUsage = serverAuth'] }), 'key.notForSigning'],
    ['for encryption alone', () => makeP12(keys(), { key: 'ec', extensions: ['keyUsage = critical,keyEncipherment'] }), 'key.notForSigning'],
    ['of a kind that nobody reads', () => makeP12(keys(), { key: 'ed25519' }), 'key.unsupported'],
    ['without a key', () => makeP12(keys(), { key: 'ec', options: ['-nokeys'] }), 'key.absent'],
    ['that is none', async () => Buffer.from('not a key'), 'key.unreadable'],
  ])('%s is refused', async (_what, file, code, password) => {
    const key = { kind: 'p12', file: Buffer.from(await file()).toString('base64'), password: password ?? 'three grey herons' } as const;
    expect(await refusalOf(signerOf(key, now))).toBe(code);
  });
});

describe('a file that cannot be signed', () => {
  const prepare = (pdf: Uint8Array) => refusalOf(signing.prepare(pdf, places));

  it.each<[string, () => Uint8Array, string]>([
    ['HTML', () => Buffer.from('<!doctype html>'), 'file.notPdf'],
    ['nothing', () => Buffer.alloc(0), 'file.notPdf'],
    ['a password', () => makePdf({ pages: 1, protection: 'password' }), 'file.encrypted'],
    ['restrictions', () => makePdf({ pages: 1, protection: 'owner' }), 'file.encrypted'],
    ['the header alone', () => Buffer.from('%PDF-1.7\n'), 'file.broken'],
    ['one that is signed already', () => once, 'signing.unsuitable'],
  ])('%s', async (_what, pdf, code) => {
    expect(await prepare(pdf())).toBe(code);
    if (code !== 'signing.unsuitable') expect(await refusalOf(inspect(pdf(), []))).toBe(code);
  });

  it('no file makes the process wait or grow without end', async () => {
    const job = { work: 'inspect', pdf: 4, roots: [] as string[] } as const;
    const child = (name: string): URL => new URL(`../decks/programs/${name}.ts`, import.meta.url);
    expect(await refusalOf(run(job, Buffer.from('%PDF'), { child: child('hang'), timeoutMs: 700 }))).toBe('file.timeout');
    expect(await refusalOf(run(job, Buffer.from('%PDF'), { child: child('eat') }))).toBe('file.broken');
  });

  it('broken anywhere, it is refused or told apart, and never said to hold', async () => {
    for (const share of [0.1, 0.35, 0.6, 0.95]) {
      const cut = sealed.subarray(0, Math.floor(sealed.length * share));
      const said = await inspect(cut, []).then((found) => found.signatures.length === 0 || found.verdict !== 'holds' ? 'not whole' : 'holds', (error: unknown) => error instanceof WorkError ? error.code : 'file.broken');
      expect(['not whole', 'file.broken']).toContain(said);
    }
  });
});
