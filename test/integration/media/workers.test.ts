import { expect, test } from 'vitest';
import { MediaStartError } from '../../../server/media/worker.ts';
import { code, plant, until, value } from './support.ts';

test('a worker that is killed is replaced at once; its sessions come back and others notice nothing', async () => {
  const { media, session } = await plant({ MEDIA_WORKERS: 2 });
  const hit = await session('s1', { ann: 'host', bo: 'attendee' });
  const spared = await session('s2', { cy: 'host', di: 'attendee' });
  for (const who of ['ann', 'bo']) await hit.page(who).open();
  for (const who of ['cy', 'di']) await spared.page(who).open();
  value(await hit.page('ann').publish('camera'));
  const other = value(await spared.page('cy').publish('camera')).id;
  const { consumers } = value(await spared.page('di').receive(other));
  const before = media.status();
  expect(before.map((one) => one.sessions), 'one session each').toEqual([1, 1]);

  // The first session went to the first worker.
  const { pid } = before[0]!;
  process.kill(pid, 'SIGKILL');
  await hit.page('ann').noticed('media.lost');
  await hit.page('bo').noticed('media.lost');
  await until(() => hit.published.length === 0);
  expect(hit.live.state.seq).toBeGreaterThan(0);
  expect(media.seats.kept('s1', 'ann', hit.page('ann').connection.instance)).toBe(false);
  expect(code(await hit.page('ann').request('media.restart', { transport: hit.page('ann').offer.send.id }))).toBe('media.absent');

  await hit.page('ann').open();
  await hit.page('bo').open();
  const again = value(await hit.page('ann').publish('camera')).id;
  expect(value(await hit.page('bo').receive(again)).consumers).toHaveLength(1);
  await until(() => media.status().every((one) => one.alive));
  expect(media.ready).toBe(true);
  expect(media.status().map((one) => one.pid)).not.toContain(pid);
  expect(media.status()[1]!.pid).toBe(before[1]!.pid);

  expect(spared.published).toEqual(['cy camera']);
  expect([...spared.page('cy').notices, ...spared.page('di').notices].map((notice) => notice.name)).not.toContain('media.lost');
  expect(value(await spared.page('di').receive(other)).consumers[0]!.id).toBe(consumers[0]!.id);
});

test('three deaths in a minute: the next start waits, and until then the installation is not ready', async () => {
  const { media, session } = await plant();
  const here = await session('s1', { ann: 'host' });
  for (let death = 1; death <= 3; death += 1) {
    await until(() => media.status()[0]!.alive);
    process.kill(media.status()[0]!.pid, 'SIGKILL');
    await until(() => !media.status()[0]!.alive);
  }
  await until(() => !media.ready);
  expect(code(await here.page('ann').request('media.open', { purpose: 'session' }))).toBe('media.unavailable');
  expect(await media.seats.offer(here.live, here.page('ann').connection)).toBeUndefined();
  await until(() => media.ready);
  await here.page('ann').open();
  expect((await media.figures()).restarts).toBe(3);
});

test('a missing program and a taken port are told with what mends them, and leave no process', async () => {
  await expect(plant({ MEDIASOUP_WORKER_BIN: '/nowhere/mediasoup-worker' })).rejects.toThrow(/\/nowhere\/mediasoup-worker.*npm start/s);
  await plant({ MEDIA_PORT: 41_900, MEDIA_WORKERS: 1 });
  const taken = plant({ MEDIA_PORT: 41_899, MEDIA_WORKERS: 2 });
  await expect(taken).rejects.toThrow(MediaStartError);
  await expect(taken).rejects.toThrow(/udp 127\.0\.0\.1:41900.*MEDIA_PORT/s);
});

test('with a TURN server every page gets a credential of its own that soon ends', async () => {
  const { session } = await plant({ TURN_URLS: 'turn:relay.example:3478,turns:relay.example:5349', TURN_SECRET: 'a-secret-of-the-relay' });
  const here = await session('s1', { ann: 'host' });
  const { iceServers } = await here.page('ann').open();
  expect(iceServers.map((one) => one.urls)).toEqual(['turn:relay.example:3478', 'turns:relay.example:5349']);
  const expires = Number(iceServers[0]!.username.split(':')[0]);
  expect(expires - Date.now() / 1000).toBeLessThanOrEqual(600);
});
