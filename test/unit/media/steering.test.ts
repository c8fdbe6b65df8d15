import { describe, expect, test } from 'vitest';
import { refuse } from '../../../protocol/errors.ts';
import type { Result } from '../../../protocol/errors.ts';
import type { Publication, Source } from '../../../protocol/live/publications.ts';
import { Steering } from '../../../client/media/steering.ts';
import { Wishes, decide } from '../../../client/media/wishes.ts';

/** A server that answers each request when the test says so. */
function slowServer() {
  const asked: object[] = [];
  const answers: ((result: Result<null>) => void)[] = [];
  const request = (_name: string, { consumer: _id, ...payload }: { consumer: string }) => {
    asked.push(payload);
    return new Promise<Result<null>>((resolve) => answers.push(resolve));
  };
  const answer = async (result: Result<null> = { ok: true, value: null }): Promise<void> => {
    answers.shift()!(result);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { asked, answer, request: request as never };
}

describe('steering a stream', () => {
  test('tells only what changed, and not what a held stream has no use for', async () => {
    const server = slowServer();
    const steering = new Steering(server, 'c', () => undefined);
    steering.steer({ paused: true, layer: 1, priority: 60 });
    expect(server.asked).toEqual([]);
    steering.steer({ paused: false, layer: 1, priority: 60 });
    await server.answer();
    steering.steer({ paused: false, layer: 2, priority: 60 });
    await server.answer();
    steering.steer({ paused: false, layer: 2, priority: 60 });
    steering.steer({ paused: true, layer: 0, priority: 20 });
    expect(server.asked).toEqual([{ paused: false, layers: { spatial: 1 }, priority: 60 }, { layers: { spatial: 2 } }, { paused: true }]);
  });

  test('while the server is slow only the last word counts', async () => {
    const server = slowServer();
    const steering = new Steering(server, 'c', () => undefined);
    for (const layer of [0, 1, 2, 0, 2, 1]) steering.steer({ paused: false, layer, priority: 60 });
    await server.answer();
    await server.answer();
    expect(server.asked).toEqual([{ paused: false, layers: { spatial: 0 }, priority: 60 }, { layers: { spatial: 1 } }]);
  });

  test('after a lost connection everything is told again, and a stream that is gone is given up', async () => {
    const server = slowServer();
    let gone = 0;
    const steering = new Steering(server, 'c', () => {
      gone += 1;
    });
    steering.steer({ paused: false, priority: 255 });
    await server.answer();
    steering.repeat();
    steering.steer({ paused: false, priority: 255 });
    expect(server.asked.at(-1)).toEqual({ paused: false, priority: 255 });
    await server.answer(refuse('server.stopping'));
    expect(gone).toBe(0);
    steering.steer({ paused: false, priority: 255 });
    await server.answer(refuse('media.absent'));
    expect(gone).toBe(1);
    expect(server.asked).toHaveLength(3);
  });
});

describe('what is received', () => {
  const publication = (source: Source): Publication => ({ id: source, participant: 'ann', source, channel: 'floor', paused: false });
  const wishes = (change: Partial<Pick<Wishes, 'audioOnly' | 'lowBandwidth'>> = {}) => Object.assign(new Wishes(() => undefined), change);

  test('sound always; pictures only in a tile on screen', () => {
    const all = wishes();
    expect(decide(publication('microphone'), all, 1)).toMatchObject({ receive: true, paused: false });
    expect(decide(publication('camera'), all, 1)).toMatchObject({ receive: false, paused: true });
    const forget = all.add('camera', { visible: true, widthPx: 300 });
    expect(decide(publication('camera'), all, 1)).toMatchObject({ receive: true, paused: false, layer: 0 });
    expect(decide(publication('camera'), all, 2), 'sharp screens show more').toMatchObject({ layer: 1 });
    forget();
    all.add('camera', { visible: false, widthPx: 300 });
    expect(decide(publication('camera'), all, 1)).toMatchObject({ receive: false, paused: true });
  });

  test('of several tiles the largest on screen counts', () => {
    const all = wishes();
    all.add('camera', { visible: true, widthPx: 200 });
    const large = all.add('camera', { visible: true, widthPx: 1_200 });
    all.add('camera', { visible: false, widthPx: 3_000 });
    expect(all.widthOf('camera')).toBe(1_200);
    expect(decide(publication('camera'), all, 1).layer).toBe(2);
    large();
    expect(all.widthOf('camera')).toBe(200);
  });

  test('sound alone: no faces, and what is shared small', () => {
    const quiet = wishes({ audioOnly: true });
    for (const source of ['camera', 'screen', 'document'] as const) quiet.add(source, { visible: true, widthPx: 1_200 });
    expect(decide(publication('camera'), quiet, 1)).toMatchObject({ receive: false, paused: true });
    expect(decide(publication('screen'), quiet, 1)).toMatchObject({ receive: true, paused: false, layer: 0 });
    expect(decide(publication('document'), quiet, 1)).toMatchObject({ receive: true, layer: 0 });
    expect(decide(publication('microphone'), quiet, 1)).toMatchObject({ receive: true, paused: false });
  });

  test('low bandwidth: faces stay, small', () => {
    const low = wishes({ lowBandwidth: true });
    low.add('camera', { visible: true, widthPx: 1_200 });
    expect(decide(publication('camera'), low, 1)).toMatchObject({ receive: true, layer: 0 });
  });
});
