import { createServer, request } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveClient } from '../../../server/http/static.ts';

let directory = '';
let server: Server;
let url = '';
const hidden = 'these words are outside of the client';
const script = 'console.log("a script that is long enough to pack");';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gangway-client-'));
  await writeFile(join(directory, '..', 'gangway-secret.txt'), hidden);
  const root = join(directory, 'client');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), '<!doctype html><title>page</title>');
  await writeFile(join(root, 'assets', 'main-abc.js'), script);
  await writeFile(join(root, 'assets', 'main-abc.js.br'), brotliCompressSync(script));
  await writeFile(join(directory, 'secret.txt'), hidden);
  const app = express();
  app.use(await serveClient(root));
  app.use(((error, _request, response, _next) => void response.status(404).end(String(error.message))) as express.ErrorRequestHandler);
  server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await rm(directory, { recursive: true });
  await rm(join(directory, '..', 'gangway-secret.txt'));
});

/** The path goes out as it is written here; fetch would tidy it up. */
function get(path: string, headers: Record<string, string> = {}): Promise<{ answer: IncomingMessage; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request(`${url}/`, { path, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ answer, body: Buffer.concat(parts) }));
    }).on('error', reject).end();
  });
}

test('a page of the client is index.html and never kept', async () => {
  for (const path of ['/', '/sessions/abc', '/people?x=1']) {
    const { answer, body } = await get(path, { Accept: 'text/html,*/*;q=0.8' });
    expect([path, answer.statusCode, answer.headers['cache-control']]).toEqual([path, 200, 'no-cache']);
    expect(body.toString()).toContain('<title>page</title>');
  }
});

test('the page of an invitation is one, although its link holds dots', async () => {
  const { answer } = await get(`/invitation/${'x'.repeat(40)}.${'y'.repeat(60)}.${'z'.repeat(43)}`, { Accept: 'text/html' });
  expect(answer.statusCode).toBe(200);
});

test('a hashed asset is kept for good, packed where the browser takes it', async () => {
  const packed = await get('/assets/main-abc.js', { 'Accept-Encoding': 'gzip, br' });
  expect(packed.answer.headers).toMatchObject({
    'content-encoding': 'br', 'cache-control': 'public, max-age=31536000, immutable', 'content-type': 'text/javascript; charset=utf-8', vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
  });
  expect(brotliDecompressSync(packed.body).toString()).toBe(script);
  const plain = await get('/assets/main-abc.js', { 'Accept-Encoding': 'identity' });
  expect(plain.answer.headers['content-encoding']).toBeUndefined();
  expect(plain.body.toString()).toBe(script);
});

test('what the browser has already is not sent again', async () => {
  const { answer } = await get('/assets/main-abc.js');
  expect((await get('/assets/main-abc.js', { 'If-None-Match': answer.headers.etag! })).answer.statusCode).toBe(304);
});

test('an unknown file is not found, also for a browser that would take a page', async () => {
  for (const path of ['/assets/gone.js', '/favicon.ico', '/assets/main-abc.js.map']) {
    expect((await get(path, { Accept: 'text/html,*/*' })).answer.statusCode).toBe(404);
  }
  expect((await get('/data', { Accept: 'application/json' })).answer.statusCode).toBe(404);
});

test('nothing outside of the client can be reached', async () => {
  const ways = [
    '/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets/../../secret.txt', '/assets/..%5c..%5csecret.txt', '/%00secret.txt',
    '/..%252fsecret.txt', '//secret.txt', '/./../secret.txt', '/%c0%ae%c0%ae/secret.txt', '/assets/%2e%2e%2f%2e%2e%2fsecret.txt', '/ASSETS/main-abc.JS',
  ];
  for (const path of ways) {
    const { answer, body } = await get(path, { Accept: '*/*' });
    expect([path, answer.statusCode]).toEqual([path, 404]);
    expect(body.toString()).not.toContain(hidden);
  }
});
