import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Health } from '../../../protocol/routes/operations.ts';
import { startTestServer } from '../../harness/server.ts';
import type { TestPerson, TestServer } from '../../harness/server.ts';

const TOKEN = 'a-token-for-the-monitor';
let server: TestServer;
let anna: TestPerson;
let session = '';

beforeAll(async () => {
  // One proxy in front, so that a test can come from elsewhere.
  server = await startTestServer({ METRICS_TOKEN: TOKEN, TRUSTED_PROXIES: '1', PUBLIC_URL: undefined });
  anna = await server.person('Anna Lind');
  session = await server.session(anna, [], { lobby: false });
});
afterAll(() => server.close());

const elsewhere = { 'X-Forwarded-For': '203.0.113.7' };

describe('/healthz', () => {
  test('tells anybody versions, workers and store', async () => {
    const answer = await server.api().raw('health', { headers: elsewhere });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toMatchObject({
      status: 'ok', version: '0.1.0', node: process.versions.node, mediasoup: '3.27.1', store: { state: 'ok', repairedBytes: 0, damagedLogs: 0 },
      workers: [{ alive: true, sessions: 0 }],
    });
  });

  test('answers 503 while a media worker is gone, and is well again by itself', async () => {
    // Its successor may be there before anybody asks; one that dies again and again waits for a while.
    await expect.poll(async () => {
      const answer = await server.api().raw('health');
      const { workers, status } = await answer.json() as Health;
      if (answer.status === 200 && workers[0]?.alive) process.kill(workers[0].pid, 'SIGKILL');
      return [answer.status, status];
    }, { timeout: 20_000, interval: 20 }).toEqual([503, 'degraded']);
    await expect.poll(async () => (await server.api().raw('health')).status, { timeout: 30_000, interval: 100 }).toBe(200);
  });
});

describe('/metrics', () => {
  test('is for this machine or the token', async () => {
    const status = async (headers: Record<string, string>) => (await server.api().raw('metrics', { headers })).status;
    expect(await status({})).toBe(200);
    expect(await status(elsewhere)).toBe(403);
    expect(await status({ ...elsewhere, Authorization: `Bearer ${TOKEN}` })).toBe(200);
    expect(await status({ ...elsewhere, Authorization: `Bearer ${TOKEN}x` })).toBe(403);
    expect(await status({ 'X-Forwarded-For': '127.0.0.1, 203.0.113.7' })).toBe(403);
  });

  test('counts commands by outcome and requests by route, and names nobody', async () => {
    const client = await server.connect(anna.cookie, session);
    await client.must('chat.send', { text: 'a secret sentence' });
    await client.command('stage.page', { page: 1 });
    client.socket.emit('command', { id: randomUUID(), name: 'no"such\nname' as 'hand.raise', payload: {} }, () => undefined);
    await client.must('hand.raise', {});
    const answer = await server.api().raw('metrics');
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await answer.text();
    const line = (name: string) => text.split('\n').find((one) => one.startsWith(name));
    expect(line('gangway_frames_total{direction="command",name="chat.send",code="ok"}')).toMatch(/ 1$/);
    expect(line('gangway_frames_total{direction="command",name="stage.page",code="stage.notPresenter"}')).toMatch(/ 1$/);
    expect(line('gangway_frames_total{direction="command",name="unknown",code="name.unknown"}')).toMatch(/ 1$/);
    expect(line('gangway_frames_total{direction="request",name="session.join",code="ok"}')).toMatch(/ 1$/);
    expect(line('gangway_frame_seconds_count{direction="command"}')).toMatch(/ 4$/);
    expect(line('gangway_http_requests_total{route="createSession",status="200"}')).toMatch(/ 1$/);
    expect(line('gangway_connections')).toMatch(/ 1$/);
    expect(line('gangway_sessions_open')).toMatch(/ 1$/);
    expect(line('gangway_media_workers')).toMatch(/ 1$/);
    expect(line('gangway_event_loop_delay_seconds{quantile="0.99"}')).toMatch(/ [0-9.e-]+$/);
    for (const secret of [anna.id, anna.name, session, 'a secret sentence', 'no"such']) expect(text).not.toContain(secret);
    client.close();
  });

  test('of two servers in one process count apart', async () => {
    const other = await startTestServer();
    expect(await (await other.api().raw('metrics')).text()).not.toContain('name="chat.send"');
    await other.close();
  });
});

test('every answer carries the headers that keep pages apart', async () => {
  for (const name of ['health', 'me', 'demoPeople'] as const) {
    const { headers } = await server.api().raw(name);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe-inline|'unsafe-eval'/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
  }
});
