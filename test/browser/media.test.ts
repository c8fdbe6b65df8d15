import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestPerson } from '../harness/server.ts';
import { command, hears, incoming, local, moving, publications, set, transportIds, watch } from './media-page/acts.ts';
import { Scene } from './media-page/scene.ts';
import { buildMediaPage } from './media-page/serve.ts';

let servePage: Awaited<ReturnType<typeof buildMediaPage>>;
let scene: Scene;
let ann: TestPerson;
let bo: TestPerson;

beforeAll(async () => {
  servePage = await buildMediaPage();
});
beforeEach(async () => {
  scene = await Scene.open(servePage);
  ann = await scene.server.person('Ann');
  bo = await scene.server.person('Bo');
});
afterEach(() => scene.close());

describe('two pages', () => {
  test('see and hear each other', async () => {
    const session = await scene.server.session(ann, [[bo, 'attendee']], { lobby: false });
    const one = await scene.enter(ann, session, 'camera', 'microphone');
    const two = await scene.enter(bo, session, 'camera', 'microphone');
    await Promise.all([watch(one, bo.id, 'camera'), watch(two, ann.id, 'camera'), hears(one), hears(two)]);
    const { connection } = await two.evaluate(() => ({ connection: window.bench.engine.getSnapshot().connection }));
    expect(connection.state).toBe('connected');
    await expect.poll(() => two.evaluate(() => window.bench.engine.getSnapshot().connection.protocol)).toBe('udp');
    await two.waitForFunction((who) => window.bench.engine.getSnapshot().speaking.includes(who), ann.id);
  });

  test('muting silences at once, and a host can do it; the camera that is off sends nothing', async () => {
    const session = await scene.server.session(ann, [[bo, 'attendee']], { lobby: false });
    const one = await scene.enter(ann, session);
    const two = await scene.enter(bo, session, 'camera', 'microphone');
    await Promise.all([watch(one, bo.id, 'camera'), hears(one)]);
    await set(two, 'microphone', 'muted');
    expect(await publications(two)).toEqual(['camera', 'microphone paused']);
    // The server holds the stream back; the last packets may still be on their way.
    let before = -1;
    await expect.poll(async () => {
      const { packets } = await incoming(one, 'audio');
      const came = packets - before;
      before = packets;
      return came;
    }, { interval: 300 }).toBe(0);
    // The fake microphone beeps on, and the page still hears that.
    await two.waitForFunction(() => window.bench.engine.getSnapshot().speakingWhileMuted);
    await set(two, 'microphone', 'on');
    await hears(one);
    expect(await two.evaluate(() => window.bench.engine.getSnapshot().speakingWhileMuted)).toBe(false);

    await command(one, 'media.mute', { participant: bo.id, source: 'microphone' });
    await expect.poll(() => local(two, 'microphone')).toBe('muted');
    await command(one, 'media.mute', { participant: bo.id, source: 'camera' });
    await expect.poll(() => local(two, 'camera')).toBe('off');
    await expect.poll(() => publications(one)).toEqual(['microphone paused']);
    await set(two, 'microphone', 'on');
    await hears(one);
  });

  test('quick presses end where the last one pointed, with one stream a source', async () => {
    const session = await scene.server.session(ann, [[bo, 'attendee']], { lobby: false });
    const one = await scene.enter(ann, session);
    const two = await scene.enter(bo, session);
    await two.evaluate(async () => {
      const { engine } = window.bench;
      const presses = (['on', 'off', 'on', 'muted', 'on', 'off', 'on'] as const).flatMap((desire) =>
        [engine.set('microphone', desire), engine.set('camera', desire === 'muted' ? 'on' : desire)]);
      await Promise.all(presses);
    });
    expect(await publications(two)).toEqual(['camera', 'microphone']);
    await Promise.all([watch(one, bo.id, 'camera'), hears(one)]);
    await two.evaluate(async () => {
      await Promise.all((['muted', 'on', 'muted', 'on', 'off'] as const).map((desire) => window.bench.engine.set('microphone', desire)));
    });
    expect(await publications(two)).toEqual(['camera']);
  });

  test('moving to another room and back takes no new connection', async () => {
    const session = await scene.server.session(ann, [[bo, 'attendee']], { lobby: false });
    const one = await scene.enter(ann, session, 'camera', 'microphone');
    const two = await scene.enter(bo, session, 'camera', 'microphone');
    await Promise.all([watch(two, ann.id, 'camera'), hears(two)]);
    const before = await Promise.all([transportIds(one), transportIds(two)]);
    await command(one, 'room.create', { name: 'Group', mode: 'aside', members: [bo.id] });
    const room = await (await one.waitForFunction(() => Object.keys(window.bench.live.state()!.rooms).find((id) => id !== 'floor'))).jsonValue() ?? '';
    await command(two, 'room.enter', { room });
    await two.waitForFunction(() => Object.keys(window.bench.engine.getSnapshot().remote).length === 0);
    await one.waitForFunction(() => Object.keys(window.bench.engine.getSnapshot().remote).length === 0);
    await command(two, 'room.enter', { room: 'floor' });
    await Promise.all([hears(two), hears(one)]);
    await two.waitForFunction((who) => Object.values(window.bench.engine.getSnapshot().remote).some((stream) => stream.participant === who && stream.source === 'camera'), ann.id);
    expect(await Promise.all([transportIds(one), transportIds(two)])).toEqual(before);
  });

  test('what no tile shows is not received; small tiles get small pictures; sound alone on a switch', async () => {
    const session = await scene.server.session(ann, [[bo, 'attendee']], { lobby: false });
    await scene.enter(ann, session, 'camera', 'microphone');
    const two = await scene.enter(bo, session);
    await hears(two);
    // The first pictures are asked for before a room is drawn; where no tile comes to show them, they end.
    let before = -1;
    await expect.poll(async () => {
      const { packets } = await incoming(two, 'video');
      const more = packets - before;
      before = packets;
      return more;
    }, { interval: 1_000, timeout: 30_000 }).toBe(0);
    await watch(two, ann.id, 'camera');
    const width = (px: number) => two.evaluate((widthPx) => {
      const video = document.querySelector('video')!;
      const id = video.dataset['from']!;
      video.dispatchEvent(new Event('hide'));
      if (widthPx > 0) window.bench.show(id, widthPx).dataset['from'] = id;
    }, px);
    const pictureWidth = () => two.evaluate(() => document.querySelector('video')?.videoWidth ?? 0);
    await expect.poll(pictureWidth, { timeout: 20_000 }).toBe(320);
    await width(700);
    await expect.poll(pictureWidth, { timeout: 30_000 }).toBe(640);
    await two.evaluate(() => window.bench.engine.setAudioOnly(true));
    await two.waitForFunction(() => Object.values(window.bench.engine.getSnapshot().remote).some((stream) => stream.source === 'camera' && stream.held));
    await hears(two);
    await two.evaluate(() => window.bench.engine.setAudioOnly(false));
    await moving(two, await two.evaluate(() => document.querySelector('video')!.dataset['from']!));
  });

  test('a shared screen with its two sizes; a host can end it', async () => {
    const session = await scene.server.session(ann, [[bo, 'speaker']], { lobby: false });
    const one = await scene.enter(ann, session);
    const two = await scene.enter(bo, session);
    await set(two, 'screen', 'on');
    expect(await local(two, 'screen')).toBe('on');
    await watch(one, bo.id, 'screen');
    const size = () => one.evaluate(() => document.querySelector('video')!.videoWidth);
    const whole = await two.evaluate(() => {
      const screen = window.bench.engine.getSnapshot().local.screen;
      return 'track' in screen ? screen.track.getSettings().width! : 0;
    });
    await expect.poll(size, { timeout: 20_000 }).toBe(Math.floor(whole / 2));
    await one.evaluate(() => {
      const video = document.querySelector('video')!;
      const id = video.dataset['from']!;
      video.dispatchEvent(new Event('hide'));
      window.bench.show(id, 1_400).dataset['from'] = id;
    });
    await expect.poll(size, { timeout: 30_000 }).toBe(whole);
    await command(one, 'media.mute', { participant: bo.id, source: 'screen' });
    await expect.poll(() => local(two, 'screen')).toBe('off');
    await expect.poll(() => publications(one)).toEqual([]);
  });

  test('a role that may not send is told so, and its device is let go', async () => {
    const session = await scene.server.session(ann, [[bo, 'observer']], { lobby: false, kind: 'observation' });
    await scene.enter(ann, session);
    const two = await scene.enter(bo, session, 'camera');
    await expect.poll(() => local(two, 'camera')).toBe('blocked: refused');
    expect(await publications(two)).toEqual([]);
  });
});
