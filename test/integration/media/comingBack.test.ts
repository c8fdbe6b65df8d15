import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestServer } from '../../harness/server.ts';
import type { TestPerson, TestServer } from '../../harness/server.ts';
import { audio } from './support.ts';

let server: TestServer;
let ann: TestPerson;
let session: string;

beforeEach(async () => {
  server = await startTestServer();
  ann = await server.person('Ann');
  session = await server.session(ann, [], { lobby: false });
});
afterEach(() => server.close());

test('the join brings transports, and a page that comes back keeps them, also when its old connection still stood', async () => {
  const first = await server.connect(ann.cookie, session, { media: true });
  const { media } = first.joined!;
  const sent = await first.request('media.publish', {
    transport: media!.send.id, kind: 'audio', source: 'microphone', paused: false, rtpParameters: audio() as never,
  });
  expect(sent.ok).toBe(true);
  const again = await server.connect(ann.cookie, session, { media: true, instance: first.instance });
  expect(again.joined).toMatchObject({ mediaKept: true });
  expect(again.joined!.media).toBeUndefined();
  expect(await first.gone()).toBe('session.replaced');
  await first.closed();
  // The end of the old connection has been dealt with once the server answers another one.
  const third = await server.connect(ann.cookie, session, { media: true, instance: first.instance });
  expect(third.joined).toMatchObject({ mediaKept: true });
  expect((await third.request('media.restart', { transport: media!.send.id })).ok).toBe(true);
  expect(Object.values(third.state.publications).map((one) => one.source)).toEqual(['microphone']);
});

test('another page of the same person takes over with transports of its own, and what the first one sent is over', async () => {
  const first = await server.connect(ann.cookie, session, { media: true });
  const { send } = first.joined!.media!;
  await first.request('media.publish', { transport: send.id, kind: 'audio', source: 'microphone', paused: false, rtpParameters: audio() as never });
  const second = await server.connect(ann.cookie, session, { media: true });
  expect(second.joined).toMatchObject({ mediaKept: false });
  expect(second.joined!.media!.send.id).not.toBe(send.id);
  await second.until((client) => Object.keys(client.state.publications).length === 0);
  expect(await second.request('media.restart', { transport: send.id })).toMatchObject({ error: { code: 'media.absent' } });
});

test('who only looks gets no transports with the join, and no session media by asking', async () => {
  const looking = await server.connect(ann.cookie, session, { media: true, knock: false });
  expect(looking.joined!.media).toBeUndefined();
  expect(await looking.request('media.open', { purpose: 'session' })).toMatchObject({ ok: false });
  expect((await looking.request('media.open', { purpose: 'test' })).ok).toBe(true);
});
