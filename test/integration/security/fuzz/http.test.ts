import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import fc from 'fast-check';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routeNames, routeRow } from '../../../../protocol/routes/table.ts';
import type { RouteName } from '../../../../protocol/routes/table.ts';
import { fitting, payloads, runs, seed } from './arbitrary.ts';
import { FuzzHouse, httpRefusal } from './house.ts';

let house: FuzzHouse;
let session = '';
/** Ends with what it asks for; another one has to be made then. */
const throwAway: readonly RouteName[] = ['signOut', 'signOutEverywhere'];
beforeAll(async () => {
  house = await FuzzHouse.open();
  session = await house.session();
});
afterAll(() => house.close());

interface Said {
  readonly method: string;
  /** As it stands on the line, however odd. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

let addresses = 0;
/** Past everything that would mend a path or a header before it is sent; each call from another address of this machine. */
function say({ method, path, headers, body }: Said): Promise<{ readonly status: number; readonly text: string }> {
  addresses += 1;
  const { hostname, port, origin } = new URL(house.server.url);
  return new Promise((resolve, reject) => {
    const sent = request({
      hostname, port, method, path, agent: false, localAddress: `127.${16 + Math.floor(addresses / 62_500)}.${Math.floor(addresses / 250) % 250}.${(addresses % 250) + 2}`,
      headers: { Origin: origin, Cookie: house.actor.cookie, ...headers },
    }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
      answer.on('error', reject);
    });
    // Cut off before all of a refused body was sent.
    sent.on('error', (error: NodeJS.ErrnoException) => ['EPIPE', 'ECONNRESET'].includes(error.code ?? '') ? resolve({ status: 0, text: '' }) : reject(error));
    sent.end(body);
  });
}

/** Whatever was asked: an answer of the route, or a refusal of the table; never a fault. */
function expectTyped({ status, text }: { readonly status: number; readonly text: string }): void {
  if (status === 0) return;
  expect(status, text).not.toBe(500);
  if (status < 400) return;
  // What Node itself refuses before the server sees it, and the file of a page that is not there.
  if (text === '' || !text.startsWith('{')) return expect([400, 404, 405, 431]).toContain(status);
  httpRefusal.parse(JSON.parse(text));
}

/** What stands in a path where an id should. */
const parts = fc.oneof(
  fc.constantFrom('x', '..', '.', '%2e%2e', '%2e%2e%2f%2e%2e%2fetc%2fpasswd', '..%5c..', '%00', '%ff', '%', '%zz', '__proto__', 'constructor', 'toString', '%F0%9F%98%80', 'a'.repeat(4_000), '$', '%20', '%0d%0aX:%20y', '*', '(a)', ':session', 'NaN'),
  fc.string({ maxLength: 30 }).map((text) => encodeURIComponent(text.toWellFormed())), fc.uuid(),
);
const pathOf = (pattern: string): fc.Arbitrary<string> => {
  const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name!);
  return fc.tuple(fc.array(parts, { minLength: names.length, maxLength: names.length }), fc.boolean()).map(([given, isReal]) => {
    let index = 0;
    return pattern.replaceAll(/:(\w+)/g, (_all, name: string) => {
      const part = given[index++]!;
      return name === 'session' && isReal ? session : part;
    });
  });
};
const queryText = fc.dictionary(fc.oneof(fc.constantFrom('title', 'language', 'q', 'v', '__proto__', 'constructor', 'a[b]', 'a[]', 'session'), fc.string({ maxLength: 8 })), fc.string({ maxLength: 40 }))
  .map((given) => new URLSearchParams(Object.entries(given).map(([key, value]) => [key.toWellFormed(), value.toWellFormed()])).toString());
const cookies = fc.constantFrom('gangway=x', 'gangway=;;;=', `gangway=${'a'.repeat(4_000)}`, '__proto__=1; gangway=%00', 'gangway=x; gangway=y; gangway_guest_x=z', '=; ; =;');
const someHeaders = fc.record({
  'Content-Type': fc.constantFrom('application/json', 'application/json; charset=utf-7', 'application/json; charset=x', 'text/plain', 'application/x-www-form-urlencoded', 'application/pdf', 'x'),
  'Content-Encoding': fc.constantFrom('gzip', 'br', 'x', 'identity'), Range: fc.constantFrom('bytes=0-', 'bytes=-1', 'bytes=9-1', 'bytes=0-0,1-1,2-2', 'bytes=99999999999999999999-', 'x'),
  'If-None-Match': fc.constantFrom('*', '"x"', 'W/"'), 'Accept-Language': fc.constantFrom('*', 'x'.repeat(100), 'en;q=9', '__proto__'), 'X-Forwarded-For': fc.constantFrom('127.0.0.1', 'x', '::'),
  Cookie: cookies,
}, { requiredKeys: [] });
const bodiesOf = (schema: z.ZodType | undefined): fc.Arbitrary<string | Buffer> => fc.oneof(
  { weight: 6, arbitrary: (schema ? payloads(schema) : fc.jsonValue({ maxDepth: 2 })).map((value) => JSON.stringify(value) ?? '') },
  { weight: 2, arbitrary: fc.constantFrom('', '{', 'null', '"x"', '[]', '{"__proto__":{"rank":"installation"}}', '{"a":1e999}', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, 'x'.repeat(300_000), '\uFEFF{}') },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
);
// Each password that fits is hashed, which is slow on purpose.
const slow: readonly RouteName[] = ['signIn', 'changePassword', 'completeSetup'];

describe('anything at all, said to the route', () => {
  test.each(routeNames.filter((name) => !throwAway.includes(name)))('%s', async (name) => {
    const row = routeRow(name);
    const said = fc.record({ path: pathOf(row.path), query: queryText, headers: someHeaders, body: bodiesOf(row.body) });
    await fc.assert(fc.asyncProperty(said, async ({ path, query, headers, body }) => {
      expectTyped(await say({ method: row.method, path: `${path}?${query}`, headers: row.method === 'GET' ? headers : { 'Content-Type': 'application/json', ...headers }, ...(row.method === 'GET' ? {} : { body }) }));
    }), { numRuns: slow.includes(name) ? Math.ceil(runs / 4) : runs, seed });
    await house.assertWell();
  });

  test.each(throwAway)('%s', async (name) => {
    const row = routeRow(name);
    await fc.assert(fc.asyncProperty(queryText, someHeaders, bodiesOf(row.body), async (query, headers, body) => {
      expectTyped(await say({ method: row.method, path: `${row.path}?${query}`, headers: { Cookie: 'gangway=x', ...headers }, body }));
    }), { numRuns: runs, seed });
    await house.assertWell();
  });

  test('that is none of the table', async () => {
    const path = fc.array(parts, { maxLength: 5 }).map((all) => `/${all.join('/')}`);
    const methods = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND', 'QUERY');
    await fc.assert(fc.asyncProperty(methods, fc.constantFrom('', '/api', '/api/sessions', '/assets', '/pdf'), path, queryText, someHeaders, async (method, root, rest, query, headers) => {
      expectTyped(await say({ method, path: `${root}${rest}?${query}`, headers }));
    }), { numRuns: runs, seed });
    await house.assertWell();
  });
});

test('what fits a schema and is full of names that objects inherit makes nobody anything', async () => {
  const { body } = routeRow('changePerson');
  const fits = fitting(z.toJSONSchema(body!, { io: 'input', unrepresentable: 'any' }));
  await fc.assert(fc.asyncProperty(fits, fc.constantFrom('__proto__', 'constructor', 'prototype'), async (value, key) => {
    const text = `{"${key}":{"rank":"installation"},${JSON.stringify(value).slice(1).replace(/^\}/, '"disabled":false}')}`;
    const answer = await say({ method: 'PATCH', path: `/api/people/${house.host.id}`, headers: { 'Content-Type': 'application/json' }, body: text });
    expect(answer).toEqual({ status: 400, text: expect.stringContaining('"code":"payload.invalid"') as string });
  }), { numRuns: Math.ceil(runs / 10), seed });
  const people = (await house.actor.api.call('people')).people;
  expect(people.find((one) => one.id === house.host.id)?.rank).toBe('member');
  expect(await house.server.api().refusal('session', { params: { session: randomUUID() } })).toBe('identity.required');
});
