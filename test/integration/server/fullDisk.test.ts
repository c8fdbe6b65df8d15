import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { apiOf, cookieOf } from '../../harness/api.ts';
import { LiveTestClient } from '../../harness/liveClient.ts';
import { ServerProcess } from '../../harness/process.ts';
import { PASSWORD, temporaryDirectory, tokenOf } from '../../harness/server.ts';

let directory = '';
let server: ServerProcess;
beforeEach(async () => {
  directory = await temporaryDirectory();
  server = new ServerProcess(directory);
});
afterEach(async () => {
  await server.end();
  await rm(directory, { recursive: true, force: true });
});

/** No file of the server may grow past this from now on, as on a disk without space. */
async function limitFiles(bytes: number | 'unlimited'): Promise<void> {
  await promisify(execFile)('prlimit', ['--pid', String(server.pid), `--fsize=${bytes}:unlimited`]);
}

async function join(url: string, cookie: string, session: string): Promise<LiveTestClient> {
  const client = new LiveTestClient(url, cookie, session);
  await client.connect();
  expect((await client.join()).ok).toBe(true);
  return client;
}

test('on a full disk everybody is told, what stands goes on, and nothing that was acknowledged is lost', async () => {
  const url = await server.ready();
  const cookie = cookieOf(await apiOf(url).raw('completeSetup', {
    params: { token: tokenOf(server.link) },
    body: {
      password: PASSWORD, person: { name: 'Ada', email: 'ada@customs.example', language: 'en', zone: 'UTC' },
      administration: { name: 'Customs', country: 'NO', languages: ['en'] },
    },
  }));
  const api = apiOf(url, cookie);
  const body = {
    kind: 'plain' as const, title: 'A session', languages: ['en'], startsAt: Date.now(), endsAt: Date.now() + 3_600_000, zone: 'UTC', lobby: true, participants: [],
  };
  const session = (await api.call('createSession', { body })).summary.info.id;
  const client = await join(url, cookie, session);
  await client.must('chat.send', { text: 'before' });

  await limitFiles(1);
  const id = randomUUID();
  expect(await client.command('chat.send', { text: 'too much' }, id)).toEqual({ ok: false, error: { code: 'store.full' } });
  expect(await client.command('hand.raise', {})).toEqual({ ok: false, error: { code: 'store.full' } });
  expect(await api.refusal('createSession', { body })).toBe('store.full');
  const invitation = { label: 'Broker', role: 'attendee' as const, expiresAt: Date.now() + 3_600_000 };
  expect(await api.refusal('createInvitation', { params: { session }, body: invitation })).toBe('store.full');
  const health = await apiOf(url).raw('health');
  expect([health.status, await health.json()]).toMatchObject([503, { status: 'degraded', store: { state: 'full' } }]);
  // What was there can still be read, and what is not remembered still goes.
  expect((await api.call('session', { params: { session } })).summary.info.title).toBe('A session');
  expect((await api.call('sessions')).sessions).toHaveLength(1);
  expect(client.state.hands).toEqual([]);

  await limitFiles('unlimited');
  // The same command again is done now, once.
  const again = await client.command('chat.send', { text: 'too much' }, id);
  expect(again.ok).toBe(true);
  const seq = await client.must('chat.send', { text: 'after' });
  await client.untilSeq(seq);
  expect(client.state.chat['room:floor']?.map((one) => one.text)).toEqual(['before', 'too much', 'after']);
  await api.call('createInvitation', { params: { session }, body: invitation });
  await expect.poll(async () => (await apiOf(url).raw('health')).status).toBe(200);
  client.close();

  server.kill('SIGKILL');
  await server.exited;
  server = new ServerProcess(directory, { PORT: new URL(url).port });
  await server.ready();
  const back = await join(url, cookie, session);
  expect(back.state.chat['room:floor']?.map((one) => one.text)).toEqual(['before', 'too much', 'after']);
  expect((await apiOf(url).call('health')).store.damagedLogs).toBe(0);
  expect((await api.call('sessions')).sessions).toHaveLength(1);
  back.close();
});
