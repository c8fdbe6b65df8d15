import { describe, expect, test } from 'vitest';
import { actionsFor, matches, peopleBoard } from '../../../client/room/people/board.ts';
import type { Role } from '../../../protocol/kinds.ts';
import { inside, invite, publish, who } from './scene.ts';

const ids = (people: readonly { readonly id: string }[]): readonly string[] => people.map((one) => one.id);

describe('the people of a session', () => {
  const state = invite(invite(invite(inside('ana:host', 'ben', 'cai'), 'dee'), 'eli'), 'fay')
    .after(
      { type: 'participant.waiting', data: { participant: 'dee' } },
      { type: 'participant.declined', data: { participant: 'eli' } },
      { type: 'hand.raised', data: { participant: 'cai' } },
      { type: 'hand.raised', data: { participant: 'ben' } },
      { type: 'room.created', data: { id: 'side', name: 'Side', mode: 'aside', members: ['cai'] } },
      { type: 'room.created', data: { id: 'back', name: 'Back', mode: 'alongside', members: ['ben'] } },
      { type: 'participant.removed', data: { participant: 'ben', ban: true } },
    ).state;

  test('each stands where they are, hands in the order in which they went up', () => {
    const board = peopleBoard(state);
    expect(ids(board.waiting)).toEqual(['dee']);
    expect(ids(board.hands)).toEqual(['cai']);
    expect(board.rooms.map(({ room, people }) => [room.id, ids(people)])).toEqual([['floor', ['ana', 'cai']], ['side', []]]);
    expect(ids(board.away)).toEqual(['fay']);
    expect(ids(board.refused)).toEqual(['ben', 'eli']);
    expect(board.inside).toBe(2);
  });

  test('a search filters the lists and leaves the counts', () => {
    const board = peopleBoard(state, 'CAI');
    expect(board.rooms.map(({ people }) => ids(people))).toEqual([['cai']]);
    expect(board.inside).toBe(2);
  });

  test.each([
    ['Émilie Lefèvre', 'emilie', true],
    ['Émilie Lefèvre', 'LEFEVRE', true],
    ['王伟', '伟', true],
    ['Ana', 'customs a', true],
    ['Ana', 'zoe', false],
  ])('%s is found by %s: %s', (name, query, found) => {
    expect(matches({ ...who('x', 'attendee', { name }), presence: 'in', connected: true, room: 'floor', order: 1 }, query)).toBe(found);
  });
});

describe('what one may do to another', () => {
  const stage = publish(publish(inside('ana:host', 'ben', 'cai:speaker'), 'ben', 'microphone'), 'cai', 'camera', true)
    .after({ type: 'hand.raised', data: { participant: 'ben' } });
  const of = (me: string, one: string, state = stage.state) => actionsFor(state, state.participants[me]!, state.participants[one]!);

  test.each([
    ['host on who speaks with a hand up', 'ana', 'ben', ['write', 'pin', 'pinAll', 'lowerHand', 'mute', 'muteOthers', 'assign', 'handOver', 'remove', 'ban']],
    ['host on who has nothing on', 'ana', 'cai', ['write', 'pin', 'pinAll', 'muteOthers', 'assign', 'handOver', 'remove', 'ban']],
    ['attendee', 'ben', 'ana', ['write', 'pin']],
    ['host on themselves', 'ana', 'ana', ['pin', 'pinAll', 'assign']],
  ] as const)('%s', (_name, me, one, wanted) => {
    expect(of(me, one)).toEqual(wanted);
  });

  test('presenting can be handed on by the presenter', () => {
    const presenting = stage.after(
      { type: 'deck.attached', data: { id: 'd', title: 'Deck', pages: 3, version: { language: 'en', file: 'f', bytes: 1 } } },
      { type: 'stage.presenting', data: { presenter: 'cai', deck: 'd', page: 1 } },
    ).state;
    expect(of('cai', 'ben', presenting)).toContain('handPresenting');
    expect(of('ben', 'ana', presenting)).not.toContain('handPresenting');
    expect(of('ana', 'cai', presenting)).not.toContain('handPresenting');
  });

  test('somebody in another room can be moved and written to, not pinned', () => {
    const apart = stage.after(
      { type: 'room.created', data: { id: 'side', name: 'Side', mode: 'aside', members: ['ben'] } },
      { type: 'participant.moved', data: { participant: 'ben', room: 'side' } },
    ).state;
    expect(of('ana', 'ben', apart)).toEqual(['write', 'mute', 'move', 'assign', 'handOver', 'remove', 'ban']);
  });

  test('no role but who manages gets more than writing and pinning', () => {
    for (const role of ['attendee', 'speaker', 'interpreter'] satisfies Role[]) {
      const state = inside('ana:host', `ben:${role}`, 'cai').state;
      expect(actionsFor(state, state.participants['ben']!, state.participants['cai']!)).toEqual(['write', 'pin']);
    }
  });
});
