import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FLOOR } from '../../../protocol/live/ids.ts';
import { holds, scopeOf } from '../../../protocol/live/audience.ts';
import { sightAfter } from '../../../server/live/sight.ts';
import { decideDrop, decideKnock, decideTimeout } from '../../../server/live/decide/knock.ts';
import { deal } from '../../../client/class/groups/deal.ts';
import { counted, draftFrom, groupsFrom, placed } from '../../../client/class/groups/draft.ts';
import { nextGroup } from '../../../client/class/groups/next.ts';
import { ClassScene, START } from './scene.ts';

const two = [{ name: 'One', members: ['ann', 'ben'], deck: 'deck' }, { name: 'Two', members: ['cleo', 'dan'] }];
const pen = { tool: 'pen', ink: 'red', width: 0.01, points: [0.1, 0.1, 0.5] } as const;

function opened(minutes?: number): ClassScene {
  const scene = new ClassScene();
  expect(scene.run('tess', 'groups.open', { groups: two, ...(minutes === undefined ? {} : { minutes }) }, 'g')).toBe('ok');
  return scene;
}

describe('opening groups', () => {
  test('brings everybody to theirs in one command, and who comes later too', () => {
    const scene = opened();
    expect(['ann', 'ben', 'cleo', 'dan', 'tess', 'ida'].map((one) => scene.roomOf(one))).toEqual(['g-1', 'g-1', 'g-2', FLOOR, FLOOR, FLOOR]);
    scene.take('dan', decideKnock(scene.state, 'dan'));
    expect(scene.roomOf('dan')).toBe('g-2');
  });

  test('refuses somebody in two groups, somebody unknown, a deck that is not there, and a second time', () => {
    const scene = new ClassScene();
    expect(scene.run('tess', 'groups.open', { groups: [two[0]!, { name: 'Two', members: ['ben'] }] })).toBe('groups.double');
    expect(scene.run('tess', 'groups.open', { groups: [{ name: 'One', members: ['nobody'] }] })).toBe('participant.absent');
    expect(scene.run('tess', 'groups.plan', { groups: [{ name: 'One', members: [], deck: 'none' }] })).toBe('deck.absent');
    expect(scene.run('ann', 'groups.open', { groups: two })).toBe('permission.denied');
    expect(scene.run('tom', 'groups.open', { groups: two })).toBe('ok');
    expect(scene.run('tess', 'groups.open', { groups: two })).toBe('groups.open');
  });

  test('puts the deck of a group in the hands of its members, who draw and turn pages there and nowhere else', () => {
    const scene = opened();
    expect(scene.state.stages['g-1']).toMatchObject({ deck: 'deck', presenter: 'ann', page: 1 });
    expect(scene.run('ben', 'mark.add', { deck: 'deck', page: 1, shape: { ...pen, points: [...pen.points] } })).toBe('ok');
    expect(scene.run('ben', 'stage.take', {})).toBe('ok');
    expect(scene.run('ben', 'stage.page', { page: 2 })).toBe('ok');
    scene.run('tess', 'groups.close', {});
    expect(scene.run('ben', 'mark.add', { deck: 'deck', page: 1, shape: { ...pen, points: [...pen.points] } })).toBe('permission.denied');
    expect(holds(scene.state, scene.state.participants['ben']!, 'stage.layout')).toBe(false);
  });

  test('never under the name of groups of which anything is kept, were it of the last alone: it would take the place of that', () => {
    const scene = new ClassScene();
    scene.run('tess', 'groups.open', { groups: [{ name: 'One', members: ['ann'] }, { name: 'Two', members: ['cleo'], deck: 'deck' }] }, 'g');
    scene.run('tess', 'groups.close', {});
    expect(Object.keys(scene.state.class.groups.kept)).toEqual(['g-2']);
    const before = scene.state.class.groups.kept;
    expect(scene.run('tess', 'groups.open', { groups: [{ name: 'Left', members: [] }, { name: 'Right', members: ['ann'] }] }, 'g')).toBe('payload.invalid');
    expect(scene.state.class.groups.kept).toBe(before);
  });

  test('plans are for who leads the class', () => {
    const scene = new ClassScene();
    scene.run('tess', 'groups.plan', { groups: [{ name: 'Weighbridge', members: ['ann'] }] });
    expect(scene.seenBy('tom')).toContain('Weighbridge');
    expect(scene.seenBy('ann')).not.toContain('Weighbridge');
  });
});

describe('what a group made is kept', () => {
  const drawn = (): ClassScene => {
    const scene = opened();
    scene.run('ben', 'mark.add', { deck: 'deck', page: 1, shape: { ...pen, points: [...pen.points] } });
    return scene;
  };

  test('when the class ends with groups at work', () => {
    const scene = drawn();
    expect(scene.run('tess', 'session.end', {})).toBe('ok');
    expect(scene.state.class.groups.open).toBeUndefined();
    expect(scene.state.class.groups.kept['g-1']).toMatchObject({ deck: 'deck', members: ['ann', 'ben'], marks: { 1: [expect.anything()] } });
  });

  test('when its room alone is closed', () => {
    const scene = drawn();
    expect(scene.run('tess', 'room.close', { room: 'g-1' })).toBe('ok');
    expect([scene.state.class.groups.open?.groups, Object.keys(scene.state.class.groups.kept)]).toEqual([['g-2'], ['g-1']]);
  });
});

describe('everybody comes back', () => {
  test('in one command, those who have lost the connection too', () => {
    const scene = opened();
    scene.take('ann', decideDrop(scene.state, 'ann'));
    scene.run('tess', 'groups.close', {});
    scene.take('ann', decideKnock(scene.state, 'ann'));
    expect(['ann', 'ben', 'cleo'].map((one) => scene.roomOf(one))).toEqual([FLOOR, FLOOR, FLOOR]);
    expect(Object.keys(scene.state.rooms)).toEqual([FLOOR]);
    expect(scene.state.class.groups.open).toBeUndefined();
  });

  test('when the time is over, whoever leads the class is there or not; a time that was put off does not end it', () => {
    const scene = opened(10);
    expect(scene.state.class.groups.open?.endsAt).toBe(START + 600_000);
    scene.take('tess', decideDrop(scene.state, 'tess'));
    scene.take('system', decideTimeout(scene.state, 'tess'));
    scene.strike(START + 599_999);
    expect(scene.run('tom', 'groups.time', { minutes: 5 })).toBe('ok');
    scene.strike(START + 600_000);
    expect(scene.roomOf('ann')).toBe('g-1');
    scene.strike(START + 599_999 + 300_000);
    expect(scene.roomOf('ann')).toBe(FLOOR);
  });

  test('into the right group after a reload, and after being away for long', () => {
    const scene = opened();
    scene.take('ann', decideDrop(scene.state, 'ann'));
    scene.take('ann', decideKnock(scene.state, 'ann'));
    expect(scene.roomOf('ann')).toBe('g-1');
    scene.take('ann', decideDrop(scene.state, 'ann'));
    scene.take('system', decideTimeout(scene.state, 'ann'));
    scene.run('tess', 'groups.move', { participant: 'ann', group: 'g-2' });
    scene.take('ann', decideKnock(scene.state, 'ann'));
    expect(scene.roomOf('ann')).toBe('g-2');
  });
});

describe('a group', () => {
  test('calls for help, which its members and who leads the class know, and which a visit answers', () => {
    const scene = opened();
    expect(scene.run('ann', 'group.call', { asks: true })).toBe('ok');
    expect(scene.run('tess', 'group.call', { asks: true })).toBe('permission.denied');
    for (const one of ['tess', 'tom', 'ben']) expect(scene.seenBy(one)).toContain('group.called');
    for (const one of ['cleo', 'ida']) expect(scene.seenBy(one)).not.toMatch(/group\.called|"calls":\{"g-1"/u);
    expect(scene.run('tom', 'group.visit', { group: 'g-1' })).toBe('ok');
    expect(scene.roomOf('tom')).toBe('g-1');
    expect(scene.state.rooms['g-1']?.members).toEqual(['ann', 'ben']);
    expect(scene.state.class.groups.open?.calls).toEqual({});
    expect(scene.run('tom', 'group.visit', { group: 'g-2' })).toBe('ok');
    expect(scene.run('tom', 'group.visit', { group: null })).toBe('ok');
    expect(scene.roomOf('tom')).toBe(FLOOR);
  });

  test('is sent to whoever only visited the group and is put into it', () => {
    const scene = opened();
    scene.run('tess', 'group.visit', { group: 'g-2' });
    scene.run('tess', 'participant.handOver', { participant: 'ann' });
    scene.run('cleo', 'group.call', { asks: true });
    const before = scene.state;
    expect(scene.run('tom', 'groups.move', { participant: 'tess', group: 'g-2' })).toBe('ok');
    expect(scopeOf(scene.state, 'tess')).not.toBe(scopeOf(before, 'tess'));
    expect(sightAfter({ before, after: scene.state }, 'tess')?.class?.groups.open?.calls).toHaveProperty('g-2');
  });

  test('that one member leaves for another loses them, and nobody is in two', () => {
    const scene = opened();
    expect(scene.run('tess', 'groups.move', { participant: 'ben', group: 'g-2' })).toBe('ok');
    expect([scene.state.rooms['g-1']?.members, scene.state.rooms['g-2']?.members]).toEqual([['ann'], ['cleo', 'dan', 'ben']]);
    expect(scene.roomOf('ben')).toBe('g-2');
    expect(scene.run('tess', 'groups.move', { participant: 'ben', group: null })).toBe('ok');
    expect(scene.roomOf('ben')).toBe(FLOOR);
    expect(scene.run('tess', 'groups.move', { participant: 'ben', group: 'floor' })).toBe('room.absent');
  });

  test('loses whom the trainer brings out of it as out of any room, and does not call them back', () => {
    const scene = opened();
    expect(scene.run('tess', 'room.move', { room: 'g-2', participants: ['ann'] })).toBe('ok');
    expect([scene.state.rooms['g-1']?.members, scene.state.rooms['g-2']?.members]).toEqual([['ben'], ['cleo', 'dan', 'ann']]);
    expect(scene.run('tess', 'room.move', { room: FLOOR, participants: ['ann', 'dan'] })).toBe('ok');
    expect(scene.state.rooms['g-2']?.members).toEqual(['cleo']);
    scene.take('ann', decideDrop(scene.state, 'ann'));
    scene.take('ann', decideKnock(scene.state, 'ann'));
    scene.take('dan', decideKnock(scene.state, 'dan'));
    expect(['ann', 'dan'].map((one) => scene.roomOf(one))).toEqual([FLOOR, FLOOR]);
  });

  test('opens with one event for all who go there, however many they are', () => {
    const scene = opened();
    expect(scene.events.flatMap(({ type, data }) => (type === 'participants.moved' ? [data] : []))).toEqual([
      { participants: ['ann', 'ben'], room: 'g-1' }, { participants: ['cleo'], room: 'g-2' },
    ]);
  });

  test('keeps what it drew for its members and who leads the class; shown, it is a deck of its own on the floor', () => {
    const scene = opened();
    scene.run('ann', 'stage.page', { page: 2 });
    scene.run('ben', 'mark.add', { deck: 'deck', page: 2, shape: { tool: 'text', ink: 'blue', size: 0.05, x: 0.2, y: 0.2, text: 'Hinge pins' } }, 'm1');
    expect(scene.seenBy('tess')).not.toContain('Hinge pins');
    scene.run('tess', 'groups.close', {});
    for (const one of ['tess', 'tom', 'ann']) expect(scene.seenBy(one)).toContain('Hinge pins');
    for (const one of ['cleo', 'ida']) expect(scene.seenBy(one)).not.toContain('Hinge pins');
    expect(scene.run('ann', 'group.show', { group: 'g-1' })).toBe('permission.denied');
    expect(scene.run('tess', 'group.show', { group: 'g-2' })).toBe('group.absent');
    expect(scene.run('tess', 'group.show', { group: 'g-1' })).toBe('ok');
    expect(scene.state.decks['g-1']).toMatchObject({ title: 'One: Worksheet', pages: 3, versions: [{ language: 'en' }, { language: 'fr' }] });
    expect(scene.state.stages[FLOOR]).toMatchObject({ deck: 'g-1', page: 2, presenter: 'tess' });
    expect(scene.seenBy('cleo')).toContain('Hinge pins');
    // The deck itself stays as it was for everybody.
    expect(scene.state.marks['floor/deck']).toBeUndefined();
    scene.run('tess', 'group.show', { group: 'g-1' });
    expect(scene.state.marks['floor/g-1']?.[2]).toHaveLength(1);
  });
});

test('dealing puts everybody into exactly one group, and no group has two more than another', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.string(), { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (people, count) => {
    const groups = deal(people, count);
    expect(groups.flat().toSorted()).toEqual(people.toSorted());
    const sizes = groups.map((group) => group.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  }));
});

test('fewer groups leave those of the last ones in none; who is put by hand is where they were put', () => {
  const draft = placed(counted(draftFrom(two), 1, (number) => `Group ${number}`), 'cleo', 0);
  expect(groupsFrom(draft)).toEqual([{ name: 'One', members: ['ann', 'ben', 'cleo'], deck: 'deck' }]);
  expect(groupsFrom(counted(draftFrom(two), 3, (number) => `Group ${number}`))?.[2]).toEqual({ name: 'Group 3', members: [], deck: 'deck' });
  expect(groupsFrom({ ...draft, groups: [{ name: ' ', deck: '' }] })).toBeUndefined();
});

test('who goes round goes to the longest call first, then on from where they are', () => {
  const open = { id: 'g', groups: ['a', 'b', 'c'], startedAt: 0, calls: {} };
  expect(['floor', 'a', 'c'].map((here) => nextGroup(open, here))).toEqual(['a', 'b', 'a']);
  const calls = { b: { by: 'x', at: 20 }, c: { by: 'y', at: 10 } };
  expect(['floor', 'c'].map((here) => nextGroup({ ...open, calls }, here))).toEqual(['c', 'b']);
  expect(nextGroup({ ...open, groups: ['a'] }, 'a')).toBeUndefined();
});
