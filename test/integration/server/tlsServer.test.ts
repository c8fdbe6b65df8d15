import { readFile } from 'node:fs/promises';
import { request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer } from '../../harness/server.ts';
import type { TestServer } from '../../harness/server.ts';

let server: TestServer;
let ca = '';
beforeAll(async () => {
  server = await startTestServer({ TLS_SELF_SIGNED: '1', DEMO: '1' });
  ca = await readFile(join(server.directory, 'tls', 'cert.pem'), 'utf8');
});
afterAll(() => server.close());

/** As a browser that was told to trust this certificate; its names are checked. */
function call(host: string, method: 'GET' | 'POST', path: string, body?: object, headers: Record<string, string> = {}): Promise<IncomingMessage & { body: string }> {
  return new Promise((resolve, reject) => {
    const all = { Origin: `https://${host}:${server.port}`, 'Content-Type': 'application/json', ...headers };
    request({ host, port: server.port, path, method, ca, headers: all, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve(Object.assign(answer, { body: Buffer.concat(parts).toString() })));
    }).on('error', reject).end(body && JSON.stringify(body));
  });
}

test('with a certificate of its own the server speaks TLS alone, under each of its names', async () => {
  expect(server.url).toMatch(/^https:/);
  for (const host of ['127.0.0.1', 'localhost']) expect((await call(host, 'GET', '/healthz')).statusCode).toBe(200);
  await expect(fetch(`http://127.0.0.1:${server.port}/healthz`)).rejects.toThrow();
  expect((await call('127.0.0.1', 'GET', '/healthz')).headers['strict-transport-security']).toMatch(/^max-age=/);
});

test('a sign-in\'s cookie travels over TLS alone and belongs to this host alone, and opens the live connection', async () => {
  const { people } = JSON.parse((await call('127.0.0.1', 'GET', '/api/demo')).body) as { people: { id: string }[] };
  expect((await call('127.0.0.1', 'POST', '/api/demo/sign-in', { person: people[0]!.id }, { Origin: `http://127.0.0.1:${server.port}` })).statusCode).toBe(403);
  const signedIn = await call('127.0.0.1', 'POST', '/api/demo/sign-in', { person: people[0]!.id });
  const [cookie] = signedIn.headers['set-cookie']!;
  expect(cookie).toMatch(/^__Host-gangway=/);
  for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(attribute);
  const sent = { Cookie: cookie!.split(';')[0]! };
  const { sessions } = JSON.parse((await call('127.0.0.1', 'GET', '/api/sessions', undefined, sent)).body) as { sessions: { info: { id: string } }[] };
  const socket = io(`https://127.0.0.1:${server.port}`, {
    auth: { session: sessions[0]!.info.id }, transports: ['websocket'], reconnection: false, ca,
    extraHeaders: { ...sent, Origin: `https://127.0.0.1:${server.port}` },
  });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  socket.disconnect();
});
