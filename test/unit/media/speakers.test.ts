import { EventEmitter } from 'node:events';
import type { Router } from 'mediasoup/types';
import { beforeEach, expect, test } from 'vitest';
import { Speakers } from '../../../server/media/speakers.ts';
import type { Speaker } from '../../../server/media/speakers.ts';

class Observer extends EventEmitter {
  readonly producers = new Set<string>();
  closed = false;
  async addProducer({ producerId }: { producerId: string }): Promise<void> {
    this.producers.add(producerId);
  }
  async removeProducer({ producerId }: { producerId: string }): Promise<void> {
    this.producers.delete(producerId);
  }
  close(): void {
    this.closed = true;
  }
  hear(...volumes: readonly (readonly [string, number])[]): void {
    this.emit('volumes', volumes.map(([id, volume]) => ({ producer: { id }, volume })));
  }
}

let observers: Observer[];
let said: [string, Speaker[]][];
let speakers: Speakers;
const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  observers = [];
  said = [];
  const router = { closed: false, createAudioLevelObserver: async () => observers[observers.push(new Observer()) - 1] };
  speakers = new Speakers(router as unknown as Router, (room, list) => said.push([room, list]));
});

test('rooms do not hear of each other, and a move takes the voice along', async () => {
  speakers.place('m1', 'ann', 'floor');
  speakers.place('m2', 'bo', 'floor');
  await settled();
  expect(observers.map((one) => [...one.producers])).toEqual([['m1', 'm2']]);
  speakers.place('m2', 'bo', 'r1');
  await settled();
  expect(observers.map((one) => [...one.producers])).toEqual([['m1'], ['m2']]);
  observers[1]!.hear(['m2', -20]);
  expect(said).toEqual([['r1', [{ participant: 'bo', volume: -20 }]]]);
  // A late report of the room that was left does not carry the voice there.
  observers[0]!.hear(['m1', -30], ['m2', -20]);
  expect(said.at(-1)).toEqual(['floor', [{ participant: 'ann', volume: -30 }]]);
});

test('the same speakers are not told again and again; silence is told once', async () => {
  speakers.place('m1', 'ann', 'floor');
  await settled();
  const [floor] = observers;
  floor!.hear(['m1', -20]);
  floor!.hear(['m1', -25]);
  floor!.emit('silence');
  floor!.emit('silence');
  expect(said).toEqual([['floor', [{ participant: 'ann', volume: -20 }]], ['floor', []]]);
});

test('a room without voices costs nothing, and its last word is silence', async () => {
  speakers.place('m1', 'ann', 'floor');
  await settled();
  observers[0]!.hear(['m1', -20]);
  speakers.remove('m1');
  await settled();
  expect(observers[0]!.closed).toBe(true);
  expect(said.at(-1)).toEqual(['floor', []]);
});

test('there and back in one breath ends where it should', async () => {
  speakers.place('m1', 'ann', 'floor');
  speakers.place('m1', 'ann', 'r1');
  speakers.place('m1', 'ann', 'floor');
  await settled();
  const open = observers.filter((one) => !one.closed);
  expect(open.map((one) => [...one.producers])).toEqual([['m1']]);
});
