import { expect, test } from 'vitest';
import { firstPictures } from '../../../client/media/expected.ts';
import { decide, Wishes } from '../../../client/media/wishes.ts';
import { inside, publish } from '../room/scene.ts';

test('the first pictures are what is shared, then cameras in the order of their tiles; never sound, nor what is paused or one\'s own', () => {
  let scene = inside('ana:host', 'bo', 'chen', 'dia', 'eva', 'you');
  for (const name of ['eva', 'dia', 'chen', 'you']) scene = publish(scene, name, 'camera');
  scene = publish(publish(publish(scene, 'bo', 'camera', true), 'ana', 'microphone'), 'eva', 'screen');
  expect(firstPictures(scene.state, 'you')).toEqual(['eva-screen', 'chen-camera', 'dia-camera', 'eva-camera']);
});

test('no more than a few, however many cameras are on', () => {
  const names = Array.from({ length: 30 }, (_none, index) => `p${index}`);
  const full = names.reduce((scene, name) => publish(scene, name, 'camera'), inside(...names, 'you'));
  expect(firstPictures(full.state, 'you')).toEqual(['p0-camera', 'p1-camera', 'p2-camera', 'p3-camera']);
});

test('what is expected is received small until its tile says more, and no longer once nothing is expected', () => {
  const [camera] = Object.values(publish(inside('ana', 'you'), 'ana', 'camera').state.publications);
  const wishes = new Wishes(() => undefined);
  expect(decide(camera!, wishes, 1).receive).toBe(false);
  wishes.expect([camera!.id]);
  const early = decide(camera!, wishes, 1);
  expect(early).toMatchObject({ receive: true, paused: false });
  const takeBack = wishes.add(camera!.id, { visible: true, widthPx: 1_280 });
  expect(decide(camera!, wishes, 1).layer).toBeGreaterThan(early.layer!);
  takeBack();
  wishes.expect([]);
  expect(decide(camera!, wishes, 1)).toMatchObject({ receive: false, paused: true });
  wishes.expect([camera!.id]);
  wishes.audioOnly = true;
  expect(decide(camera!, wishes, 1).receive, 'sound alone means it').toBe(false);
});
