import { describe, expect, test } from 'vitest';
import { whereAmI } from '../../../client/room/where.ts';
import { shortcutOf } from '../../../client/room/shortcuts.ts';
import { inside, invite } from './scene.ts';

const in_ = inside('ana:host', 'ben').state;
const waits = invite(inside('ana:host'), 'ben').after({ type: 'participant.waiting', data: { participant: 'ben' } }).state;
const snapshot = { you: 'ben', clockOffsetMs: 0, quiet: false, status: 'joined' } as const;

describe('which screen', () => {
  test.each([
    ['the first connection', { ...snapshot, status: 'connecting' }, false, { screen: 'connecting' }],
    ['before the door', { ...snapshot, state: invite(inside('ana:host'), 'ben').state }, false, { screen: 'before' }],
    ['still before the door: another page of mine is inside', { ...snapshot, state: in_ }, false, { screen: 'before' }],
    ['a door that is not open yet', { ...snapshot, state: in_, code: 'session.notOpen' }, false, { screen: 'before', refused: 'session.notOpen' }],
    ['the lobby', { ...snapshot, state: waits }, true, { screen: 'lobby' }],
    ['inside', { ...snapshot, state: in_ }, true, { screen: 'inside' }],
    ['inside, frozen', { ...snapshot, status: 'reconnecting', state: in_ }, true, { screen: 'inside' }],
    ['gone', { ...snapshot, status: 'gone', code: 'participant.banned', state: in_ }, true, { screen: 'gone', code: 'participant.banned' }],
    ['ended', { ...snapshot, state: inside('ana:host', 'ben').after({ type: 'session.ended', data: {} }).state }, false, { screen: 'gone', code: 'session.ended' }],
  ] as const)('%s', (_name, given, wantsIn, wanted) => {
    expect(whereAmI(given, wantsIn)).toEqual(wanted);
  });
});

describe('keys', () => {
  const key = (pressed: string, more: object = {}) => shortcutOf({ key: pressed, ctrlKey: false, metaKey: false, altKey: false, repeat: false, target: null, ...more });
  test.each([['m', 'microphone'], ['M', 'microphone'], ['v', 'camera'], ['h', 'hand'], ['?', 'help'], ['z', undefined]])('%s: %s', (pressed, wanted) => {
    expect(key(pressed)).toBe(wanted);
  });
  test.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }, { target: { closest: () => ({}) } }])('not with %o', (more) => {
    expect(key('m', more)).toBeUndefined();
  });
});
