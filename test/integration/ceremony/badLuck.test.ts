import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlaceId } from '../../../protocol/ceremony/places.ts';
import type { Side } from '../../../protocol/ceremony/ceremony.ts';
import { openSigning } from '../../../server/signing/signing.ts';
import type { TestPerson } from '../../harness/server.ts';
import { makePdf } from '../decks/pdfs.ts';
import { makeP12, withChangedByte } from '../signing/tools.ts';
import { fillIn, nameSides, openScene } from './scene.ts';
import type { CeremonyScene } from './scene.ts';

let scene: CeremonyScene;
beforeAll(async () => {
  scene = await openScene();
  await nameSides(scene);
  await fillIn(scene);
  await scene.officer.api.call('ceremonyCopies', { params: { session: scene.session }, body: {} });
});
afterAll(() => scene.server.close());

interface Signing {
  readonly place: PlaceId;
  readonly file: string;
  readonly key: { readonly kind: 'issued' } | { readonly kind: 'p12'; readonly file: string; readonly password: string };
}

async function asShown(copy: Side, place: PlaceId, key: Signing['key'] = { kind: 'issued' }): Promise<Signing> {
  const { ceremony } = await scene.officer.api.call('ceremony', { params: { session: scene.session } });
  return { place, file: ceremony.copies[copy]!.file, key };
}

async function sign(person: TestPerson, copy: Side, body: Signing): Promise<string> {
  return await person.api.refusal('ceremonySign', { params: { session: scene.session, copy }, body }) ?? 'ok';
}

async function signed(copy: Side): Promise<readonly string[]> {
  const { ceremony } = await scene.officer.api.call('ceremony', { params: { session: scene.session } });
  return ceremony.copies[copy]!.signatures.map(({ place, by }) => `${place} by ${by}`);
}

/** Asks for a signature and goes away as soon as the server has begun with it. */
async function signAndGo(person: TestPerson, copy: Side, body: Signing): Promise<void> {
  const path = `/api/sessions/${scene.session}/ceremony/copies/${copy}/signatures`;
  const begun = Promise.withResolvers<void>();
  const began = (message: unknown): void => {
    if ((message as { readonly request: { readonly url?: string } }).request.url === path) begun.resolve();
  };
  subscribe('http.server.request.start', began);
  const going = request(new URL(path, scene.server.url), {
    method: 'POST', agent: false, headers: { Origin: scene.server.url, Cookie: person.cookie, 'Content-Type': 'application/json' },
  });
  const gone = new Promise<void>((resolve) => {
    going.on('close', resolve);
  });
  going.on('error', () => undefined).on('response', () => expect.fail('the signature was quicker than its signatory'));
  // Head and body in one piece: what has begun has all of it.
  going.end(JSON.stringify(body));
  await begun.promise;
  going.destroy();
  await gone;
  unsubscribe('http.server.request.start', began);
}

test('who cancels while the signature is being made has signed nothing, and may sign later', async () => {
  const body = await asShown('a', 'signatory-a');
  await signAndGo(scene.north, 'a', body);
  // Signatures on a copy are made one after the other: this one comes after the one that was given up.
  expect(await sign(scene.north, 'a', body)).toBe('ok');
  expect(await signed('a')).toEqual([`signatory-a by ${scene.north.id}`]);
});

test('who signs twice is refused, also with both requests at once', async () => {
  const body = await asShown('b', 'signatory-b');
  const both = await Promise.all([sign(scene.south, 'b', body), sign(scene.south, 'b', body)]);
  expect(both.toSorted()).toEqual(['ok', 'signing.taken']);
  expect(await signed('b')).toEqual([`signatory-b by ${scene.south.id}`]);
});

test('who signs for the other side is refused on both copies', async () => {
  for (const copy of ['a', 'b'] as const) {
    expect(await sign(scene.north, copy, await asShown(copy, 'signatory-b'))).toBe('ceremony.foreignPlace');
    expect(await sign(scene.south, copy, await asShown(copy, 'signatory-a'))).toBe('ceremony.foreignPlace');
  }
});

test('an expired certificate, one for another purpose, a wrong password and a file that is no key sign nothing', async () => {
  const before = await signed('a');
  const own = async (options: Parameters<typeof makeP12>[1], password = 'three grey herons'): Promise<string> => {
    const file = (await makeP12(scene.server.directory, { key: 'ec', ...options })).toString('base64');
    return sign(scene.south, 'a', await asShown('a', 'signatory-b', { kind: 'p12', file, password }));
  };
  expect(await own({ days: ['20200101000000Z', '20210101000000Z'] })).toBe('key.expired');
  expect(await own({ extensions: ['extendedKeyUsage = serverAuth'] })).toBe('key.notForSigning');
  expect(await own({}, 'a wrong one')).toBe('key.password');
  expect(await sign(scene.south, 'a', await asShown('a', 'signatory-b', { kind: 'p12', file: Buffer.from('no key').toString('base64'), password: '' }))).toBe('key.unreadable');
  expect(await signed('a')).toEqual(before);
});

test('a copy whose stored bytes have changed after the first signature is signed by nobody until it is as it was', async () => {
  const body = await asShown('a', 'signatory-b');
  const path = await placeOf(body.file);
  const whole = await readFile(path);
  await writeFile(path, withChangedByte(whole, Math.floor(whole.length / 2)));
  expect(await sign(scene.south, 'a', body)).toBe('ceremony.altered');
  await writeFile(path, whole);
  expect(await sign(scene.south, 'a', body)).toBe('ok');
});

test('a text that somebody has signed already makes no copy, because its signature would be lost in it', async () => {
  const other = await openScene();
  try {
    await nameSides(other);
    await other.live.officer.must('ceremony.options', { source: 'upload', third: null, mirror: true });
    const pen = openSigning({ directory: join(other.server.directory, 'elsewhere') });
    const { pdf } = await pen.seal(makePdf({ pages: 1 }));
    const upload = (copy: Side, language: string, file: Uint8Array) => other.officer.api.refusal('ceremonyText', { params: { session: other.session }, query: { copy, language }, file });
    for (const copy of ['a', 'b'] as const) for (const language of ['en', 'ar']) expect(await upload(copy, language, language === 'ar' ? pdf : makePdf({ pages: 1 }))).toBeUndefined();
    expect(await other.officer.api.refusal('ceremonyCopies', { params: { session: other.session }, body: {} })).toBe('signing.unsuitable');
  } finally {
    await other.server.close();
  }
});

/** Where the store has the bytes of a file. */
async function placeOf(hash: string): Promise<string> {
  const found = (await readdir(scene.server.directory, { recursive: true })).find((path) => path.endsWith(hash));
  expect(found).toBeDefined();
  return join(scene.server.directory, found!);
}
