import { describe, expect, test } from 'vitest';
import { followsRoom, isPushed, nextSubject, peopleHere, planStage, subjectsHere } from '../../../client/room/stage/plan.ts';
import type { OwnView, Subject } from '../../../client/room/stage/plan.ts';
import { emptyStage } from '../../../protocol/live/stage.ts';
import type { Stage } from '../../../protocol/live/stage.ts';
import { enter, inside, publish } from './scene.ts';

const page: Subject = { kind: 'page', key: 'page' };
const people = ['ana', 'ben', 'cai'];
const plan = (given: { subjects?: readonly Subject[]; stage?: Partial<Stage>; own?: Partial<OwnView>; speaker?: string; main?: string }) =>
  planStage({ people, subjects: given.subjects ?? [], stage: { ...emptyStage, ...given.stage }, own: { ...followsRoom, ...given.own }, speaker: given.speaker, main: given.main });

describe('what the stage shows', () => {
  test.each([
    ['people alone are a grid', {}, { view: 'grid', people }],
    ['a page is the stage, people a strip', { subjects: [page] }, { view: 'subject', subject: page, strip: people }],
    ['the page alone', { subjects: [page], stage: { layout: 'page' } }, { view: 'subject', subject: page, strip: [] }],
    ['the page alone without a page is people', { stage: { layout: 'page' } }, { view: 'grid', people }],
    ['a grid although there is a page', { subjects: [page], stage: { layout: 'grid' } }, { view: 'grid', people }],
    ['the speaker large', { stage: { layout: 'speaker' }, speaker: 'ben' }, { view: 'people', large: ['ben'], strip: ['ana', 'cai'] }],
    ['before anybody spoke the first is large', { stage: { layout: 'speaker' } }, { view: 'people', large: ['ana'], strip: ['ben', 'cai'] }],
    ['a speaker who left is not', { stage: { layout: 'speaker' }, speaker: 'zoe' }, { view: 'people', large: ['ana'], strip: ['ben', 'cai'] }],
    ['pinned for all, in the order of the seats', { stage: { pinned: ['cai', 'ana'] } }, { view: 'people', large: ['ana', 'cai'], strip: ['ben'] }],
    ['pinned by me wins over pinned for all', { stage: { pinned: ['cai'] }, own: { pinned: ['ben'] } }, { view: 'people', large: ['ben'], strip: ['ana', 'cai'] }],
    ['my pinned one left: the room\'s counts again', { stage: { pinned: ['cai'] }, own: { pinned: ['zoe'] } }, { view: 'people', large: ['cai'], strip: ['ana', 'ben'] }],
    ['my own layout wins over the pushed one', { subjects: [page], stage: { layout: 'page' }, own: { layout: 'grid' } }, { view: 'grid', people }],
    ['who is large by itself', { main: 'cai' }, { view: 'people', large: ['cai'], strip: ['ana', 'ben'] }],
    ['a page comes before who is large by itself', { subjects: [page], main: 'cai' }, { view: 'subject', subject: page, strip: people }],
    ['who was pinned for all comes before who is large by itself', { stage: { pinned: ['ben'] }, main: 'cai' }, { view: 'people', large: ['ben'], strip: ['ana', 'cai'] }],
    ['who was pinned for all has left: who is large by itself', { stage: { pinned: ['zoe'] }, main: 'cai' }, { view: 'people', large: ['cai'], strip: ['ana', 'ben'] }],
    ['a grid that a host chose comes before who is large by itself', { stage: { layout: 'grid' }, main: 'cai' }, { view: 'grid', people }],
    ['a grid that I chose comes before who is large by itself', { own: { layout: 'grid' }, main: 'cai' }, { view: 'grid', people }],
    ['everybody pinned is a grid', { stage: { pinned: people } }, { view: 'grid', people }],
  ] as const)('%s', (_name, given, wanted) => {
    expect(plan(given)).toEqual(wanted);
  });

  test('who speaks never changes the order of the strip', () => {
    for (const speaker of people) {
      const shown = plan({ stage: { layout: 'speaker' }, speaker });
      expect(shown).toMatchObject({ strip: people.filter((one) => one !== speaker) });
    }
  });
});

describe('what can be large', () => {
  test('the page and the shares of this room alone', () => {
    const shown = publish(publish(publish(inside('ana:host', 'ben', 'cai'), 'ana', 'screen'), 'ben', 'document'), 'cai', 'camera')
      .after({ type: 'room.created', data: { id: 'side', name: 'Side', mode: 'aside', members: ['ben'] } }, { type: 'participant.moved', data: { participant: 'ben', room: 'side' } })
      .after({ type: 'deck.attached', data: { id: 'd', title: 'Deck', pages: 3, version: { language: 'en', file: 'f', bytes: 1 } } })
      .after({ type: 'stage.presenting', data: { presenter: 'ana', deck: 'd', page: 1 } });
    expect(subjectsHere(shown.state, 'floor').map((one) => one.key)).toEqual(['page', 'ana-screen']);
    expect(subjectsHere(shown.state, 'side').map((one) => one.key)).toEqual(['ben-document']);
  });

  test.each([
    ['nothing', undefined, [], [], undefined],
    ['the first thing', undefined, [], ['page'], 'page'],
    ['what has just begun takes the place', 'page', ['page'], ['page', 's'], 's'],
    ['what was chosen stays', 'page', ['page', 's'], ['page', 's'], 'page'],
    ['when it ends, the newest that is left', 's', ['page', 's'], ['page'], 'page'],
    ['when everything ends', 's', ['s'], [], undefined],
  ] as const)('%s', (_name, chosen, before, now, wanted) => {
    expect(nextSubject(chosen, before, now)).toBe(wanted);
  });
});

test('tiles keep the order of the invitation whoever comes first', () => {
  const later = enter(inside('ana', 'ben'), 'cai');
  const again = enter(later.after({ type: 'participant.left', data: { participant: 'ana', reason: 'own' } }), 'ana');
  expect(peopleHere(again.state).map((one) => one.id)).toEqual(['ana', 'ben', 'cai']);
});

test('a pushed view is one that a host chose', () => {
  expect(isPushed(emptyStage)).toBe(false);
  expect(isPushed({ ...emptyStage, layout: 'grid' })).toBe(true);
  expect(isPushed({ ...emptyStage, pinned: ['ana'] })).toBe(true);
});
