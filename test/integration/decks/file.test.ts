import { once } from 'node:events';
import { get as httpGet } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { House, SESSION } from './house.ts';
import { makePdf } from './pdfs.ts';

const pdf = makePdf({ pages: 3 });
let house: House;
let params: { session: string; deck: string; language: string };
let hash: string;
beforeEach(async () => {
  house = await House.open();
  const { deck, file } = await house.api('hana').call('createDeck', {
    params: { session: SESSION }, query: { title: '"../../etc/passwd"\n目标 <b>', language: 'en' }, file: pdf,
  });
  params = { session: SESSION, deck, language: 'en' };
  hash = file;
});
afterEach(() => house.remove());

async function get(who: string | undefined, headers: Readonly<Record<string, string>> = {}) {
  const response = await house.api(who).raw('deckFile', { params, headers });
  return { response, body: Buffer.from(await response.arrayBuffer()) };
}

describe('the file of a deck', () => {
  it('comes whole, as a PDF and nothing else', async () => {
    const { response, body } = await get('ada');
    expect(response.status).toBe(200);
    expect(body).toEqual(pdf);
    const header = (name: string) => response.headers.get(name);
    expect(header('content-type')).toBe('application/pdf');
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('accept-ranges')).toBe('bytes');
    expect(header('content-length')).toBe(String(pdf.length));
    expect(header('content-encoding')).toBeNull();
    expect(header('etag')).toBe(`"${hash}"`);
    expect(header('content-security-policy')).toContain('sandbox');
    expect(header('content-disposition'))
      .toBe('inline; filename="_.._.._etc_passwd_ __ _b_ (en).pdf"; filename*=UTF-8\'\'_.._.._etc_passwd_%20%E7%9B%AE%E6%A0%87%20_b_%20%28en%29.pdf');
  });

  it('may be kept for good under an address that names its content, and only there', async () => {
    expect((await get('ada')).response.headers.get('cache-control')).toBe('private, no-cache');
    const named = await fetch(`${house.url}/api/sessions/${SESSION}/decks/${params.deck}/en?v=${hash}`, { headers: { Cookie: 'who=ada' } });
    await named.arrayBuffer();
    expect(named.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    const other = await fetch(`${house.url}/api/sessions/${SESSION}/decks/${params.deck}/en?v=${'0'.repeat(64)}`, { headers: { Cookie: 'who=ada' } });
    await other.arrayBuffer();
    expect(other.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('is not sent again to whoever has it', async () => {
    // Not with fetch, which asks for a fresh copy as soon as one sets this header oneself.
    const asking = httpGet(`${house.url}/api/sessions/${SESSION}/decks/${params.deck}/en`, { headers: { Cookie: 'who=ada', 'If-None-Match': `"${hash}"` } });
    const [response] = await once(asking, 'response') as [IncomingMessage];
    expect([response.statusCode, (await buffer(response)).length]).toEqual([304, 0]);
  });

  it.each([
    ['bytes=0-99', 0, 99],
    ['bytes=100-', 100, pdf.length - 1],
    ['bytes=-50', pdf.length - 50, pdf.length - 1],
    [`bytes=10-${pdf.length * 2}`, 10, pdf.length - 1],
  ])('comes in parts: %s', async (range, start, end) => {
    const { response, body } = await get('ada', { Range: range });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end}/${pdf.length}`);
    expect(response.headers.get('content-length')).toBe(String(end - start + 1));
    expect(body).toEqual(pdf.subarray(start, end + 1));
  });

  it('has no part behind its end', async () => {
    const { response } = await get('ada', { Range: `bytes=${pdf.length}-` });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe(`bytes */${pdf.length}`);
  });

  it.each(['bytes=0-1,5-6', 'lines=1-2', 'bytes=x'])('comes whole where a range means nothing here: %s', async (range) => {
    const { response, body } = await get('ada', { Range: range });
    expect([response.status, body.length]).toEqual([200, pdf.length]);
  });

  it('comes whole when the part is of another content', async () => {
    expect((await get('ada', { Range: 'bytes=0-9', 'If-Range': '"other"' })).response.status).toBe(200);
    expect((await get('ada', { Range: 'bytes=0-9', 'If-Range': `"${hash}"` })).response.status).toBe(206);
  });

  it.each([[undefined, 401], ['mallory', 404], ['wu', 403]])('is refused to %s, who is not inside', async (who, status) => {
    const { response, body } = await get(who);
    expect(response.status).toBe(status);
    expect(body.includes('%PDF')).toBe(false);
    expect(response.headers.get('content-type')).toContain('application/json');
  });

  it('is refused after removal and after a ban, also to who managed decks', async () => {
    await house.live.record({ type: 'participant.removed', data: { participant: 'ada', ban: false } });
    expect(await house.api('ada').refusal('deckFile', { params })).toBe('lobby.waiting');
    await house.live.record({ type: 'participant.removed', data: { participant: 'hana', ban: false } });
    expect(await house.api('hana').refusal('deckFile', { params })).toBe('participant.removed');
    await house.live.record({ type: 'participant.removed', data: { participant: 'ada', ban: true } });
    expect(await house.api('ada').refusal('deckFile', { params })).toBe('participant.banned');
  });

  it('is gone with the deck, and with the version', async () => {
    await house.live.record({ type: 'deck.versionRemoved', data: { deck: params.deck, language: 'en' } });
    expect(await house.api('ada').refusal('deckFile', { params })).toBe('deck.absent');
    await house.live.record({ type: 'deck.detached', data: { deck: params.deck } });
    expect(await house.api('ada').refusal('deckFile', { params })).toBe('deck.absent');
  });

  it.each(['..', '%2e%2e%2f%2e%2e', 'en/../../x', 'EN\0', '__proto__', 'constructor'])('knows no path: %s', async (language) => {
    expect(await house.api('ada').refusal('deckFile', { params: { ...params, language } })).toMatch(/^(deck\.absent|name\.unknown|payload\.invalid)$/);
    expect(await house.api('ada').refusal('deckFile', { params: { ...params, deck: language } })).toMatch(/^(deck\.absent|name\.unknown|payload\.invalid)$/);
  });

  it('survives a reader that goes away in the middle', async () => {
    const large = makePdf({ pages: 1, comment: 'x'.repeat(5_000_000) });
    const { deck } = await house.api('hana').call('createDeck', { params: { session: SESSION }, query: { title: 'Large', language: 'en' }, file: large });
    const stopping = new AbortController();
    const response = await fetch(`${house.url}/api/sessions/${SESSION}/decks/${deck}/en`, { headers: { Cookie: 'who=ada' }, signal: stopping.signal });
    stopping.abort();
    await expect(response.arrayBuffer()).rejects.toThrow();
    expect((await get('ada')).response.status).toBe(200);
  });
});
