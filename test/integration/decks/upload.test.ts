import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../../protocol/limits.ts';
import { House, SESSION } from './house.ts';
import { StoreError } from '../../../server/store/errors.ts';
import type { Store } from '../../../server/store/store.ts';
import { makePdf } from './pdfs.ts';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.remove());

const params = { session: SESSION };
const query = { title: 'Goals', language: 'en' };
const goals = makePdf({ pages: 3 });

/** Every content in the store, the half-received included. */
async function stored(): Promise<string[]> {
  const files = join(house.place.path, 'files');
  return [...(await readdir(files)).filter((name) => name !== 'incoming'), ...await readdir(join(files, 'incoming'))];
}

describe('uploading a deck', () => {
  it('attaches what was checked, for everyone inside', async () => {
    const reply = await house.api('hana').call('createDeck', { params, query, file: goals });
    expect(reply.pages).toBe(3);
    expect(house.live.state.decks[reply.deck]).toEqual({
      id: reply.deck, title: 'Goals', pages: 3, versions: [{ language: 'en', file: reply.file, bytes: goals.length }],
    });
    expect(await stored()).toEqual([reply.file]);
  });

  it.each([
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), 'file.notPdf', 415],
    ['a page in front of a PDF', Buffer.concat([Buffer.from('<script>alert(1)</script>'), goals]), 'file.notPdf', 415],
    ['SVG with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'file.notPdf', 415],
    ['an archive', Buffer.from('PK\u0003\u0004 and more'), 'file.notPdf', 415],
    ['nothing', Buffer.alloc(0), 'file.notPdf', 415],
    ['half a signature', Buffer.from('%PD'), 'file.notPdf', 415],
    ['a PDF that was cut off', goals.subarray(0, 700), 'file.broken', 422],
    ['a password', makePdf({ pages: 2, protection: 'password' }), 'file.encrypted', 422],
    ['too many pages', makePdf({ pages: limits.deckPages + 1 }), 'file.tooManyPages', 422],
  ] as const)('refuses %s and keeps nothing of it', async (_name, file, code, status) => {
    const response = await house.api('hana').raw('createDeck', { params, query, file });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: { code } });
    expect(house.live.state.decks).toEqual({});
    expect(await stored()).toEqual([]);
  });

  it('opens no process for what is no PDF', async () => {
    await house.api('hana').raw('createDeck', { params, query, file: Buffer.from('<html>') });
    expect(house.checked).toEqual([]);
  });

  it('refuses a body that grows past the limit while it comes in', async () => {
    const answer = await send(endless(limits.deckBytes + 1), {});
    expect(answer).toEqual({ status: 413, code: 'file.tooLarge' });
    expect(await stored()).toEqual([]);
  });

  it('refuses by the announced length before anything comes in', async () => {
    const answer = await send(Readable.from([goals]), { 'Content-Length': String(limits.deckBytes + 1) });
    expect(answer).toEqual({ status: 413, code: 'file.tooLarge' });
  });

  it('forgets an upload whose sender went away', async () => {
    const sending = outgoing({ 'Content-Length': String(goals.length * 2) });
    sending.on('error', () => undefined);
    sending.write(goals);
    await expect.poll(stored, { timeout: 20_000 }).toHaveLength(1);
    sending.destroy();
    await expect.poll(stored, { timeout: 20_000 }).toEqual([]);
    expect(house.live.state.decks).toEqual({});
  });

  it('forgets one that was given up while it was looked at', async () => {
    const looking = Promise.withResolvers<void>();
    house.beforeCheck = looking.promise;
    const sending = outgoing({ 'Content-Length': String(goals.length) });
    sending.on('error', () => undefined);
    const gone = new Promise((resolve) => sending.on('close', resolve));
    sending.end(goals);
    await expect.poll(() => house.checked, { timeout: 20_000 }).toHaveLength(1);
    sending.destroy();
    await gone;
    // Answered on another connection, so the server has heard of the end of the first.
    await house.api('hana').raw('deckFile', { params: { ...params, deck: 'none', language: 'en' } });
    looking.resolve();
    await expect.poll(stored, { timeout: 20_000 }).toEqual([]);
    expect(house.live.state.decks).toEqual({});
  });

  it.each(['../../etc/passwd', 'en/../fr', 'en\0', '<script>', ''])('takes no language that is none: %j', async (language) => {
    expect(await house.api('hana').refusal('createDeck', { params, query: { title: 'Goals', language }, file: goals })).toBe('payload.invalid');
    expect(await stored()).toEqual([]);
  });

  it('says that the disk is full, and leaves nothing half', async () => {
    await house.remove();
    house = await House.open(undefined, (store) => ({
      ...store, collection: store.collection.bind(store),
      files: { ...store.files, put: () => Promise.reject(new StoreError('store.full', 'no space left')), remove: (hash) => store.files.remove(hash) },
    }) as Store);
    const response = await house.api('hana').raw('createDeck', { params, query, file: goals });
    expect([response.status, await response.json()]).toEqual([507, { error: { code: 'store.full' } }]);
    expect(house.live.state.decks).toEqual({});
  });

  it('keeps a file that another deck has when the same content is refused', async () => {
    const first = await house.api('hana').call('createDeck', { params, query, file: goals });
    const two = await house.api('hana').call('createDeck', { params, query, file: makePdf({ pages: 2 }) });
    // The three pages of the first do not fit the second.
    expect(await house.api('hana').refusal('addDeckVersion', { params: { ...params, deck: two.deck }, query: { language: 'fr' }, file: goals }))
      .toBe('deck.pagesDiffer');
    expect((await stored()).toSorted()).toEqual([first.file, two.file].toSorted());
    const response = await house.api('ada').raw('deckFile', { params: { ...params, deck: first.deck, language: 'en' } });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(goals);
  });

  it('of the same content twice at once gives two decks and one file', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => house.api('hana').call('createDeck', { params, query, file: goals })));
    expect(one!.deck).not.toBe(two!.deck);
    expect(Object.keys(house.live.state.decks)).toHaveLength(2);
    expect(await stored()).toEqual([one!.file]);
  });

  it('of a known content does not check it again', async () => {
    await house.api('hana').call('createDeck', { params, query, file: goals });
    await house.api('hana').call('createDeck', { params, query, file: goals });
    expect(house.checked).toHaveLength(1);
  });

  it('stops at the number of decks', async () => {
    const version = { language: 'en', file: 'a'.repeat(64), bytes: 1 };
    for (let index = 0; index < limits.decksPerSession; index++) {
      await house.live.record({ type: 'deck.attached', data: { id: `d${index}`, title: 'x', pages: 1, version } });
    }
    expect(await house.api('hana').refusal('createDeck', { params, query, file: goals })).toBe('deck.limit');
    expect(await stored()).toEqual([]);
  });

  it('is refused when the right or the session went while the file came in', async () => {
    const sending = outgoing({ 'Content-Length': String(goals.length) });
    const answer = answered(sending);
    sending.write(goals.subarray(0, 100));
    await expect.poll(stored, { timeout: 20_000 }).toHaveLength(1);
    await house.live.record({ type: 'session.ended', data: {} });
    sending.end(goals.subarray(100));
    expect(await answer).toEqual({ status: 409, code: 'session.ended' });
    expect(await stored()).toEqual([]);
  });

  it.each([[undefined, 'identity.required'], ['mallory', 'session.absent'], ['ada', 'permission.denied'], ['sam', 'permission.denied']])(
    'is refused to %s with %s', async (who, code) => {
      expect(await house.api(who).refusal('createDeck', { params, query, file: goals })).toBe(code);
      expect(await stored()).toEqual([]);
    });

  it('is refused to a page of another site', async () => {
    const headers = { Origin: 'https://elsewhere.example' };
    expect(await house.api('hana').refusal('createDeck', { params, query, file: goals, headers })).toBe('origin.foreign');
  });

  it('removes after a crash what was still being checked, and keeps the rest', async () => {
    const kept = await house.api('hana').call('createDeck', { params, query, file: goals });
    const left = await house.store.files.put(Readable.from([makePdf({ pages: 9 })]), { maxBytes: 1e6 });
    const { z } = await import('zod');
    await house.close();
    const { openEmbeddedStore } = await import('../../../server/store/embedded/open.ts');
    const store = await openEmbeddedStore(house.place.path);
    const records = await store.collection('deck-files', z.any());
    await records.put({ id: left.hash, state: 'checking', pages: 0 });
    await store.close();
    house = await House.open(house.place);
    await house.api('hana').call('createDeck', { params, query, file: makePdf({ pages: 1 }) });
    expect(await stored()).toHaveLength(2);
    expect(await house.store.files.has(left.hash)).toBe(false);
    expect(await house.store.files.has(kept.file)).toBe(true);
  });
});

describe('language versions', () => {
  it('have the same pages', async () => {
    const { deck } = await house.api('hana').call('createDeck', { params, query, file: goals });
    const version = { params: { ...params, deck } };
    const chinese = makePdf({ pages: 3, text: (page) => `Ye ${page}` });
    const response = await house.api('hana').raw('addDeckVersion', { ...version, query: { language: 'fr' }, file: makePdf({ pages: 4 }) });
    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({ error: { code: 'deck.pagesDiffer', detail: '4/3' } });
    await house.api('hana').call('addDeckVersion', { ...version, query: { language: 'zh-cn' }, file: chinese });
    expect(house.live.state.decks[deck]!.versions.map((one) => one.language)).toEqual(['en', 'zh-CN']);
    const response2 = await house.api('ada').raw('deckFile', { params: { ...params, deck, language: 'zh-CN' } });
    expect(Buffer.from(await response2.arrayBuffer())).toEqual(chinese);
  });

  it('are replaced by language', async () => {
    const { deck } = await house.api('hana').call('createDeck', { params, query, file: goals });
    const better = makePdf({ pages: 3, comment: 'better' });
    const { file } = await house.api('hana').call('addDeckVersion', { params: { ...params, deck }, query: { language: 'EN' }, file: better });
    expect(house.live.state.decks[deck]!.versions).toEqual([{ language: 'en', file, bytes: better.length }]);
  });

  it('belong to a deck of this session', async () => {
    expect(await house.api('hana').refusal('addDeckVersion', { params: { ...params, deck: 'nowhere' }, query: { language: 'en' }, file: goals }))
      .toBe('deck.absent');
  });
});

function outgoing(headers: Readonly<Record<string, string>>) {
  return httpRequest(new URL(`/api/sessions/${SESSION}/decks?title=Goals&language=en`, house.url), {
    method: 'POST', headers: { Origin: house.url, Cookie: 'who=hana', 'Content-Type': 'application/pdf', ...headers },
  });
}

function answered(sending: ReturnType<typeof outgoing>): Promise<{ status: number | undefined; code: string }> {
  return new Promise((resolve, reject) => {
    sending.on('error', reject).on('response', (response: IncomingMessage) => {
      void json(response).then((body) => resolve({ status: response.statusCode, code: (body as { error: { code: string } }).error.code }), reject);
    });
  });
}

async function send(body: Readable, headers: Readonly<Record<string, string>>) {
  const sending = outgoing(headers);
  const answer = answered(sending);
  body.pipe(sending);
  try {
    return await answer;
  } finally {
    sending.destroy();
  }
}

function endless(bytes: number): Readable {
  return Readable.from((function* () {
    yield Buffer.from('%PDF-1.7\n');
    const part = Buffer.alloc(1024 * 1024);
    for (let sent = 0; sent < bytes; sent += part.length) yield part;
  })());
}
