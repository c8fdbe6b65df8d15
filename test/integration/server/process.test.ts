import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { access, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SessionEvent } from '../../../protocol/live/event.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open.ts';
import { apiOf, cookieOf } from '../../harness/api.ts';
import type { Api } from '../../harness/api.ts';
import { LiveTestClient } from '../../harness/liveClient.ts';
import { ServerProcess } from '../../harness/process.ts';
import { PASSWORD, temporaryDirectory, tokenOf } from '../../harness/server.ts';
import type { Environment } from '../../harness/server.ts';

let directory = '';
const started: ServerProcess[] = [];
beforeEach(async () => {
  directory = await temporaryDirectory();
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((one) => one.end()));
  await rm(directory, { recursive: true, force: true });
});

function launch(overrides: Environment = {}): ServerProcess {
  const one = new ServerProcess(directory, overrides);
  started.push(one);
  return one;
}

/** The first administrator, and a session that they host. */
async function prepare(one: ServerProcess): Promise<{ url: string; cookie: string; api: Api; session: string; me: string }> {
  const url = await one.ready();
  const answer = await apiOf(url).raw('completeSetup', {
    params: { token: tokenOf(one.link) },
    body: {
      password: PASSWORD, person: { name: 'Ada', email: 'ada@customs.example', language: 'en', zone: 'UTC' },
      administration: { name: 'Customs', country: 'NO', languages: ['en'] },
    },
  });
  const cookie = cookieOf(answer);
  const api = apiOf(url, cookie);
  const made = await api.call('createSession', {
    body: { kind: 'plain', title: 'A session', languages: ['en'], startsAt: Date.now(), endsAt: Date.now() + 3_600_000, zone: 'UTC', lobby: true, participants: [] },
  });
  return { url, cookie, api, session: made.summary.info.id, me: made.summary.participant };
}

async function join(url: string, cookie: string, session: string): Promise<LiveTestClient> {
  const client = new LiveTestClient(url, cookie, session);
  await client.connect();
  const joined = await client.join();
  if (!joined.ok) throw new Error(joined.error.code);
  return client;
}

describe('a start', () => {
  test('prints the address and the one-time link, once; and no link when somebody can sign in', async () => {
    const first = launch();
    const { url } = await prepare(first);
    expect(first.output).toContain('makes the first administrator');
    expect(first.link.replace('localhost', '127.0.0.1')).toMatch(new RegExp(`^${url}/setup/`));
    first.kill('SIGTERM');
    await first.exited;
    const second = launch();
    await second.ready();
    expect(second.output).not.toContain('/setup/');
  });

  test('of the demonstration listens on this machine alone and says how to get in', async () => {
    const one = launch({ DEMO: '1', HOST: undefined });
    const url = await one.ready();
    expect(one.output).toContain('choose a person of the demonstration');
    expect(one.output).toContain('which ends the demonstration');
    expect(one.output).toContain('start the server again once it has ended');
    expect(one.link.replace('localhost', '127.0.0.1')).toMatch(new RegExp(`^${url}/setup/`));
    expect((await apiOf(url).call('me')).demo).toBe(true);
    // Everything in 127.0.0.0/8 is this machine: only a server that listens on every address answers there as well.
    await expect(fetch(url.replace('127.0.0.1', '127.0.0.2'))).rejects.toThrow('fetch failed');
  });

  test('of a real installation listens on every address', async () => {
    const url = await launch({ HOST: undefined }).ready();
    expect((await fetch(`${url.replace('127.0.0.1', '127.0.0.2')}/healthz`)).status).toBe(200);
  });

  test('with wrong settings names each of them, and ends with code 2', async () => {
    const one = launch({ PORT: '70000', MEDIA_WORKERS: 'many', PUBLIC_URL: 'ftp://x', METRICS_TOKEN: 'short' });
    expect(await one.exited).toEqual({ code: 2, signal: null });
    for (const name of ['PORT', 'MEDIA_WORKERS', 'PUBLIC_URL', 'METRICS_TOKEN']) expect(one.output).toMatch(new RegExp(`^ *${name}: `, 'm'));
    expect(one.output).not.toMatch(/\bat .*\.ts:\d+/);
  });

  test('with half of a pair of settings names the other half', async () => {
    const one = launch({ TLS_CERT: '/nowhere.pem', TURN_SECRET: 'a-secret-of-some-length' });
    expect(await one.exited).toEqual({ code: 2, signal: null });
    expect(one.output).toMatch(/^ *TLS_KEY: is needed with TLS_CERT/m);
    expect(one.output).toMatch(/^ *TURN_URLS: is needed with TURN_SECRET/m);
  });

  test('with a certificate that cannot be read names the setting', async () => {
    const one = launch({ TLS_CERT: '/nowhere/cert.pem', TLS_KEY: '/nowhere/key.pem' });
    expect(await one.exited).toEqual({ code: 2, signal: null });
    expect(one.output).toMatch(/^TLS_CERT: \/nowhere\/cert\.pem cannot be read$/m);
  });

  test('on a port that is taken names the port and the setting', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const one = launch({ PORT: String(port) });
    expect(await one.exited).toEqual({ code: 1, signal: null });
    expect(one.output).toContain(`Port ${port} of 127.0.0.1 is taken`);
    expect(one.output).toContain('PORT setting');
    expect(one.output).not.toMatch(/\bat .*\.ts:\d+/);
    await new Promise((resolve) => other.close(resolve));
    // It has let go of the directory.
    await (await openEmbeddedStore(directory)).close();
  });

  test('on a data directory that is in use names it and the setting, and harms nobody', async () => {
    const first = launch();
    const { api, session } = await prepare(first);
    const second = launch();
    expect(await second.exited).toEqual({ code: 1, signal: null });
    expect(second.output).toContain(directory);
    expect(second.output).toContain('DATA_DIR');
    expect(second.output).toContain(String(first.pid));
    expect((await api.call('session', { params: { session } })).summary.info.title).toBe('A session');
  });

  test('without a media worker names the command that brings one', async () => {
    const one = launch({ MEDIASOUP_WORKER_BIN: '/nowhere/mediasoup-worker' });
    expect(await one.exited).toEqual({ code: 1, signal: null });
    expect(one.output).toContain('npm start');
    expect(one.output).toContain('/nowhere/mediasoup-worker');
    await (await openEmbeddedStore(directory)).close();
  });
});

describe('a stop', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('by %s tells everybody, ends with code 0, and leaves the directory in order', async (signal) => {
    const one = launch();
    const { url, cookie, session } = await prepare(one);
    const client = await join(url, cookie, session);
    one.kill(signal);
    expect(await client.gone()).toBe('server.stopping');
    expect(await one.exited).toEqual({ code: 0, signal: null });
    const store = await openEmbeddedStore(directory);
    expect(store.status()).toMatchObject({ state: 'ok', repairs: [] });
    await store.close();
    await expect(access(`/proc/${one.pid}`)).rejects.toThrow('ENOENT');
  });

  test('leaves no media worker behind', async () => {
    const one = launch();
    const url = await one.ready();
    const { workers } = await apiOf(url).call('health');
    expect(workers).toHaveLength(1);
    one.kill('SIGTERM');
    await one.exited;
    await expect(access(`/proc/${workers[0]!.pid}`)).rejects.toThrow('ENOENT');
  });
});

describe('kill -9', () => {
  test('loses nothing that was acknowledged, and everybody has their seat back', async () => {
    const first = launch();
    const { url, cookie, session, me } = await prepare(first);
    const client = await join(url, cookie, session);
    await client.must('session.start', {});
    await client.must('hand.raise', {});
    const acknowledged: { readonly id: string; readonly seq: number }[] = [];
    const sending = Array.from({ length: 200 }, async (_, index) => {
      const id = randomUUID();
      const done = await client.command('participant.language', { language: index % 2 === 0 ? 'fr' : 'en' }, id);
      if (done.ok) acknowledged.push({ id, seq: done.value.seq });
      if (acknowledged.length === 25) first.kill('SIGKILL');
    });
    await first.exited;
    client.close();
    void Promise.allSettled(sending);
    expect(acknowledged.length).toBeGreaterThanOrEqual(25);

    const second = launch({ PORT: new URL(url).port });
    await second.ready();
    const back = await join(url, cookie, session);
    expect(back.state.seq).toBeGreaterThanOrEqual(Math.max(...acknowledged.map((one) => one.seq)));
    expect(back.state.participants[me]).toMatchObject({ presence: 'in', connected: true });
    expect(back.state.session.phase).toBe('live');
    expect(back.state.hands.map((hand) => hand.participant)).toEqual([me]);
    // A retry of what was acknowledged is known by its id.
    const [known] = acknowledged;
    expect(await back.command('participant.language', { language: 'fr' }, known!.id)).toEqual({ ok: true, value: { seq: known!.seq } });
    back.close();
    second.kill('SIGTERM');
    await second.exited;

    const store = await openEmbeddedStore(directory);
    const events: SessionEvent[] = [];
    for await (const event of (await store.log<SessionEvent>(session)).read()) events.push(event);
    for (const { id, seq } of acknowledged) expect(events[seq - 1]).toMatchObject({ seq, command: id });
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
    expect(new Set(events.flatMap((event) => event.command ?? [])).size).toBe(events.filter((event) => event.command !== undefined).length);
    await store.close();
  });
});
