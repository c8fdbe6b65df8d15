import { beforeEach, expect, test } from 'vitest';
import { FLOOR } from '../../../protocol/live/ids.ts';
import { mainCamera } from '../../../protocol/observation/mainView.ts';
import { Visit } from './scene.ts';

let visit: Visit;
beforeEach(() => {
  visit = new Visit();
  visit.record(
    { type: 'participant.assigned', data: { participant: 'hal', role: 'fieldCamera' } },
    { type: 'visit.zoned', data: { id: 'z3', kind: 'dock', name: 'Dock', noRecord: false, remark: '' } },
    { type: 'camera.placed', data: { camera: 'hal', zone: 'z3' } },
    { type: 'visit.slotted', data: { id: 't2', title: 'Dock', startsAt: Date.UTC(2030), minutes: 30, zone: 'z3' } },
    { type: 'visit.slotBegun', data: { slot: null } },
  );
});
const main = () => mainCamera(visit.state, FLOOR);
const onAir = (...who: readonly string[]) => visit.record(...who.map((participant) => (
  { type: 'media.published', data: { id: `${participant}-camera`, participant, source: 'camera', channel: 'floor', paused: false } } as const
)));

test('nobody who is not on air is large by themselves, and no picture of anybody else', () => {
  expect(main()).toBeUndefined();
  onAir('ann');
  expect(main()).toBeUndefined();
  visit.record({ type: 'media.published', data: { id: 'eve-camera', participant: 'eve', source: 'camera', channel: 'floor', paused: true } });
  expect(main()).toBeUndefined();
});

test('the first in the order of the invitations is, whoever began to send first', () => {
  onAir('hal');
  expect(main()).toBe('hal');
  onAir('eve');
  expect(main()).toBe('eve');
});

test('who is in the zone of the slot under way comes first, as long as they are on air', () => {
  onAir('hal', 'eve');
  visit.must('ann', 'visit.beginSlot', { slot: 't2' });
  expect(main()).toBe('hal');
  visit.record({ type: 'media.closed', data: { publication: 'hal-camera' } });
  expect(main()).toBe('eve');
});

test('the picture that stands still for everybody comes before all', () => {
  onAir('hal', 'eve');
  visit.must('ann', 'camera.freeze', { camera: 'hal' });
  expect(main()).toBe('hal');
  visit.record({ type: 'participant.left', data: { participant: 'hal', reason: 'own' } });
  expect(main()).toBe('eve');
});

test('who is in another room is not', () => {
  onAir('eve');
  visit.record({ type: 'room.created', data: { id: 'side', name: 'Side', mode: 'aside', members: ['eve'] } }, { type: 'participant.moved', data: { participant: 'eve', room: 'side' } });
  expect([main(), mainCamera(visit.state, 'side')]).toEqual([undefined, 'eve']);
});
