import { describe, expect, test } from 'vitest';
import { announcementsFor } from '../../../client/room/announcements.ts';
import { enter, inside, invite } from './scene.ts';
import type { Scene } from './scene.ts';

const said = (before: Scene, after: Scene, you = 'ana'): unknown[] =>
  announcementsFor(before.state, after.state, you).map(({ key, values }) => (values ? [key, ...Object.values(values)] : [key]));
const room = inside('ana:host', 'ben', 'cai');

describe('what is said aloud', () => {
  test('nothing when nothing changed, and nothing about oneself', () => {
    expect(said(room, room)).toEqual([]);
    expect(said(room, room.after({ type: 'hand.raised', data: { participant: 'ana' } }))).toEqual([]);
  });

  test('who came and who went, by name or by number', () => {
    const one = enter(room, 'dee');
    expect(said(room, one)).toEqual([['joined', 'dee']]);
    expect(said(one, room.after({ type: 'participant.left', data: { participant: 'ben', reason: 'own' } }))).toEqual([['left', 'ben'], ['left', 'dee']]);
    expect(said(room, enter(enter(one, 'eli'), 'fay'))).toEqual([['joinedMany', 3]]);
  });

  test('who moved to another room went', () => {
    const side = room.after(
      { type: 'room.created', data: { id: 'side', name: 'Side', mode: 'aside', members: ['ben'] } },
      { type: 'participant.moved', data: { participant: 'ben', room: 'side' } },
    );
    expect(said(room, side)).toEqual([['left', 'ben']]);
    expect(said(room, side, 'ben')).toEqual([['inRoom', 'Side']]);
    expect(said(side, side.after({ type: 'room.closed', data: { room: 'side' } }), 'ben')).toEqual([['onFloor']]);
  });

  test('who waits is said to who can admit', () => {
    const waits = invite(room, 'dee').after({ type: 'participant.waiting', data: { participant: 'dee' } });
    expect(said(room, waits)).toEqual([['waits', 'dee']]);
    expect(said(room, waits, 'ben')).toEqual([]);
  });

  test('hands, roles, the page and the lock', () => {
    expect(said(room, room.after({ type: 'hand.raised', data: { participant: 'ben' } }))).toEqual([['handUp', 'ben']]);
    const up = room.after({ type: 'hand.raised', data: { participant: 'ana' } });
    expect(said(up, up.after({ type: 'hand.cleared', data: {} }))).toEqual([['yourHandDown']]);
    expect(said(room, room.after({ type: 'participant.assigned', data: { participant: 'ben', role: 'speaker' } }), 'ben')).toEqual([['yourRole', 'speaker']]);
    const deck = room.after({ type: 'deck.attached', data: { id: 'd', title: 'Manual', pages: 3, version: { language: 'en', file: 'f', bytes: 1 } } });
    const on = deck.after({ type: 'stage.presenting', data: { presenter: 'ben', deck: 'd', page: 1 } });
    expect(said(deck, on)).toEqual([['deckOn', 'ben', 'Manual']]);
    expect(said(on, on.after({ type: 'stage.page', data: { page: 2 } }))).toEqual([['page', 2]]);
    expect(said(on, on.after({ type: 'stage.page', data: { page: 2 } }), 'ben')).toEqual([]);
    expect(said(on, on.after({ type: 'stage.handed', data: { presenter: 'ana' } }))).toEqual([['youPresent']]);
    expect(said(on, on.after({ type: 'stage.stopped', data: {} }))).toEqual([['deckOff']]);
    expect(said(room, room.after({ type: 'session.locked', data: { locked: true } }))).toEqual([['locked']]);
  });
});
