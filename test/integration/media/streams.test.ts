import { describe, expect, test } from 'vitest';
import { Page, code, plant, until, value } from './support.ts';

describe('sending', () => {
  test('what is sent is in the log, and whoever is in the same room may receive it', async () => {
    const { session } = await plant();
    const here = await session('s1', { ann: 'host', bo: 'attendee' });
    await here.page('ann').open();
    await here.page('bo').open();
    const { id } = value(await here.page('ann').publish('microphone'));
    expect(here.live.state.publications[id]).toEqual({ id, participant: 'ann', source: 'microphone', channel: 'floor', paused: false });
    const first = value(await here.page('bo').receive(id)).consumers;
    expect(first).toMatchObject([{ publication: id, kind: 'audio', producerPaused: false }]);
    // Asked again after a lost reply: the same stream, not a second.
    expect(value(await here.page('bo').receive(id)).consumers[0]!.id).toBe(first[0]!.id);
    expect(value(await here.page('ann').receive(id)).consumers, 'nobody hears themselves').toEqual([]);
  });

  test('each source needs its own ability', async () => {
    const { session } = await plant();
    const here = await session('s1', { ann: 'hostLead', sam: 'operatorStaff', fay: 'fieldCamera', olu: 'observer' }, 'observation');
    const sources = ['microphone', 'camera', 'document', 'screen', 'screenAudio'] as const;
    const allowed: Record<string, readonly string[]> = {
      ann: sources, sam: ['microphone', 'camera'], fay: ['microphone', 'camera', 'document'], olu: [],
    };
    for (const [who, may] of Object.entries(allowed)) {
      await here.page(who).open();
      for (const source of sources) {
        expect([who, source, code(await here.page(who).publish(source))]).toEqual([who, source, may.includes(source) ? 'ok' : 'media.refused']);
      }
    }
    expect(here.published).toEqual(Object.entries(allowed).flatMap(([who, may]) => may.map((source) => `${who} ${source}`)).toSorted());
  });

  test('a second stream from the same source takes the place of the first', async () => {
    const { session, media } = await plant();
    const here = await session('s1', { ann: 'host', bo: 'attendee' });
    await here.page('ann').open();
    await here.page('bo').open();
    const before = value(await here.page('ann').publish('camera')).id;
    const { consumers } = value(await here.page('bo').receive(before));
    const { id } = value(await here.page('ann').publish('camera'));
    expect(Object.keys(here.live.state.publications)).toEqual([id]);
    expect(await here.page('bo').noticed('media.consumerClosed')).toEqual({ consumer: consumers[0]!.id });
    await until(async () => (await media.figures()).sent === 1);
    // Also when both were asked for at once, as by two quick presses.
    await Promise.all([here.page('ann').publish('camera'), here.page('ann').publish('camera'), here.page('ann').publish('camera')]);
    expect(here.published).toEqual(['ann camera']);
    await until(async () => (await media.figures()).sent === 1);
  });

  test('the log rules: paused and closed by command or by a host', async () => {
    const { session, media } = await plant();
    const here = await session('s1', { ann: 'host', bo: 'attendee' });
    await here.page('ann').open();
    await here.page('bo').open();
    const microphone = value(await here.page('bo').publish('microphone')).id;
    const camera = value(await here.page('bo').publish('camera')).id;
    const offered = async (id: string) => {
      const { consumers } = value(await here.page('ann').receive(id));
      await here.page('ann').request('media.consumer', { consumer: consumers[0]!.id, close: true });
      return consumers[0]!.producerPaused;
    };
    expect(await offered(microphone)).toBe(false);
    await here.command('ann', 'media.muteAll', { except: [] });
    await until(() => offered(microphone));
    // Back and forth in one breath ends where the state is.
    await Promise.all([
      here.command('bo', 'media.resume', { publication: microphone }), here.command('bo', 'media.pause', { publication: microphone }),
      here.command('bo', 'media.resume', { publication: microphone }),
    ]);
    await until(async () => !(await offered(microphone)));
    await here.command('bo', 'media.close', { publication: camera });
    expect(here.published).toEqual(['bo microphone']);
    await until(async () => (await media.figures()).sent === 1);
  });

  test('not more streams than the limit, and only of the right make', async () => {
    const { session } = await plant();
    const here = await session('s1', { ann: 'host' });
    const page = here.page('ann');
    await page.open();
    expect(code(await page.publish('microphone', { kind: 'video' }))).toBe('media.unsupported');
    expect(code(await page.publish('microphone', { channel: 'fr' })), 'nobody interprets yet').toBe('media.refused');
    expect(code(await page.publish('microphone', { transport: page.offer.receive.id }))).toBe('media.absent');
    expect(code(await page.publish('camera', { rtpParameters: {} }))).toBe('media.unsupported');
    expect(here.published).toEqual([]);
  });
});

describe('rooms', () => {
  test('who leaves the room is no longer received there, at once; moving touches no transport', async () => {
    const { session, media } = await plant();
    const here = await session('s1', { ann: 'host', bo: 'attendee', cy: 'attendee' });
    for (const who of ['ann', 'bo', 'cy']) await here.page(who).open();
    const { id } = value(await here.page('bo').publish('microphone'));
    const byAnn = value(await here.page('ann').receive(id)).consumers[0]!.id;
    value(await here.page('cy').receive(id));
    await here.command('ann', 'room.create', { name: 'Group', mode: 'aside', members: [] });
    const room = Object.keys(here.live.state.rooms).find((one) => one !== 'floor')!;
    await here.command('ann', 'room.move', { room, participants: ['bo', 'cy'] });
    expect(await here.page('ann').noticed('media.consumerClosed')).toEqual({ consumer: byAnn });
    expect(value(await here.page('ann').receive(id)).consumers, 'not in this room').toEqual([]);
    expect(here.page('cy').notices.filter((notice) => notice.name === 'media.consumerClosed'), 'moved along').toEqual([]);
    expect(await media.figures()).toMatchObject({ peers: 3, sent: 1, received: 1 });
    await here.command('ann', 'room.close', { room });
    expect(value(await here.page('ann').receive(id)).consumers).toHaveLength(1);
  });

  test('a room alongside is heard by its members alone, wherever they are', async () => {
    const { session } = await plant();
    const here = await session('s1', { ann: 'host', bo: 'attendee', cy: 'attendee' });
    for (const who of ['ann', 'bo', 'cy']) await here.page(who).open();
    await here.command('ann', 'room.create', { name: 'Back channel', mode: 'alongside', members: ['ann', 'bo'] });
    const alongside = Object.keys(here.live.state.rooms).find((one) => one !== 'floor')!;
    expect(code(await here.page('cy').publish('microphone', { alongside }))).toBe('room.notMember');
    expect(code(await here.page('ann').publish('microphone', { alongside: 'floor' })), 'the floor is not alongside').toBe('room.notMember');
    const onFloor = value(await here.page('bo').publish('microphone')).id;
    const inBack = value(await here.page('bo').publish('microphone', { alongside })).id;
    expect(Object.keys(here.live.state.publications).toSorted(), 'one does not replace the other').toEqual([onFloor, inBack].toSorted());
    const heard = async (who: string) => value(await here.page(who).receive(onFloor, inBack)).consumers.map((one) => one.publication);
    expect(await heard('ann')).toEqual([onFloor, inBack]);
    expect(await heard('cy')).toEqual([onFloor]);
    // Out of the members: neither sends nor hears there any more.
    await here.command('ann', 'room.members', { room: alongside, members: ['ann'] });
    await until(() => here.live.state.publications[inBack] === undefined);
    expect(here.live.state.publications[onFloor]).toBeDefined();
  });
});

describe('seats', () => {
  test('removed, left, or without the ability: what was sent and received ends', async () => {
    const { session, media } = await plant();
    const here = await session('s1', { ann: 'host', bo: 'speaker', cy: 'attendee' });
    for (const who of ['ann', 'bo', 'cy']) await here.page(who).open();
    value(await here.page('bo').publish('screen'));
    value(await here.page('bo').publish('camera'));
    value(await here.page('cy').publish('microphone'));
    await here.command('ann', 'participant.assign', { participant: 'bo', role: 'attendee' });
    await until(() => here.published.join() === 'bo camera,cy microphone');
    const { consumers } = value(await here.page('cy').receive(...Object.keys(here.live.state.publications)));
    expect(consumers).toHaveLength(1);
    await here.command('ann', 'participant.remove', { participant: 'cy', ban: false });
    await until(async () => (await media.figures()).received === 0);
    expect(here.published).toEqual(['bo camera']);
    expect(code(await here.page('cy').publish('microphone'))).toBe('media.absent');
    expect(code(await here.page('cy').request('media.open', { purpose: 'session' }))).toBe('lobby.waiting');
    await here.command('bo', 'participant.leave', {});
    await here.command('ann', 'session.end', {});
    await until(async () => (await media.figures()).sessions === 0);
    expect(await media.figures()).toMatchObject({ sessions: 0, peers: 0, sent: 0, received: 0 });
    expect(media.status()).toMatchObject([{ alive: true, sessions: 0 }]);
  });

  test('a page keeps its media over a lost connection; a reload, or another page, takes its place', async () => {
    const { session, media, connections } = await plant();
    const here = await session('s1', { ann: 'host', bo: 'attendee' });
    const first = here.page('ann');
    await first.open();
    value(await first.publish('camera'));
    expect(media.seats.kept('s1', 'ann', first.connection.instance)).toBe(true);
    expect(media.seats.kept('s1', 'bo', first.connection.instance), 'nobody else has it').toBe(false);
    const second = new Page(media, connections, here.live, 'ann');
    expect(media.seats.kept('s1', 'ann', second.connection.instance)).toBe(false);
    const offer = await media.seats.offer(here.live, second.connection);
    expect(offer?.send.id).toBeDefined();
    expect(media.seats.kept('s1', 'ann', first.connection.instance)).toBe(false);
    expect(here.published, 'what the first page sent is over').toEqual([]);
    await media.seats.release(here.live, 'ann', second.connection.instance);
    expect(await media.figures()).toMatchObject({ sessions: 0, peers: 0 });
  });

  test('a connection that goes while its transports are made leaves nothing', async () => {
    const { session, media } = await plant();
    const here = await session('s1', { ann: 'host' });
    const page = here.page('ann');
    const opening = page.request('media.open', { purpose: 'session' });
    (page.connection.socket as { connected: boolean }).connected = false;
    expect(code(await opening)).toBe('media.unavailable');
    expect(await media.figures()).toMatchObject({ sessions: 0, peers: 0 });
  });

  test('many coming and going leave nothing', async () => {
    const { session, media } = await plant();
    const here = await session('s1', { ann: 'host', bo: 'attendee', cy: 'attendee' });
    for (let round = 0; round < 40; round += 1) {
      const pages = Object.values(here.pages);
      await Promise.all(pages.map((page) => page.open()));
      const sent = await Promise.all(pages.map((page) => page.publish('microphone')));
      await Promise.all(pages.map((page) => page.receive(...sent.map((one) => value(one).id))));
      await Promise.all(pages.map((page) => media.seats.release(here.live, page.connection.participant, page.connection.instance)));
    }
    expect(here.published).toEqual([]);
    expect(await media.figures()).toMatchObject({ sessions: 0, peers: 0, sent: 0, received: 0 });
  });
});
