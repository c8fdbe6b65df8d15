import { afterEach, expect, test, vi } from 'vitest';
import { address } from '../../../client/app/address.ts';
import { answer, api, call, onSignedOut } from '../../../client/app/api.ts';
import { safeNext, signInPath } from '../../../client/app/paths.ts';
import { ProblemError, problemOf } from '../../../client/app/problem.ts';
import { reference } from '../../../client/app/reference.ts';
import { errorCodes } from '../../../protocol/errors.ts';
import type { Known } from '../../../client/app/api.ts';
import type { ErrorCode } from '../../../protocol/errors.ts';
import type { RouteReply } from '../../../protocol/routes/table.ts';
import { routePaths } from '../../../protocol/routes/paths.ts';
import { routeNames, routeRow } from '../../../protocol/routes/table.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  onSignedOut(() => {});
});

function respond(status: number, body: string): ReturnType<typeof vi.fn<typeof fetch>> {
  const fetched = vi.fn<typeof fetch>(async () => new Response(status === 204 ? null : body, { status }));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

test('every row of the table is where the paths say', () => {
  expect(Object.keys(routePaths).toSorted()).toEqual([...routeNames].toSorted());
  for (const name of routeNames) {
    const { method, path } = routeRow(name);
    expect({ name, method, path }).toEqual({ name, ...routePaths[name] });
  }
});

test('an address holds its parameters encoded, and only the queries that are given', () => {
  expect(address('calendar', { session: 'a/b c' })).toBe('/api/sessions/a%2Fb%20c/calendar.ics');
  expect(address('deckFile', { session: 's', deck: 'd', language: 'zh-Hans' })).toBe('/api/sessions/s/decks/d/zh-Hans');
  expect(address('directory', {}, { q: 'Zoë & Co', none: undefined })).toBe('/api/directory?q=Zo%C3%AB+%26+Co');
});

test('a call sends the body as JSON with the method of its row, and answers the value', async () => {
  const fetched = respond(200, '{"demo":false,"version":"1"}');
  await expect(api('signIn', { body: { email: 'a@b.example', password: 'x' } })).resolves.toEqual({ ok: true, value: { demo: false, version: '1' } });
  const [url, init] = fetched.mock.calls[0]!;
  expect(url).toBe('/api/sign-in');
  expect(init).toMatchObject({ method: 'POST', body: '{"email":"a@b.example","password":"x"}', credentials: 'same-origin' });
});

test('what the caller has is not sent again while the server says that it holds, and only to who has it', async () => {
  const fetched = vi.fn<typeof fetch>();
  vi.stubGlobal('fetch', fetched);
  const input = { params: { session: 's' } };
  const asked = (): string | null => new Headers(fetched.mock.lastCall![1]!.headers).get('if-none-match');
  const nothing: Known<never> = { tag: undefined, value: undefined };
  fetched.mockResolvedValueOnce(new Response('{"you":"ann"}', { headers: { etag: 'W/"7"' } }));
  expect(await call('visit', input, undefined, nothing)).toEqual({ ok: true, value: { you: 'ann' } });
  expect([asked(), nothing.tag]).toEqual([null, 'W/"7"']);
  const known = { tag: nothing.tag, value: { you: 'ann' } as RouteReply<'visit'> };
  fetched.mockResolvedValueOnce(new Response(null, { status: 304 }));
  const same = await call('visit', input, undefined, known);
  expect(same.ok && same.value).toBe(known.value);
  expect(asked()).toBe('W/"7"');
  fetched.mockResolvedValueOnce(new Response('{"you":"bo"}', { headers: { etag: 'W/"8"' } }));
  expect(await call('visit', input, undefined, known)).toEqual({ ok: true, value: { you: 'bo' } });
  expect(known.tag).toBe('W/"8"');
});

test('an answer without a body is a value', async () => {
  respond(204, '');
  await expect(api('signOut')).resolves.toEqual({ ok: true, value: undefined });
});

test.each(Object.entries(errorCodes))('the refusal %s comes as a value', (code, status) => {
  expect(answer(status, JSON.stringify({ error: { code, detail: 'name' } }))).toEqual({ ok: false, error: { code: code as ErrorCode, detail: 'name' } });
});

test('what is no refusal of the table is told by its status', () => {
  expect(answer(500, '<html>')).toEqual({ ok: false, error: { code: 'server.fault' } });
  expect(answer(502, 'Bad gateway')).toEqual({ ok: false, error: { code: 'server.stopping' } });
  expect(answer(404, '{"error":{"code":"new.code"}}')).toEqual({ ok: false, error: { code: 'client.outdated', detail: 'new.code' } });
  expect(answer(400, '{"error":{"code":"toString"}}')).toEqual({ ok: false, error: { code: 'client.outdated', detail: 'toString' } });
  expect(answer(200, '<!doctype html>')).toEqual({ ok: false, error: { code: 'client.outdated' } });
});

test('a server that is out of reach, and a call that is stopped, are values too', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
  await expect(api('me')).resolves.toEqual({ ok: false, error: { code: 'client.offline' } });
  const stop = new AbortController();
  stop.abort();
  await expect(call('me', undefined, stop.signal)).resolves.toEqual({ ok: false, error: { code: 'client.stopped' } });
});

test('whoever is no longer signed in is noticed at once', () => {
  const noticed = vi.fn();
  onSignedOut(noticed);
  answer(403, '{"error":{"code":"permission.denied"}}');
  expect(noticed).not.toHaveBeenCalled();
  answer(401, '{"error":{"code":"identity.required"}}');
  expect(noticed).toHaveBeenCalledOnce();
});

test('a problem is found in whatever was thrown', () => {
  expect(problemOf(new ProblemError({ code: 'session.full' }))).toEqual({ code: 'session.full' });
  expect(problemOf(new TypeError('Failed to fetch dynamically imported module: /assets/x.js'))).toEqual({ code: 'client.outdated' });
  expect(problemOf(new RangeError('x'))).toEqual({ code: 'client.fault', detail: 'RangeError' });
  expect(problemOf('text')).toEqual({ code: 'client.fault', detail: 'string' });
});

test('the same fault has the same reference, whatever numbers are in it', () => {
  const fault = (text: string): Error => Object.assign(new Error(text), { stack: 'Error\n    at draw (app.js:1:2)' });
  expect(reference(fault('item 12 is absent'))).toBe(reference(fault('item 7 is absent')));
  expect(reference(fault('item 12 is absent'))).not.toBe(reference(fault('no room')));
  expect(reference(undefined)).toMatch(/^[0-9A-F]{6}$/u);
});

test.each([
  ['/sessions/1?x=2', '/sessions/1?x=2'], [null, '/'], ['https://evil.example', '/'], ['//evil.example', '/'], ['/\\evil.example', '/'],
  ['javascript:alert(1)', '/'], ['/sign-in?next=/', '/'],
])('after signing in, %s leads to %s', (next, to) => expect(safeNext(next)).toBe(to));

test('the sign-in page remembers where one wanted to go', () => {
  expect(signInPath('/')).toBe('/sign-in');
  expect(safeNext(new URL(signInPath('/room/1?a=b'), 'http://x').searchParams.get('next'))).toBe('/room/1?a=b');
});
