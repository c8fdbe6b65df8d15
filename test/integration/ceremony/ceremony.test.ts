import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PDF } from '@libpdf/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlaceId } from '../../../protocol/ceremony/places.ts';
import type { CeremonyView } from '../../../protocol/ceremony/routes.ts';
import { readPrinted } from '../../harness/printed.ts';
import type { TestPerson } from '../../harness/server.ts';
import { makePdf } from '../decks/pdfs.ts';
import { makeP12, pdfsig, withChangedByte } from '../signing/tools.ts';
import { fillIn, nameSides, openScene } from './scene.ts';
import type { CeremonyScene } from './scene.ts';

const run = promisify(execFile);
/** A P12 file that somebody signs with, base64 as it was sent. */
let ownKey = '';
let scene: CeremonyScene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.server.close());

type Side = 'a' | 'b';

async function view(person: TestPerson = scene.officer): Promise<CeremonyView> {
  return person.api.call('ceremony', { params: { session: scene.session } });
}

async function copyOf(side: Side, person: TestPerson = scene.north): Promise<Buffer> {
  const response = await person.api.raw('ceremonyCopy', { params: { session: scene.session, copy: side } });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return Buffer.from(await response.arrayBuffer());
}

type Key = { readonly kind: 'issued' } | { readonly kind: 'p12'; readonly file: string; readonly password: string };

/** Signs what the copy is now; `file` for somebody who has another one before them. Answers the refusal, if any. */
async function sign(person: TestPerson, copy: Side, place: PlaceId, { key = { kind: 'issued' }, file }: { readonly key?: Key; readonly file?: string } = {}): Promise<string> {
  const shown = file ?? (await view()).ceremony.copies[copy]?.file ?? 'f'.repeat(64);
  return await person.api.refusal('ceremonySign', { params: { session: scene.session, copy }, body: { place, file: shown, key } }) ?? 'ok';
}

const copies = (): Promise<string | undefined> => scene.officer.api.refusal('ceremonyCopies', { params: { session: scene.session }, body: {} });

describe('a ceremony between two administrations, one of which reads from right to left', () => {
  test('copies are made once both sides are named and the text is filled in, and whoever prepares is told what is missing', async () => {
    expect(await copies()).toBe('ceremony.incomplete');
    expect(await sign(scene.north, 'a', 'signatory-a')).toBe('ceremony.noCopy');
    await nameSides(scene);
    const missing = await scene.officer.api.raw('ceremonyCopies', { params: { session: scene.session }, body: {} });
    expect(await missing.json()).toEqual({ error: { code: 'ceremony.incomplete', detail: 'a.administration en' } });
    await fillIn(scene);
    expect(await copies()).toBeUndefined();
    const { ceremony } = await view();
    expect(ceremony.copies).toMatchObject({
      a: { languages: ['en', 'ar'], firstPlace: 'left', signatures: [] }, b: { languages: ['ar', 'en'], firstPlace: 'right', signatures: [] },
    });
  });

  test('each copy puts the side that keeps it first, and the place of that side is first in the direction of its language', async () => {
    const order = async (side: Side): Promise<readonly string[]> => {
      const path = join(scene.server.directory, `copy-${side}.pdf`);
      await writeFile(path, await copyOf(side));
      const text = (await run('pdftotext', ['-raw', '-l', '1', path, '-'])).stdout.replaceAll(/\u00AD\s|\s+/gu, (gap) => gap.startsWith('\u00AD') ? '' : ' ');
      return ['North', 'South'].toSorted((one, other) => text.indexOf(`the Customs of the ${one}`) - text.indexOf(`the Customs of the ${other}`));
    };
    expect(await order('a')).toEqual(['North', 'South']);
    expect(await order('b')).toEqual(['South', 'North']);
    const lefts = async (side: Side): Promise<readonly [string, number][]> => {
      const pdf = await PDF.load(await copyOf(side));
      return pdf.getForm()!.getSignatureFields().map((field) => [field.name, (field.getDict().getArray('Rect')!.at(0) as unknown as { value: number }).value]);
    };
    // The North is on the left of both: of its own because it is first there, of the other because Arabic begins on the right.
    expect(Object.fromEntries(await lefts('a'))).toEqual({ 'signatory-a': 62, 'signatory-b': 313, 'witness-a': 62 });
    expect(Object.fromEntries(await lefts('b'))).toEqual({ 'signatory-a': 62, 'signatory-b': 313, 'witness-a': 62 });
  });

  test('who may not read a copy gets none of its bytes', async () => {
    expect(await scene.interpreter.api.refusal('ceremonyCopy', { params: { session: scene.session, copy: 'a' } })).toBe('permission.denied');
    const stranger = await scene.server.person('Sten Stranger');
    expect(await stranger.api.refusal('ceremonyCopy', { params: { session: scene.session, copy: 'a' } })).toBe('session.absent');
  });

  test('nobody signs for another, before their turn, with a wrong key, or what is not before them', async () => {
    expect(await sign(scene.south, 'b', 'signatory-a')).toBe('ceremony.foreignPlace');
    expect(await sign(scene.witness, 'a', 'signatory-a')).toBe('ceremony.foreignPlace');
    expect(await sign(scene.delegate, 'a', 'signatory-b')).toBe('permission.denied');
    expect(await sign(scene.south, 'a', 'signatory-b')).toBe('ceremony.notYourTurn');
    expect(await sign(scene.witness, 'a', 'witness-a')).toBe('ceremony.notYourTurn');
    expect(await sign(scene.north, 'a', 'signatory-a', { file: 'e'.repeat(64) })).toBe('ceremony.stale');
    const expired = (await makeP12(scene.server.directory, { key: 'ec', days: ['20200101000000Z', '20210101000000Z'] })).toString('base64');
    expect(await sign(scene.north, 'a', 'signatory-a', { key: { kind: 'p12', file: expired, password: 'three grey herons' } })).toBe('key.expired');
    expect(await sign(scene.north, 'a', 'signatory-a', { key: { kind: 'p12', file: expired, password: 'a wrong one' } })).toBe('key.password');
    expect((await view()).ceremony.copies.a?.signatures).toEqual([]);
  });

  test('both sign both copies, one of them with a key of their own, and pdfsig approves', async () => {
    const own = (await makeP12(scene.server.directory, { name: 'Samir South', key: 'ec' })).toString('base64');
    ownKey = own;
    expect(await sign(scene.north, 'a', 'signatory-a')).toBe('ok');
    expect(await sign(scene.north, 'a', 'signatory-a')).toBe('signing.taken');
    // From here on nothing of what is signed changes.
    expect(await copies()).toBe('ceremony.frozen');
    for (const refused of [
      scene.live.officer.command('ceremony.options', { source: 'upload', third: null, mirror: false }),
      scene.live.officer.command('ceremony.fillIn', { of: 'joint', values: { date: { en: 'another day' } } }),
    ]) expect(await refused).toMatchObject({ ok: false, error: { code: 'ceremony.frozen' } });
    expect(await scene.officer.api.refusal('ceremonyText', { params: { session: scene.session }, query: { copy: 'a', language: 'en' }, file: makePdf({ pages: 1 }) })).toBe('ceremony.frozen');

    expect(await sign(scene.south, 'b', 'signatory-b', { key: { kind: 'p12', file: own, password: 'three grey herons' } })).toBe('ok');
    const [one, other] = await Promise.all([sign(scene.south, 'a', 'signatory-b'), sign(scene.north, 'b', 'signatory-a')]);
    expect([one, other]).toEqual(['ok', 'ok']);
    expect(await scene.officer.api.refusal('ceremonySeal', { params: { session: scene.session }, body: {} })).toBe('ceremony.unsigned');
    expect(await sign(scene.witness, 'a', 'witness-a')).toBe('ok');
    expect(await sign(scene.witness, 'b', 'witness-a')).toBe('ok');

    const a = await copyOf('a');
    const found = await pdfsig(scene.server.directory, a);
    expect(found.map(({ field, name, valid }) => [field, name, valid])).toEqual([
      ['signatory-a', 'Nora North', true], ['signatory-b', 'Samir South', true], ['witness-a', 'Wim Witness', true],
    ].toSorted((x, y) => found.findIndex((each) => each.field === x[0]) - found.findIndex((each) => each.field === y[0])));
    expect(found.map(({ end }) => end).toSorted((x, y) => x - y).at(-1)).toBe(a.length);
    const b = await copyOf('b');
    expect((await pdfsig(scene.server.directory, b)).every(({ valid }) => valid)).toBe(true);
    // Signed copies are still what a screen reader needs.
    const [readA, readB] = [await readPrinted(a), await readPrinted(b)];
    expect([readA, readB]).toMatchObject([{ tagged: true, language: 'en' }, { tagged: true, language: 'ar' }]);
    for (const { title, headings } of [readA, readB]) expect([title !== '', headings.length]).toEqual([true, 2]);
    const { verdict, signatures } = await scene.server.api().call('verify', { file: a });
    expect([verdict, signatures.map(({ origin }) => origin)]).toEqual(['holds', ['installation', 'installation', 'installation']]);
    expect((await scene.server.api().call('verify', { file: b })).signatures[0]).toMatchObject({ origin: 'selfSigned', certificate: { name: 'Samir South' } });
    const altered = withChangedByte(a, a.indexOf('/MediaBox') + 12);
    expect((await pdfsig(scene.server.directory, altered)).every(({ valid }) => !valid)).toBe(true);
    expect(await scene.server.api().call('verify', { file: altered }).then((said) => said.verdict, (error: unknown) => String(error))).toMatch(/altered|file\.broken/u);
  });

  test('the record is sealed once, with the hash of the log, and says so to any program', async () => {
    expect(await scene.officer.api.refusal('ceremonySeal', { params: { session: scene.session }, body: {} })).toBeUndefined();
    expect(await scene.officer.api.refusal('ceremonySeal', { params: { session: scene.session }, body: {} })).toBe('ceremony.sealed');
    const response = await scene.delegate.api.raw('ceremonyRecord', { params: { session: scene.session } });
    const record = Buffer.from(await response.arrayBuffer());
    expect(await pdfsig(scene.server.directory, record)).toMatchObject([{ name: 'Gangway seal', valid: true, whole: true }]);
    const { ceremony } = await view();
    const printed = await readPrinted(record);
    expect(printed).toMatchObject({ tagged: true, language: 'en', title: 'Record of the signing', accessible: true });
    expect(printed.headings.length).toBeGreaterThan(2);
    expect(printed.text).toContain(ceremony.record!.head.hash);
    // Each certificate whole, so that it can be compared with the one in a copy.
    for (const { certificate } of [...ceremony.copies.a!.signatures, ...ceremony.copies.b!.signatures]) expect(printed.text).toContain(certificate);
  });

  test('no key and no password of anybody is on the disk', async () => {
    const files = (await readdir(scene.server.directory, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
    const bytes = await Promise.all(files.map((one) => readFile(join(one.parentPath, one.name))));
    const isThere = (words: string): boolean => bytes.some((one) => one.includes(words));
    // What was typed is found where it was kept.
    expect(isThere('Samir South')).toBe(true);
    for (const secret of ['three grey herons', 'a wrong one', ownKey.slice(100, 180)]) expect([secret, isThere(secret)]).toEqual([secret, false]);
  });
});

describe('texts that are uploaded', () => {
  test('make copies too, each from its own, in its own order', async () => {
    const other = await openScene();
    try {
      await nameSides(other);
      await other.live.officer.must('ceremony.options', { source: 'upload', third: null, mirror: true });
      const upload = (copy: Side, language: string, file: Uint8Array) => other.officer.api.refusal('ceremonyText', { params: { session: other.session }, query: { copy, language }, file });
      expect(await upload('a', 'en', Buffer.from('not a PDF'))).toBe('file.notPdf');
      expect(await upload('a', 'en', makePdf({ pages: 2, protection: 'password' }))).toBe('file.encrypted');
      for (const copy of ['a', 'b'] as const) for (const language of ['en', 'ar']) expect(await upload(copy, language, makePdf({ pages: 2, text: () => `${copy} ${language}` }))).toBeUndefined();
      expect(await other.officer.api.refusal('ceremonyCopies', { params: { session: other.session }, body: {} })).toBeUndefined();
      const { ceremony } = await other.officer.api.call('ceremony', { params: { session: other.session } });
      expect(ceremony.copies).toMatchObject({ a: { pages: 5, languages: ['en', 'ar'] }, b: { pages: 5, languages: ['ar', 'en'] } });
      const signed = await other.north.api.refusal('ceremonySign', {
        params: { session: other.session, copy: 'a' }, body: { place: 'signatory-a', file: ceremony.copies.a!.file, key: { kind: 'issued' } },
      });
      expect(signed).toBeUndefined();
    } finally {
      await other.server.close();
    }
  });
});
