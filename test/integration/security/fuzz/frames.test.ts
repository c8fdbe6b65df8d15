import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { limits } from '../../../../protocol/limits.ts';
import type { LiveTestClient } from '../../../harness/liveClient.ts';
import { runs, seed } from './arbitrary.ts';
import { FuzzHouse } from './house.ts';

let house: FuzzHouse;
let session = '';
let bystander: LiveTestClient;
beforeAll(async () => {
  house = await FuzzHouse.open();
  session = await house.session();
  bystander = await house.server.connect(house.host.cookie, await house.server.session(house.host));
});
afterAll(() => house.close());

async function allIsWell(): Promise<void> {
  await house.assertWell();
  const seq = await bystander.must('session.change', { title: `Still here ${randomUUID()}` });
  await bystander.untilSeq(seq);
}

const raws = Math.max(500, Math.round(runs * 2.5));
const headers = (): Record<string, string> => ({ Origin: new URL(house.server.url).origin, Cookie: house.actor.cookie });
const join = JSON.stringify(['request', { name: 'session.join', payload: { protocol: limits.protocolVersion, instance: randomUUID(), media: false, knock: true } }]);

/** Says something over a plain WebSocket and waits until the server has read it, or has hung up. */
function say(frames: readonly (string | Buffer)[], query = 'EIO=4&transport=websocket'): Promise<void> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${house.server.url.replace('http', 'ws')}/socket.io/?${query}`, { headers: headers() });
    socket.on('open', () => {
      for (const frame of frames) socket.send(frame);
      socket.ping();
    });
    socket.on('pong', () => socket.terminate());
    socket.on('close', () => resolve());
    // Refused before it was opened.
    socket.on('error', () => resolve());
  });
}

const nested = fc.integer({ min: 100, max: 20_000 }).chain((depth) => fc.constantFrom(['[', ']'], ['{"a":', '}'], ['[', ''], ['{"a":[', '']).map(
  ([open, close]) => `${open!.repeat(depth)}1${close!.repeat(depth)}`.slice(0, limits.frameBytes - 2_000),
));
const json = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)), nested, fc.string({ maxLength: 50 }),
  fc.constantFrom('', '{', '[', '"', '{"__proto__":{"a":1}}', '["command",{"__proto__":null}]', '["error"]', '["disconnect"]', '["disconnecting"]', '["connect"]', '["newListener",{}]',
    '[1]', '[null]', '[{}]', '["command"', '[[["command"]]]', '{"length":1e9}', '1e999', '\u0000', '[{"_placeholder":true,"num":0}]', '["command",{"_placeholder":true,"num":-1}]',
    '["command",{"_placeholder":true,"num":1e9}]', `["command",{"id":"${randomUUID()}","name":"media.publish","payload":${'['.repeat(9_000)}${']'.repeat(9_000)}}]`),
);
/** Engine.IO's packet type, Socket.IO's, how many attachments it announces, its namespace, its number, its data. */
const packet = fc.tuple(
  fc.constantFrom('0', '1', '2', '3', '4', '4', '4', '4', '4', '5', '6', '7', 'b', ''), fc.constantFrom('0', '1', '2', '2', '2', '3', '4', '5', '5', '6', '7', '9', ''),
  fc.constantFrom('', '', '', '0-', '1-', '2-', '99999999999-', '-1-', '1e9-', 'x-'), fc.constantFrom('', '', '', '/,', '/admin,', '/__proto__,', '/../,', '/x?token=y,'),
  fc.constantFrom('', '', '0', '7', '99999999999999999999', '-1', '1.5'), json,
).map((parts) => parts.join(''));
const frame: fc.Arbitrary<string | Buffer> = fc.oneof(
  { weight: 8, arbitrary: packet }, { weight: 1, arbitrary: fc.string({ maxLength: 200 }) },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
);
const prologues = fc.constantFrom<readonly string[]>([], [], ['open'], ['open', 'join'], ['open', 'join']).map((names) =>
  names.map((name) => name === 'open' ? `40${JSON.stringify({ session })}` : `420${join}`));

test(`${raws} connections that say anything at all over a WebSocket`, async () => {
  let busy: Promise<void>[] = [];
  await fc.assert(fc.asyncProperty(prologues, fc.array(frame, { minLength: 1, maxLength: 6 }), async (prologue, frames) => {
    busy.push(say([...prologue, ...frames]));
    // Several at once, as they would come.
    if (busy.length < 10) return;
    await Promise.all(busy);
    busy = [];
  }), { numRuns: raws, seed });
  await Promise.all(busy);
  await allIsWell();
});

test('a handshake with anything in its query', async () => {
  const values = fc.oneof(fc.constantFrom('', '3', '4', '5', '-1', '1e9', 'x', 'websocket', 'polling', 'webtransport', '__proto__', 'a'.repeat(5_000)), fc.string({ maxLength: 20 }));
  const query = fc.dictionary(fc.constantFrom('EIO', 'transport', 'sid', 'b64', 't', 'session', '__proto__', 'constructor'), values)
    .map((given) => new URLSearchParams(given).toString());
  await fc.assert(fc.asyncProperty(query, fc.boolean(), fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'), async (given, isSocket, method) => {
    if (isSocket) return say([], given);
    const answer = await fetch(`${house.server.url}/socket.io/?${given}`, { method, headers: headers(), ...(method === 'POST' ? { body: 'x' } : {}), signal: AbortSignal.timeout(20_000) });
    await answer.arrayBuffer();
    expect(answer.status).toBeLessThan(500);
  }), { numRuns: Math.min(runs, 500), seed });
  await allIsWell();
});

test('bodies of every kind over long polling', async () => {
  const separator = '\u001e';
  const bodies = fc.oneof(
    fc.array(packet, { minLength: 1, maxLength: 5 }).map((packets) => packets.join(separator)), fc.string(), fc.constant('b////'), fc.constant(separator.repeat(50_000)),
    fc.constant('4'.repeat(limits.frameBytes + 1)), fc.constant(`42["command",${'['.repeat(30_000)}`),
  );
  const types = fc.constantFrom('text/plain', 'application/octet-stream', 'application/json', 'multipart/form-data', '');
  await fc.assert(fc.asyncProperty(bodies, types, async (body, type) => {
    const url = `${house.server.url}/socket.io/?EIO=4&transport=polling`;
    const opened = await (await fetch(url, { headers: headers() })).text();
    const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
    const answer = await fetch(`${url}&sid=${sid}`, { method: 'POST', headers: { ...headers(), 'Content-Type': type }, body });
    await answer.arrayBuffer();
    expect(answer.status).toBeLessThan(500);
  }), { numRuns: Math.min(runs, 500), seed });
  await allIsWell();
});

test('somebody who opens connections and says nothing, or half a word, holds nobody up', async () => {
  const halfway = Array.from({ length: 200 }, () => new WebSocket(`${house.server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, { headers: headers() }));
  await Promise.all(halfway.map((socket) => new Promise((resolve) => socket.on('open', resolve).on('error', resolve))));
  for (const socket of halfway.slice(0, 100)) socket.send('451-["command",{"_placeholder":true,"num":0}]');
  await allIsWell();
  for (const socket of halfway) socket.terminate();
  await allIsWell();
});
