import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { routeNames, routeRow } from '../../../protocol/routes/table.ts';
import { startTestServer } from '../../harness/server.ts';
import type { TestPerson, TestServer } from '../../harness/server.ts';

let server: TestServer;
let anna: TestPerson;
let session = '';
beforeAll(async () => {
  server = await startTestServer();
  anna = await server.person('Anna Lind');
  session = await server.session(anna);
});
afterAll(() => server.close());

/** What a page of somebody else could make a browser send, and what no browser sends. `own` stands for this server's origin. */
const strangers = (own: string): Readonly<Record<string, Record<string, string>>> => {
  const { host, hostname, port } = new URL(own);
  const evil = 'https://evil.example';
  return {
    'another site': { Origin: evil },
    'another port': { Origin: `http://${hostname}:${Number(port) + 1}` },
    'another protocol': { Origin: `https://${host}` },
    'a name that begins like ours': { Origin: `http://${host}.evil.example` },
    'a name that ends like ours': { Origin: `http://evil-${host}` },
    'ours with somebody in front': { Origin: `http://${host}@evil.example` },
    'a sandboxed page or a file': { Origin: 'null' },
    'an empty origin': { Origin: '' },
    'two origins': { Origin: `${own}, ${evil}` },
    'no origin at all': {},
    'no origin, from another site': { 'Sec-Fetch-Site': 'cross-site' },
    'no origin, from another host of the same site': { 'Sec-Fetch-Site': 'same-site' },
    'no origin, typed by hand': { 'Sec-Fetch-Site': 'none' },
    'a forwarded host': { Origin: evil, 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' },
    'a forwarding in the standard form': { Origin: evil, Forwarded: 'host=evil.example;proto=https' },
    'a forwarded protocol': { Origin: `https://${host}`, 'X-Forwarded-Proto': 'https' },
    'an original host': { Origin: evil, 'X-Original-Host': 'evil.example', 'X-Host': 'evil.example' },
  };
};
const names = Object.keys(strangers('http://127.0.0.1:1'));

/** The status of a handshake over a WebSocket; 101 when it was taken. */
function upgrade(headers: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, { headers: { Cookie: anna.cookie, ...headers } });
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => resolve(0));
  });
}
/** fetch leaves `Origin` as it is given, and adds none. */
const poll = (headers: Record<string, string>) => fetch(`${server.url}/socket.io/?EIO=4&transport=polling`, { headers: { Cookie: anna.cookie, ...headers } });

describe.each(names)('%s', (name) => {
  const headers = (): Record<string, string> => strangers(server.url)[name]!;

  test('opens no WebSocket', async () => {
    expect(await upgrade(headers())).toBe(400);
  });

  test('opens no long poll, and is shown nothing', async () => {
    const answer = await poll(headers());
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain('sid');
    expect([...answer.headers.keys()].filter((key) => key.startsWith('access-control'))).toEqual([]);
  });

  test('changes nothing over HTTP, by whatever route', async () => {
    for (const route of routeNames) {
      const { method, path } = routeRow(route);
      if (method === 'GET') continue;
      const answer = await fetch(`${server.url}${path.replaceAll(/:\w+/g, session)}`, { method, headers: { Cookie: anna.cookie, ...headers() } });
      expect([route, await answer.json()]).toEqual([route, { error: { code: 'origin.foreign' } }]);
    }
    expect(await anna.api.refusal('sessions')).toBeUndefined();
  });

  test('reads nothing: no answer is for the eyes of another site', async () => {
    for (const [method, path] of [['GET', '/api/me'], ['GET', '/api/sessions'], ['OPTIONS', '/api/sessions'], ['OPTIONS', '/api/sign-in'], ['GET', '/healthz'], ['GET', '/']] as const) {
      const answer = await fetch(`${server.url}${path}`, { method, headers: { Cookie: anna.cookie, 'Access-Control-Request-Method': 'POST', ...headers() } });
      await answer.arrayBuffer();
      expect([path, [...answer.headers.keys()].filter((key) => key.startsWith('access-control'))]).toEqual([path, []]);
      expect(answer.headers.get('cross-origin-resource-policy'), path).toBe('same-origin');
    }
  });
});

test('the own page may, by either transport', async () => {
  for (const headers of [{ Origin: server.url }, { 'Sec-Fetch-Site': 'same-origin' }] as Record<string, string>[]) {
    expect(await upgrade(headers)).toBe(101);
    expect((await poll(headers)).status).toBe(200);
  }
  const polling = io(server.url, { auth: { session }, transports: ['polling'], reconnection: false, forceNew: true, extraHeaders: { Origin: server.url, Cookie: anna.cookie } });
  await new Promise((resolve, reject) => polling.on('connect', () => resolve(undefined)).on('connect_error', reject));
  polling.close();
});

test('behind a proxy that was named, its word counts, and only its own', async () => {
  const proxied = await startTestServer({ TRUSTED_PROXIES: '1', PUBLIC_URL: 'https://gangway.example' });
  const status = async (headers: Record<string, string>) => (await fetch(`${proxied.url}/socket.io/?EIO=4&transport=polling`, { headers })).status;
  expect(await status({ Origin: 'https://gangway.example', 'X-Forwarded-Proto': 'https' })).toBe(200);
  expect(await status({ Origin: 'https://evil.example', 'X-Forwarded-Proto': 'https' })).toBe(403);
  expect(await status({ Origin: 'https://evil.example', Forwarded: 'host=evil.example' })).toBe(403);
  await proxied.close();
});

describe('the headers of every page', () => {
  test.each(['/', '/sessions/x', '/api/me', '/api/nowhere', '/healthz'])('%s', async (path) => {
    const { headers } = await fetch(`${server.url}${path}`);
    const policy = Object.fromEntries((headers.get('content-security-policy') ?? '').split(';').map((part) => part.trim().split(/\s+/)).map(([name, ...values]) => [name, values]));
    expect(policy['default-src']).toEqual(["'self'"]);
    expect(policy['frame-ancestors']).toEqual(["'none'"]);
    expect(policy['object-src']).toEqual(["'none'"]);
    expect(policy['base-uri']).toEqual(["'none'"]);
    expect(policy['form-action']).toEqual(["'self'"]);
    // What WebAssembly needs is no evaluation of text.
    expect(policy['script-src']).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(policy['style-src']).toEqual(["'self'"]);
    expect(JSON.stringify(policy)).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});
