import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fetchPrebuilt } from '../../../tools/setup/prebuilt.mjs';

let directory = '';
let server: Server;
let base = '';
let answer: { status: number; body: Buffer | string } = { status: 404, body: '' };
const asked: string[] = [];

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'gangway-prebuilt-'));
  mkdirSync(join(directory, 'into'));
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(directory, { recursive: true });
});

/** An archive as it is published, of a program with the given text. */
function archive(program: string): Buffer {
  writeFileSync(join(directory, 'mediasoup-worker'), program);
  execFileSync('tar', ['-czf', join(directory, 'a.tgz'), '-C', directory, 'mediasoup-worker']);
  return readFileSync(join(directory, 'a.tgz'));
}

const fetchHere = (env = {}) => fetchPrebuilt('3.27.1', join(directory, 'into'), { MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL: base, ...env });

test('a published worker that runs here is taken', async () => {
  answer = { status: 200, body: archive('#!/bin/sh\nexit 41\n') };
  expect(await fetchHere()).toBe(join(directory, 'into', 'mediasoup-worker'));
  expect(asked.at(-1)).toMatch(/^\/3\.27\.1\/mediasoup-worker-3\.27\.1-/);
});

test('one that lacks a library of this machine is not', async () => {
  answer = { status: 200, body: archive('#!/bin/sh\nexit 127\n') };
  expect(await fetchHere()).toBeUndefined();
});

test.each([
  ['there is none for this machine', { status: 404, body: 'Not Found' }],
  ['a proxy answers with a page of its own', { status: 200, body: '<html>Access denied</html>' }],
  ['the archive is cut off', { status: 200, body: Buffer.from([0x1f, 0x8b, 8, 0]) }],
])('nothing is taken when %s', async (_, given) => {
  answer = given;
  expect(await fetchHere()).toBeUndefined();
});

test('nothing is asked for when the download is switched off', async () => {
  const before = asked.length;
  expect(await fetchHere({ MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD: 'true' })).toBeUndefined();
  expect(asked).toHaveLength(before);
});
