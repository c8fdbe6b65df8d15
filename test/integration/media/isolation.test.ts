import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RequestInput } from '../../../protocol/table.ts';
import { Page, audio, code, plant, until, value, video } from './support.ts';
import type { Gathering } from './support.ts';

const dtlsParameters: RequestInput<'media.connect'>['dtlsParameters'] = {
  role: 'client', fingerprints: [{ algorithm: 'sha-256', value: Array.from({ length: 32 }, () => 'AB').join(':') }],
};

/** What somebody could know of others: the ids of their transports, streams and receptions. */
async function holdings(here: Gathering, who: string) {
  const page = here.page(who);
  await page.open();
  const { id: publication } = value(await page.publish('camera'));
  return { page, publication, send: page.offer.send.id, receive: page.offer.receive.id };
}

describe('ids of others open nothing', () => {
  test.each(['the same room', 'another room', 'another session', 'another page of the same person'])('of %s', async (where) => {
    const { session, media, connections } = await plant();
    const here = await session('s1', { ann: 'host', bo: 'speaker', cy: 'speaker' });
    const there = await session('s2', { ann: 'host', bo: 'speaker' });
    const mine = await holdings(here, 'bo');
    const others = where === 'another session' ? await holdings(there, 'bo') : await holdings(here, 'cy');
    let me: Page = mine.page;
    if (where === 'another room') {
      await here.command('ann', 'room.create', { name: 'Group', mode: 'aside', members: ['cy'] });
      await here.command('ann', 'room.move', { room: Object.keys(here.live.state.rooms).find((id) => id !== 'floor')!, participants: ['cy'] });
    }
    // A reception of the others, whose id then is tried too.
    await (where === 'another session' ? there : here).page('ann').open();
    const watcher = (where === 'another session' ? there : here).page('ann');
    const watched = where === 'another room' ? mine.publication : others.publication;
    const { consumers } = value(await watcher.receive(watched));
    const foreign = { send: others.send, receive: others.receive, publication: others.publication, consumer: consumers[0]!.id };
    if (where === 'another page of the same person') {
      me = new Page(media, connections, here.live, 'cy', 'looking');
      await me.open('test');
    }

    for (const transport of [foreign.send, foreign.receive]) {
      expect(code(await me.request('media.connect', { transport, dtlsParameters }))).toBe('media.absent');
      expect(code(await me.request('media.restart', { transport }))).toBe('media.absent');
      expect(code(await me.publish('camera', { transport }))).toBe('media.absent');
    }
    for (const change of [{ paused: false }, { close: true as const }, { keyFrame: true as const }, { layers: { spatial: 2 } }, { priority: 255 }]) {
      expect(code(await me.request('media.consumer', { consumer: foreign.consumer, ...change }))).toBe('media.absent');
    }
    const received = await me.receive(foreign.publication);
    if (where === 'the same room') expect(value(received).consumers, 'this one may be received').toHaveLength(1);
    else expect(received.ok ? received.value.consumers : []).toEqual([]);
    expect(code(await here.command('bo', 'media.pause', { publication: foreign.publication }))).toBe('media.absent');
    expect(code(await here.command('bo', 'media.close', { publication: foreign.publication }))).toBe('media.absent');
    // Untouched.
    expect(value(await watcher.receive(watched)).consumers[0]!.id).toBe(foreign.consumer);
  });
});

describe('the test before the door', () => {
  test('is for the one who makes it: nobody learns of it or receives it', async () => {
    const { session, media, connections } = await plant();
    const here = await session('s1', { ann: 'host', bo: 'attendee' });
    await here.page('ann').open();
    const looking = new Page(media, connections, here.live, 'bo', 'looking');
    expect(code(await looking.request('media.open', { purpose: 'session' }))).toBe('lobby.waiting');
    await looking.open('test');
    const { seq } = here.live.state;
    // A role that may not send a screen still tests its line with one.
    const { id } = value(await looking.publish('screen'));
    expect(here.live.state).toMatchObject({ seq, publications: {} });
    expect(value(await here.page('ann').receive(id)).consumers).toEqual([]);
    expect(code(await here.command('bo', 'media.pause', { publication: id }))).toBe('media.absent');
    expect(value(await looking.receive(id)).consumers).toMatchObject([{ publication: id }]);
    // What is sent in the session is not to be had from before the door.
    const said = value(await here.page('ann').publish('microphone')).id;
    const heard = await looking.receive(said);
    expect(heard.ok ? heard.value.consumers : heard.error.code).toBe('media.absent');
  });

  test('one page has one, a participant three, and a test beside the session leaves the session alone', async () => {
    const { session, media, connections } = await plant();
    const here = await session('s1', { ann: 'host' });
    await here.page('ann').open();
    const { id } = value(await here.page('ann').publish('microphone'));
    const seat = here.page('ann').offer;
    await here.page('ann').open('test');
    await here.page('ann').open('test');
    expect(await media.figures()).toMatchObject({ peers: 2 });
    for (let page = 0; page < 6; page += 1) await new Page(media, connections, here.live, 'ann', 'looking').open('test');
    expect(await media.figures()).toMatchObject({ peers: 4, sent: 1 });
    expect(here.live.state.publications[id]).toBeDefined();
    expect(code(await here.page('ann').request('media.restart', { transport: seat.send.id }))).toBe('ok');
  });

  test('ends when somebody is shown out', async () => {
    const { session, media, connections } = await plant();
    const here = await session('s1', { ann: 'host', bo: 'attendee' });
    await new Page(media, connections, here.live, 'bo', 'looking').open('test');
    await here.command('ann', 'participant.remove', { participant: 'bo', ban: true });
    await until(async () => (await media.figures()).sessions === 0);
  });
});

describe('parameters of the wrong make', () => {
  // Each of these leaves the request buffer of the whole worker unusable when it gets as far as the library.
  test.each([
    ['a bit rate that is no whole number', { ...video(), encodings: [{ rid: 'r0', maxBitrate: 1.5 }, { rid: 'r1' }] }],
    ['a header extension that nobody knows', { ...audio(), headerExtensions: [{ uri: 'urn:none', id: 1 }] }],
    ['a source number out of range', { ...audio(), encodings: [{ ssrc: 2 ** 40 }] }],
    ['a hundred encodings', { ...video(), encodings: Array.from({ length: 100 }, (_, index) => ({ rid: `r${index}` })) }],
    ['an object for a parameter', { ...audio(), codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2, parameters: { a: {} } }] }],
  ])('%s', async (_what, rtpParameters) => {
    const { session } = await plant();
    const here = await session('s1', { ann: 'host' });
    await here.page('ann').open();
    const source = rtpParameters.codecs[0]!.mimeType.startsWith('audio') ? 'microphone' : 'camera';
    expect(code(await here.page('ann').publish(source, { rtpParameters: rtpParameters as never }))).toBe('media.unsupported');
    expect(code(await here.page('ann').publish('microphone'))).toBe('ok');
  });

  test('whatever is sent, the worker lives and other sessions on it go on', async () => {
    const { session, media } = await plant();
    const here = await session('s1', { ann: 'host' });
    const bystander = await session('s2', { bo: 'host' });
    await bystander.page('bo').open();
    const page = here.page('ann');
    await page.open();
    const [{ pid } = { pid: 0 }] = media.status();
    const leaf = fc.oneof(fc.string({ maxLength: 20 }), fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(-1), fc.constant({}), fc.constant([]));
    /** A valid value with one leaf, anywhere, replaced. */
    const damaged = (whole: object) => fc.record({ pick: fc.nat(), leaf }).map((how) => replaceLeaf(whole, how.pick, how.leaf));
    await fc.assert(fc.asyncProperty(damaged(audio()), damaged(video()), damaged(dtlsParameters), damaged(page.offer.routerRtpCapabilities as object), async (sound, picture, dtls, capabilities) => {
      const answers = await Promise.all([
        page.publish('microphone', { rtpParameters: sound as never }), page.publish('camera', { rtpParameters: picture as never }),
        page.request('media.connect', { transport: page.offer.send.id, dtlsParameters: dtls as never }),
        page.request('media.receive', { publications: ['x'], rtpCapabilities: capabilities as never }),
      ]);
      for (const answer of answers) expect(code(answer)).toMatch(/^(?:ok|media\.unsupported|media\.limit|payload\.invalid)$/);
      expect(code(await bystander.page('bo').request('media.restart', { transport: bystander.page('bo').offer.send.id }))).toBe('ok');
    }), { numRuns: 300, seed: 3 });
    expect(media.status()).toMatchObject([{ pid, alive: true }]);
    expect(code(await bystander.page('bo').publish('microphone'))).toBe('ok');
  });
});

function replaceLeaf(whole: object, pick: number, leaf: unknown): unknown {
  const copy = structuredClone(whole) as Record<string, unknown>;
  const places: { holder: Record<string, unknown>; key: string }[] = [];
  const walk = (holder: Record<string, unknown>): void => {
    for (const [key, inner] of Object.entries(holder)) {
      places.push({ holder, key });
      if (typeof inner === 'object' && inner !== null) walk(inner as Record<string, unknown>);
    }
  };
  walk(copy);
  const { holder, key } = places[pick % places.length]!;
  holder[key] = leaf;
  return copy;
}
