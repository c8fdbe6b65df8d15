import { beforeEach, expect, test } from 'vitest';
import { PushToTalk } from '../../../client/room/alongside/PushToTalk.ts';

let changes: boolean[];
let talk: PushToTalk;
beforeEach(() => {
  changes = [];
  talk = new PushToTalk((on) => changes.push(on));
});

test('held down, one speaks for as long as it is held', () => {
  talk.press(0);
  talk.release(2_000);
  expect(changes).toEqual([true, false]);
});

test('pressed shortly, one speaks until the next press', () => {
  talk.press(0);
  talk.release(120);
  expect(changes).toEqual([true]);
  talk.press(9_000);
  talk.release(9_900);
  expect(changes).toEqual([true, false]);
});

test('a press that the page loses ends; one that latched does not', () => {
  talk.press(0);
  talk.lose();
  expect(changes).toEqual([true, false]);
  talk.press(1_000);
  talk.release(1_050);
  talk.lose();
  expect(changes).toEqual([true, false, true]);
});

test('after it ended by itself the next press begins anew', () => {
  talk.press(0);
  talk.release(100);
  talk.ended();
  talk.press(500);
  expect(changes).toEqual([true, true]);
});

test('a key that repeats while it is held is one press', () => {
  talk.press(0);
  talk.press(30);
  talk.press(60);
  talk.release(800);
  expect(changes).toEqual([true, false]);
});
